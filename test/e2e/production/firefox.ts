import type { Browser } from 'puppeteer-core';
import * as v from 'valibot';
import { GECKO_ID } from '../../../scripts/build/manifest.js';
import { EXTENSION_UUID } from '../drivers/firefox.js';
import { isInnerFrame } from '../drivers/tab.js';
import { inChrome, launchFirefoxWithExtension, sendTo } from '../support/firefox.js';
import type { Person, Role, Thing } from './person.js';

const ROLES: Readonly<Record<string, Role>> = {
  entry: 'textbox',
  'password text': 'textbox',
  pushbutton: 'button',
  radiobutton: 'radio',
  checkbutton: 'checkbox',
  'text leaf': 'text',
};

/** WebDriver's names of the keys. */
const KEYS = { Enter: '\uE006', Space: ' ' } as const;

/** What BiDi tells of a node and what is in it. */
interface RemoteNode {
  readonly value?:
    | {
        readonly mode?: string | undefined;
        readonly shadowRoot?: RemoteNode | null | undefined;
        readonly children?: readonly RemoteNode[] | undefined;
      }
    | undefined;
}
const RemoteNodeSchema: v.GenericSchema<RemoteNode> = v.object({
  value: v.optional(
    v.object({
      mode: v.optional(v.string()),
      shadowRoot: v.nullish(v.lazy(() => RemoteNodeSchema)),
      children: v.optional(v.array(v.lazy(() => RemoteNodeSchema))),
    }),
  ),
});

/**
 * Firefox with the zip itself. No driver looks into an extension's page, but Firefox' own code may ask its accessibility
 * service, and mouse and keys work on whatever tab.
 */
export async function firefoxPerson(zip: string, proxy: string): Promise<Person> {
  const { hostname, port } = new URL(proxy);
  const browser = await launchFirefoxWithExtension(zip, {
    hasSystemAccess: true,
    acceptsAnyCertificate: true,
    preferences: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: EXTENSION_UUID }),
      'network.proxy.type': 1,
      'network.proxy.ssl': hostname,
      'network.proxy.ssl_port': Number(port),
    },
  });
  const tab = await shownTab(browser);
  const act = (actions: object) =>
    sendTo(browser, 'input.performActions', { context: tab, actions: [actions] });
  const press = (keys: string) =>
    act({ type: 'key', id: 'keyboard', actions: Array.from(keys).flatMap(strokes) });
  return {
    goto: (url) => load(browser, url),
    gotoOptions: () => load(browser, `moz-extension://${EXTENSION_UUID}/src/pages/options/options.html`),
    things: () => things(browser),
    clickAt: async ({ x, y }) => {
      const move = { type: 'pointerMove', x: Math.round(x), y: Math.round(y) };
      const button = { button: 0 };
      const actions = [move, { type: 'pointerDown', ...button }, { type: 'pointerUp', ...button }];
      await act({ type: 'pointer', id: 'mouse', actions });
    },
    type: async (text) => {
      await press(text);
    },
    press: async (key) => {
      await press(KEYS[key]);
    },
    rootModes: () => rootModes(browser),
    leave: () => browser.close(),
  };
}

const TabsSchema = v.object({ contexts: v.array(v.object({ context: v.string() })) });

/** The one that Firefox opens with. */
async function shownTab(browser: Browser): Promise<string> {
  const [tab] = v.parse(
    TabsSchema,
    await sendTo(browser, 'browsingContext.getTree', { maxDepth: 0 }),
  ).contexts;
  if (tab === undefined) throw new Error('Firefox has no tab');
  return tab.context;
}

function strokes(value: string): object[] {
  return [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];
}

/** As if typed into the address bar, which then gives the focus away, so that keys reach also a frame in the page. */
async function load(browser: Browser, url: string): Promise<void> {
  await inChrome(
    browser,
    `(async () => {
      const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
      gBrowser.fixupAndLoadURIString(${JSON.stringify(url)}, { triggeringPrincipal });
      do await new Promise((resolve) => setTimeout(resolve, 300));
      while (gBrowser.webProgress.isLoadingDocument);
      gBrowser.selectedBrowser.focus();
    })()`,
  );
}

/** Lists what is in the tab for assistive technology, and keeps it for `MIDDLE_OF`. */
const LIST = `(() => {
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const seen = (window.seenByPerson = []);
  const look = (thing) => {
    const states = {};
    thing.getState(states, {});
    const isChecked = (states.value & Ci.nsIAccessibleStates.STATE_CHECKED) !== 0;
    seen.push({ thing, role: service.getStringRole(thing.role), name: thing.name ?? '', isChecked });
    for (let index = 0; index < thing.childCount; index += 1) look(thing.getChildAt(index));
  };
  look(service.getAccessibleFor(gBrowser.selectedBrowser));
  return JSON.stringify(seen.map(({ role, name, isChecked }) => ({ role, name, isChecked })));
})()`;

/** In CSS pixels of the tab. Bounds follow the scrolling a moment later. */
const middleOf = (index: number) => `(async () => {
  const { thing } = window.seenByPerson[${index}];
  thing.scrollTo(Ci.nsIAccessibleScrollType.SCROLL_TYPE_ANYWHERE);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const boundsOf = (one) => {
    const [x, y, width, height] = [{}, {}, {}, {}];
    one.getBounds(x, y, width, height);
    return { x: x.value, y: y.value, width: width.value, height: height.value };
  };
  const [tab, own] = [window.seenByPerson[0].thing, thing].map(boundsOf);
  const x = (own.x - tab.x + own.width / 2) / devicePixelRatio;
  const y = (own.y - tab.y + own.height / 2) / devicePixelRatio;
  return JSON.stringify({ x, y });
})()`;

const ThingsSchema = v.array(v.object({ role: v.string(), name: v.string(), isChecked: v.boolean() }));
const PointSchema = v.object({ x: v.number(), y: v.number() });

/** While a page comes or goes, what is in it may be gone before it is asked; then nothing was seen. */
async function things(browser: Browser): Promise<Thing[]> {
  const answer = await inChrome(browser, LIST).catch(() => '[]');
  return v.parse(ThingsSchema, JSON.parse(String(answer))).flatMap(({ role, name, isChecked }, index) => {
    const known = ROLES[role];
    const middle = async () =>
      v.parse(PointSchema, JSON.parse(String(await inChrome(browser, middleOf(index)))));
    return known === undefined ? [] : [{ role: known, name, isChecked, middle }];
  });
}

/** The driver may be told of closed roots, a page is not. */
async function rootModes(browser: Browser): Promise<string[]> {
  const frames = (await browser.pages()).flatMap((page) => page.frames());
  const inner = frames.find((frame) => isInnerFrame(frame.url()));
  if (inner === undefined) return [];
  const answer = await sendTo(browser, 'script.evaluate', {
    expression: "document.querySelector('[data-psa-portal-admin]')",
    awaitPromise: false,
    target: { context: (inner as unknown as { readonly _id: string })._id },
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: null },
  });
  return modesOf(v.parse(v.object({ result: RemoteNodeSchema }), answer).result);
}

function modesOf({ value }: RemoteNode): string[] {
  const { mode, shadowRoot, children = [] } = value ?? {};
  const inside = [...(shadowRoot ? [shadowRoot] : []), ...children].flatMap(modesOf);
  return mode === undefined ? inside : [mode, ...inside];
}
