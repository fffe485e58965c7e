import type { CrxPlugin } from '@crxjs/vite-plugin';
import type { Plugin } from 'vite';
import type { BuildTarget } from './build-target.js';
import { injectedBundle, type InjectedBundle } from './injected-bundle.js';

/** The worker in the build. */
export const WORKER_FILE = 'worker.js';

type WorkerBundle = Pick<InjectedBundle, 'define' | 'output'> & { target: BuildTarget };

/**
 * The worker as one classic script, because somebody waits while it is loaded, again and again. crxjs makes a module that
 * shares chunks with the pages: a browser fetches these one after the other and comments along, which doubled what our
 * script adds to the start of a worker (`npm run bench worker`).
 */
export function workerBundle({ target, define, output }: WorkerBundle): Plugin[] {
  const named: CrxPlugin & Plugin = {
    name: 'portal-admin:worker-in-manifest',
    enforce: 'post',
    renderCrxManifest: (manifest) => ({
      ...manifest,
      // Firefox runs it in an event page.
      background: target === 'firefox' ? { scripts: [WORKER_FILE] } : { service_worker: WORKER_FILE },
    }),
  };
  return [injectedBundle({ entry: 'src/background/main.ts', fileName: WORKER_FILE, define, output }), named];
}
