import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/server.js';
import { createCombinedClient, createMemoryClient } from '../../src/clients/index.js';
import { autotaskOn, portalServiceOn } from './support/clients.js';
import { noSequenceIsForbidden } from './taskfire-sequences.js';

const isLong = process.env.TEST_LONG !== undefined;

describe('no sequence of edits reaches a forbidden state (T1, T2, T3, T5, S1)', () => {
  it('in the memory client', async () => {
    const counts = await noSequenceIsForbidden(createMemoryClient(), 174, isLong ? 2_000 : 60);
    expect(counts.done).toBeGreaterThan(100);
    expect(counts.refused).toBeGreaterThan(100);
  });

  it('at the sandbox server', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'taskfire-test-'));
    const sandbox = await startSandbox({ port: 0, db: path.join(folder, 'psa.db'), seed: 'demo' });
    const admin = createCombinedClient({
      autotask: autotaskOn(sandbox.url),
      portalService: portalServiceOn(sandbox.url),
    });
    try {
      const counts = await noSequenceIsForbidden(admin, 181, isLong ? 100 : 6);
      expect(counts.done + counts.refused).toBeGreaterThan(10);
    } finally {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
