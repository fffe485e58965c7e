import { describe, expect, it } from 'vitest';
import { createMemoryClient, manyContacts } from '../../../src/clients/memory/index.js';
import { ContactRows } from '../../../src/components/contact-grid/contact-rows.js';
import { ControllerHost } from './controller-host.js';
import { DAIRY, FLORIST_WITH_TASKFIRE, waitFor, withRows } from './stage.js';

const seed = withRows(manyContacts(1_700));

describe('contact rows', () => {
  it('come page by page', async () => {
    const host = new ControllerHost();
    const rows = new ContactRows(host, () => []);
    await rows.start(createMemoryClient({ seed }), DAIRY);
    expect(rows.state).toBe('complete');
    expect([rows.total, rows.count('all')]).toEqual([1_700, 1_700]);
    expect(host.updates).toBeGreaterThanOrEqual(4);
  });

  it('go on from the page that failed', async () => {
    const admin = createMemoryClient({ seed, latencyMs: 5 });
    const rows = new ContactRows(new ControllerHost(), () => []);
    const ended = rows.start(admin, DAIRY);
    await waitFor(() => rows.count('all') > 0);
    admin.fail({ method: 'contacts', error: { code: 'offline' } });
    await ended;
    expect([rows.state, rows.error?.data.code]).toEqual(['failed', 'offline']);
    const before = rows.count('all');
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(1_700);
    await rows.resume();
    expect([rows.state, rows.error, rows.count('all')]).toEqual(['complete', undefined, 1_700]);
  });

  it('of another company end the loading of the first', async () => {
    const rows = new ContactRows(new ControllerHost(), () => []);
    const admin = createMemoryClient({ seed, latencyMs: 5 });
    const first = rows.start(admin, DAIRY);
    await rows.start(admin, FLORIST_WITH_TASKFIRE);
    await first;
    expect(rows.list.all.every(({ contact }) => contact.companyId === FLORIST_WITH_TASKFIRE)).toBe(true);
    expect(rows.state).toBe('complete');
  });

  it('stop with their host', async () => {
    const host = new ControllerHost();
    const rows = new ContactRows(host, () => []);
    const ended = rows.start(createMemoryClient({ seed, latencyMs: 20 }), DAIRY);
    host.disconnect();
    await ended;
    expect([rows.state, rows.count('all')]).toEqual(['idle', 0]);
  });

  it('read one contact again with the page it came with', async () => {
    const admin = createMemoryClient({ seed });
    const rows = new ContactRows(new ControllerHost(), () => []);
    await rows.start(admin, DAIRY);
    const row = rows.list.all.find(({ portalUser }, place) => place > 1_200 && portalUser !== null);
    if (!row?.portalUser) throw new Error('Nobody has an account.');
    await admin.changePortalUser(DAIRY, row.portalUser.id, { userName: 'renamed' }, null);
    const read = await rows.reread(row.contact.id);
    expect(read?.portalUser?.userName).toBe('renamed');
    expect(rows.list.rowOf(row.contact.id)?.portalUser?.userName).toBe('renamed');
    expect(await rows.reread(1)).toBe(undefined);
  });
});
