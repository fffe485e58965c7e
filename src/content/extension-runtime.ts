import type { Runtime } from 'webextension-polyfill';
import type { Lifetime } from './lifetime.js';

/** An answer that is there at once means the same in every browser, unlike promises. */
type OnMessage = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => void;

/**
 * The browser's own API instead of the polyfill, which would be most of the page agent: that script runs in every
 * frame of the PSA and needs three members only, which are the same everywhere. `chrome` is for Chromium before 148.
 */
interface ExtensionApi {
  runtime?: Pick<Runtime.Static, 'id' | 'sendMessage'> & {
    onMessage: Record<'addListener' | 'removeListener', (listener: OnMessage) => void>;
  };
}
declare const browser: ExtensionApi | undefined;
declare const chrome: ExtensionApi | undefined;

/** Undefined once this copy of the script was orphaned: after an update Chromium takes the API away from it. */
export function extensionRuntime(): ExtensionApi['runtime'] {
  return typeof browser === 'undefined' ? chrome?.runtime : browser.runtime;
}

/** False in a script that an update of the extension left behind. Only reloading the page helps then. */
export function extensionIsAlive(): boolean {
  // Typed as always there, but an orphan's is undefined.
  const id: string | undefined = extensionRuntime()?.id;
  return id !== undefined;
}

/** Answers messages of the worker as long as the script lives; `undefined` leaves one to others. */
export function answerMessages(lifetime: Lifetime, answer: (message: unknown) => object | undefined): void {
  const onMessage: OnMessage = (message, _sender, respond) => {
    const value = answer(message);
    if (value !== undefined) respond(value);
  };
  extensionRuntime()?.onMessage.addListener(onMessage);
  lifetime.onEnd(() => {
    // Gone in an orphan.
    extensionRuntime()?.onMessage.removeListener(onMessage);
  });
}
