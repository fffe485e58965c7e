import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSandbox } from '../../../sandbox/server.js';
import type { PortalAdmin } from '../../../src/contract/index.js';
import type { World } from '../contract-suite.js';
import { portalServiceOn } from './clients.js';
import { lateArrival } from './late-arrival.js';

/** What the suite finds on a sandbox of its own. */
export async function sandboxWorld(
  adminOn: (url: string) => { admin: PortalAdmin; viewer: PortalAdmin },
): Promise<World> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clients-test-'));
  const sandbox = await startSandbox({ port: 0, db: path.join(folder, 'psa.db'), seed: 'demo' });
  const another = portalServiceOn(sandbox.url);
  return {
    ...adminOn(sandbox.url),
    // Its seed has 6 of 9 contacts without an account, and the suite uses up no more than that.
    plain: 175,
    taskfire: 174,
    withSignIns: 174,
    withoutSignIns: 175,
    someoneSignsIn: async (companyId) => {
      const url = new URL(`/_sandbox/companies/${companyId}/sso-events`, sandbox.url);
      await fetch(url, { method: 'POST', body: JSON.stringify(lateArrival) });
    },
    savedByAnother: async (companyId, change) => {
      await another.saveSettings(companyId, change, (await another.settings(companyId)).version);
    },
    close: async () => {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
