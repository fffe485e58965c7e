/** Everywhere that something of the extension can be read afterwards. What is sent to the pages is read as text. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContext, Frame, Page } from 'playwright-core';

/** Text by the place where it was found. */
export type Places = Map<string, string>;

declare const chrome: {
  runtime: {
    sendMessage(...given: unknown[]): unknown;
    onMessage: { addListener(listener: (message: unknown) => void): void };
  };
  storage: Record<'local' | 'sync' | 'session', { get(key: null): Promise<Record<string, unknown>> }>;
};
declare global {
  /** All that a page of ours or our content script has been told, as JSON; there once `record` ran. */
  var heard: string[];
}

/** In our own page or in our content script's world: writes down every answer and every event of the worker. */
export function record(): void {
  globalThis.heard = [];
  const hear = (told: unknown): void => {
    globalThis.heard.push(JSON.stringify([told]));
  };
  const { runtime } = chrome;
  const send = runtime.sendMessage.bind(runtime);
  const isCallback = (one: unknown): one is (...told: unknown[]) => void => typeof one === 'function';
  runtime.sendMessage = (...given) => {
    const last = given.at(-1);
    if (!isCallback(last)) {
      const answer = send(...given);
      void Promise.resolve(answer).then(hear, hear);
      return answer;
    }
    const tell = (...told: unknown[]): void => {
      hear(told);
      last(...told);
    };
    return send(...given.slice(0, -1), tell);
  };
  runtime.onMessage.addListener(hear);
}

/** In our own page: what is stored, area by area and key by key, and every database. */
async function readStorage(): Promise<[string, string][]> {
  // Bytes are read as characters, so that a word in them is found.
  const textOf = (value: unknown): string =>
    JSON.stringify([value], (_key, part: unknown) => {
      if (part instanceof ArrayBuffer) return String.fromCharCode(...new Uint8Array(part));
      return ArrayBuffer.isView(part) ? String.fromCharCode(...new Uint8Array(part.buffer)) : part;
    });
  const asked = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(String(request.error)));
    });
  const found: [string, string][] = [];
  for (const area of ['local', 'sync', 'session'] as const)
    for (const [key, value] of Object.entries(await chrome.storage[area].get(null)))
      found.push([`storage.${area} ${key}`, textOf([key, value])]);
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    for (const store of database.objectStoreNames)
      found.push([
        `IndexedDB ${name}.${store}`,
        textOf(await asked(database.transaction(store).objectStore(store).getAll())),
      ]);
    database.close();
  }
  return found;
}

export async function storedIn(ownPage: Page): Promise<Places> {
  return new Map(await ownPage.evaluate(readStorage));
}

/** In a page: markup, attributes, texts and what is typed, through every open root. */
function readDom(): string {
  const texts: string[] = [];
  const walk = (root: ParentNode): void => {
    for (const element of root.querySelectorAll('*')) {
      for (const { value } of element.attributes) texts.push(value);
      if (element instanceof HTMLInputElement) texts.push(element.value);
      for (const child of element.childNodes) if (child instanceof Text) texts.push(child.data);
      if (element.shadowRoot !== null) walk(element.shadowRoot);
    }
  };
  walk(document);
  return texts.join('\n');
}

export async function domOf(page: Page): Promise<string> {
  const read = (frame: Frame) => frame.evaluate(readDom);
  return (await Promise.all(page.frames().map(read))).join('\n');
}

/** What every page and worker logs from now on, and every error that nobody caught. */
export function listenToLogs(context: BrowserContext): string[] {
  const logs: string[] = [];
  context.on('console', (message) => logs.push(message.text()));
  context.on('weberror', (error) => logs.push(String(error.error())));
  for (const worker of context.serviceWorkers()) worker.on('console', (message) => logs.push(message.text()));
  return logs;
}

/** The files below a folder that hold the word, whatever the browser made of it. */
export async function filesWith(folder: string, word: string): Promise<string[]> {
  const needles = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const content = await readFile(file);
    if (needles.some((needle) => content.includes(needle))) found.push(path.relative(folder, file));
  }
  return found;
}

/** Where one of the words was found, as `place: word`. */
export function search(places: Places, words: readonly string[]): string[] {
  return [...places].flatMap(([place, text]) =>
    words.filter((word) => text.includes(word)).map((word) => `${place}: ${word}`),
  );
}
