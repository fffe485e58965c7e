import type { Plugin } from 'vitest/config';

const SOCKET = '/__web-dev-server__web-socket.js';

/**
 * @open-wc/testing imports a file that only its own dev server has. Its commands need that server, the rest does not:
 * so the import resolves to a module that refuses to be called.
 */
export function openWcInVitest(): Plugin {
  return {
    name: 'open-wc-in-vitest',
    enforce: 'pre',
    resolveId: (id) => (id === SOCKET ? id : undefined),
    load: (id) =>
      id === SOCKET
        ? 'export const webSocket = { addEventListener() {} };\nexport const sendMessage = () => {};\nexport const sendMessageWaitForResponse = () => Promise.reject(new Error("no web dev server"));'
        : undefined,
  };
}
