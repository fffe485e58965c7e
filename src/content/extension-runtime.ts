import type { Runtime } from 'webextension-polyfill';

/**
 * The browser's own API instead of the polyfill, which would be most of the page agent: that script runs in every
 * frame of the PSA and needs two members only, which are the same everywhere. `chrome` is for Chromium before 148.
 */
interface ExtensionApi {
  runtime?: Pick<Runtime.Static, 'id' | 'sendMessage'>;
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
