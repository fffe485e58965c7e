import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.js';
import { createCombinedClient, createMemoryClient, demoData } from '../../src/clients/index.js';
import { autotaskOn, portalServiceOn } from './support/clients.js';
import { noEditIsForbidden } from './settings-sequences.js';

const isLong = process.env.TEST_LONG !== undefined;

describe('no sequence of edits reaches a forbidden state (S1, S8, S10, S12, R1, R2, R3, E1, E2, E3, D1)', () => {
  it('in the memory client', async () => {
    const counts = await noEditIsForbidden(createMemoryClient(), 174, isLong ? 2_000 : 80);
    expect(counts.done).toBeGreaterThan(100);
    expect(counts.refused).toBeGreaterThan(100);
  });

  it('in the memory client of a provider without early access (E1)', async () => {
    const seed = demoData();
    const provider = { ...seed.provider, isEarlyAccessActivated: false };
    const admin = createMemoryClient({ seed: { ...seed, provider } });
    const counts = await noEditIsForbidden(admin, 174, isLong ? 1_000 : 40);
    expect(counts.refused).toBeGreaterThan(50);
  });

  it('at the sandbox server', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'settings-test-'));
    const sandbox = await startSandbox({ port: 0, db: path.join(folder, 'psa.db'), seed: 'demo' });
    const admin = createCombinedClient({
      autotask: autotaskOn(sandbox.url),
      portalService: portalServiceOn(sandbox.url),
    });
    try {
      const counts = await noEditIsForbidden(admin, 181, isLong ? 150 : 8);
      // Chance decides how many; a few of either kind are enough to know that both were tried.
      expect(counts.done).toBeGreaterThan(3);
      expect(counts.refused).toBeGreaterThan(3);
    } finally {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
