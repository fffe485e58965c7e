/**
 * What a curious page could do to learn something of ours. The functions given to `run` are executed in the page's own
 * world, where drivers send their source, so each holds all it needs.
 */
import type { BarePage } from './bare-page.js';

/** One of the words looked for, and where the page came across it. */
export interface Finding {
  readonly place: string;
  readonly word: string;
}

declare global {
  interface Window {
    /** What the spy has gathered; there before any script of the page. */
    spied: {
      readonly texts: Record<string, string[]>;
      readonly nodes: EventTarget[];
      readonly note: (place: string, ...values: unknown[]) => void;
    };
  }
}

/**
 * Runs before anything else in the page: listens to every event in the capturing phase and patches built-ins that a
 * script in the same world would use.
 *
 * @param ourEvents names of events that the browser does not have itself.
 */
export function installSpy(ourEvents: readonly string[]): void {
  const texts: Record<string, string[]> = {};
  const nodes: EventTarget[] = [];
  // Its own: the page's one is tapped below.
  const { stringify } = JSON;
  const textOf = (value: object): string => {
    try {
      return stringify(value);
    } catch {
      return '';
    }
  };
  const note = (place: string, ...values: unknown[]): void => {
    const into = (texts[place] ??= []);
    for (const value of values) {
      if (value instanceof Node) nodes.push(value);
      else if (typeof value === 'string') into.push(value);
      else if (typeof value === 'object' && value !== null && value !== window) into.push(textOf(value));
    }
  };
  window.spied = { texts, nodes, note };

  const hear = (event: Event): void => {
    for (const key in event) note('events', Reflect.get(event, key));
    nodes.push(...event.composedPath());
  };
  const handlers = Object.getOwnPropertyNames(window).filter((name) => name.startsWith('on'));
  const others = ['focusin', 'focusout', 'compositionstart', 'compositionend', 'DOMContentLoaded'];
  for (const type of new Set([...ourEvents, ...others, ...handlers.map((name) => name.slice(2))]))
    addEventListener(type, hear, true);

  const tap = (owner: object, ...names: string[]): void => {
    for (const name of names) {
      const original: unknown = Reflect.get(owner, name);
      if (!(original instanceof Function)) continue;
      Reflect.set(owner, name, function (this: unknown, ...given: unknown[]): unknown {
        note('calls', ...given);
        const answer: unknown = Reflect.apply(original, this, given);
        return answer;
      });
    }
  };
  tap(Element.prototype, 'attachShadow', 'setAttribute');
  tap(Node.prototype, 'appendChild', 'insertBefore');
  tap(EventTarget.prototype, 'dispatchEvent');
  tap(CustomElementRegistry.prototype, 'define');
  tap(Storage.prototype, 'setItem');
  tap(XMLHttpRequest.prototype, 'open');
  tap(window, 'fetch', 'postMessage');
  tap(JSON, 'parse', 'stringify');
}

/** Looks everywhere a page can look, and returns the words that it came across. */
export async function lookAround(page: BarePage, words: readonly string[]): Promise<Finding[]> {
  await page.run(readDocument, null);
  await page.run(reachForNodes, null);
  await page.run(readSurroundings, null);
  await page.run(followNodes, null);
  return page.run(report, words);
}

/** In the page: markup, text and values, through every root that is open. */
function readDocument(): void {
  const { note } = window.spied;
  const roots: ShadowRoot[] = [];
  const walk = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLInputElement) note('values', element.value);
      if (element.shadowRoot === null) continue;
      roots.push(element.shadowRoot);
      note('open roots', element.shadowRoot.textContent);
      walk(element.shadowRoot);
    }
  };
  walk(document);
  const { documentElement: root } = document;
  note('markup', root.outerHTML, root.getHTML({ serializableShadowRoots: true, shadowRoots: roots }));
  note('text', root.textContent, root.innerText);
  getSelection()?.selectAllChildren(document.body);
  note('text', getSelection()?.toString());
  getSelection()?.removeAllRanges();
}

/** In the page: our hosts, what they carry, their copies, and what is found at their place. */
function reachForNodes(): void {
  const { note } = window.spied;
  for (const host of document.querySelectorAll('[data-psa-portal-admin]')) {
    for (const key of Reflect.ownKeys(host)) note('properties', String(key), Reflect.get(host, key));
    const box = host.getBoundingClientRect();
    note('nodes', document.activeElement, ...host.childNodes);
    note('nodes', document.elementFromPoint(box.left + 200, Math.max(box.top, 0) + 20));
    for (const copy of [host.cloneNode(true), document.importNode(host, true)])
      if (copy instanceof Element) note('nodes', copy.shadowRoot);
  }
  for (const { effect } of document.getAnimations())
    if (effect instanceof KeyframeEffect) note('nodes', effect.target);
}

/** In the page: globals that no fresh window has, what was measured and what is stored. */
async function readSurroundings(): Promise<void> {
  const { note } = window.spied;
  const fresh = document.createElement('iframe');
  document.body.append(fresh);
  const usual = new Set(Object.getOwnPropertyNames(fresh.contentWindow ?? window));
  fresh.remove();
  for (const name of Object.getOwnPropertyNames(window))
    if (!usual.has(name) && name !== 'spied') note('globals', name, Reflect.get(window, name));
  for (const entry of performance.getEntries()) {
    note('performance', entry);
    for (const key in entry) note('performance', Reflect.get(entry, key));
  }
  const databases = await indexedDB.databases();
  note('storage', Object.entries(localStorage), Object.entries(sessionStorage), document.cookie);
  note('storage', history.state, databases);
}

/** In the page: whoever holds one node of a shadow tree can read all of it. */
function followNodes(): void {
  const { nodes, note } = window.spied;
  const roots = nodes.map((node) => (node instanceof Node ? node.getRootNode() : null));
  for (const root of new Set(roots)) {
    if (!(root instanceof ShadowRoot)) continue;
    const values = [...root.querySelectorAll('input')].map(({ value }) => value);
    note('nodes', root.textContent, ...values);
  }
}

/** In the page: which of the words were come across so far. */
function report(words: readonly string[]): Finding[] {
  return Object.entries(window.spied.texts).flatMap(([place, seen]) =>
    words.filter((word) => seen.some((text) => text.includes(word))).map((word) => ({ place, word })),
  );
}

/** In the page: works every control that it has got hold of. Returns how many there were. */
export function workControls(): number {
  const { nodes } = window.spied;
  const roots = new Set(nodes.map((node) => (node instanceof Node ? node.getRootNode() : null)));
  let worked = 0;
  for (const root of roots) {
    if (!(root instanceof ShadowRoot)) continue;
    for (const control of root.querySelectorAll<HTMLElement>('input, select, button')) {
      worked += 1;
      control.click();
      for (const type of ['input', 'change'])
        control.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
  }
  return worked;
}
