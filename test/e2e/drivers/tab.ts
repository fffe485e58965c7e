/**
 * One element to act on, found by a path of CSS selectors: each step goes into the open shadow root of the one before.
 * Every action waits until the element is there, as a user would.
 */
export interface Target {
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  choose(value: string): Promise<void>;
  /** Gives a file field the file at this path, as the browser's own dialog would. */
  giveFile(path: string): Promise<void>;
  /** Rejects if it does not come within the time-out. */
  appears(): Promise<void>;
  text(): Promise<string>;
  attribute(name: string): Promise<string | null>;
  isDisabled(): Promise<boolean>;
  isChecked(): Promise<boolean>;
}

/** The keys that the scenarios press. */
export type Key = 'Tab' | 'Enter' | 'Escape' | 'Space' | 'ArrowDown' | 'ArrowUp';

/** One tab of a real browser. `at` looks into the PSA's inner frame if there is one, else into the page. */
export interface Tab {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  at(...path: string[]): Target;
  press(key: Key): Promise<void>;
  /** Runs code in the page's own world, in the same frame as `at`. */
  inPage<R>(code: () => R): Promise<R>;
  screenshot(file: `${string}.png`): Promise<void>;
  close(): Promise<void>;
}

/** A real browser with the extension. */
export interface BrowserWithExtension {
  newTab(): Promise<Tab>;
  /** Ends the background worker, as the browser does by itself when it is idle. */
  killWorker(): Promise<void>;
  /** Where the extension's own pages are, for example `chrome-extension://…/`. */
  extensionUrl(path: string): Promise<string>;
  close(): Promise<void>;
}

/** The inner frame of the PSA's shell. A frame that is only being made has no address yet. */
export function isInnerFrame(url: string): boolean {
  return /^https?:\/\/[^/]+\/Mvc\//.test(url);
}

/** Elements may come late: a first start injects megabytes and the sandbox may be slow. */
export const PATIENCE_MS = 20_000;

/** Asks until there is an answer. Rejects after the patience that every action has, naming what was looked for. */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`not there after ${PATIENCE_MS} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
