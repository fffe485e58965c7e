import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CDPSession } from 'playwright-core';
import * as v from 'valibot';
import { readExtension, writeExtension } from '../../../scripts/build/extension-files.js';
import { launchChromiumWithExtension } from '../support/chromium.js';
import type { Person, Role, Thing } from './person.js';

const ROLES: Readonly<Record<string, Role>> = {
  textbox: 'textbox',
  button: 'button',
  radio: 'radio',
  checkbox: 'checkbox',
  StaticText: 'text',
  heading: 'text',
};

const NodeSchema = v.object({
  ignored: v.boolean(),
  role: v.optional(v.object({ value: v.unknown() })),
  name: v.optional(v.object({ value: v.string() })),
  backendDOMNodeId: v.optional(v.number()),
  properties: v.optional(
    v.array(v.object({ name: v.string(), value: v.object({ value: v.optional(v.unknown()) }) })),
    [],
  ),
});

/** Chromium with the zip's files, unpacked as a store would; driven through the debugger's accessibility tree. */
export async function chromiumPerson(zip: string, proxy: string): Promise<Person> {
  const folder = await mkdtemp(path.join(tmpdir(), 'e2e-published-'));
  await writeExtension(await readExtension(zip), folder);
  const context = await launchChromiumWithExtension(folder, {
    args: [`--proxy-server=${new URL(proxy).host}`, '--ignore-certificate-errors'],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Accessibility.enable');
  await session.send('DOM.enable');
  return {
    goto: async (url) => {
      await page.goto(url);
    },
    gotoOptions: async () => {
      await page.goto(new URL('src/pages/options/options.html', worker.url()).href);
    },
    things: async () =>
      (await Promise.all((await frameIds(session)).map((id) => thingsIn(session, id)))).flat(),
    clickAt: ({ x, y }) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    rootModes: () => rootModes(session),
    leave: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface FrameTree {
  readonly frame: { readonly id: string };
  readonly childFrames?: readonly FrameTree[];
}

async function frameIds(session: CDPSession): Promise<string[]> {
  const flat = ({ frame, childFrames = [] }: FrameTree): string[] => [frame.id, ...childFrames.flatMap(flat)];
  return flat((await session.send('Page.getFrameTree')).frameTree);
}

/** A frame may go while it is asked; then there is nothing in it. */
async function thingsIn(session: CDPSession, frameId: string): Promise<Thing[]> {
  const tree = await session.send('Accessibility.getFullAXTree', { frameId }).catch(() => ({ nodes: [] }));
  return v.parse(v.array(NodeSchema), tree.nodes).flatMap((node): Thing[] => {
    const role = ROLES[String(node.role?.value)];
    const { backendDOMNodeId: backendNodeId } = node;
    if (node.ignored || role === undefined || backendNodeId === undefined) return [];
    const isChecked = node.properties.some(({ name, value }) => name === 'checked' && value.value === 'true');
    return [
      {
        role,
        name: node.name?.value ?? '',
        isChecked,
        middle: () => middleOf(session, backendNodeId),
      },
    ];
  });
}

async function middleOf(session: CDPSession, backendNodeId: number): Promise<{ x: number; y: number }> {
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
  const { quads } = await session.send('DOM.getContentQuads', { backendNodeId });
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = quads[0] ?? [];
  return { x: (x1 + x3) / 2, y: (y1 + y3) / 2 };
}

interface DomNode {
  readonly attributes?: readonly string[];
  readonly shadowRootType?: string;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
  readonly contentDocument?: DomNode;
}

/** The debugger sees through closed roots, a page does not. */
async function rootModes(session: CDPSession): Promise<string[]> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const host = find(root, ({ attributes = [] }) => attributes.includes('data-psa-portal-admin'));
  return host === undefined ? [] : modesBelow(host);
}

function below({ children = [], shadowRoots = [], contentDocument }: DomNode): DomNode[] {
  return [...shadowRoots, ...children, ...(contentDocument === undefined ? [] : [contentDocument])];
}

function find(node: DomNode, isWanted: (node: DomNode) => boolean): DomNode | undefined {
  if (isWanted(node)) return node;
  for (const inner of below(node)) {
    const found = find(inner, isWanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Inputs have roots of the browser's own, which are not ours to close. */
function modesBelow(node: DomNode): string[] {
  const own =
    node.shadowRootType === undefined || node.shadowRootType === 'user-agent' ? [] : [node.shadowRootType];
  return [...own, ...below(node).flatMap(modesBelow)];
}
