import { describe, expect, it } from 'vitest';
import {
  createMemoryClient,
  type MemoryClient,
  type MemoryClientOptions,
} from '../../../src/clients/memory/index.js';
import { ContactRows } from '../../../src/components/contact-grid/contact-rows.js';
import {
  RowChanges,
  undoOf,
  type ChangeTarget,
  type Submission,
} from '../../../src/components/contact-grid/row-changes.js';
import { PortalError } from '../../../src/contract/index.js';
import type { ContactRow } from '../../../src/model/index.js';
import { ControllerHost } from './controller-host.js';
import { DAIRY } from './stage.js';

interface Opened {
  readonly admin: MemoryClient;
  readonly target: ChangeTarget;
  readonly changes: RowChanges;
  readonly active: ContactRow;
  readonly off: Submission;
}

async function open(options: MemoryClientOptions = {}): Promise<Opened> {
  const admin = createMemoryClient(options);
  const host = new ControllerHost();
  const rows = new ContactRows(host, () => []);
  await rows.start(admin, DAIRY);
  const active = rows.list.all.find(({ portalUser }) => portalUser?.isActive === true);
  if (!active?.portalUser) throw new Error('Nobody is active.');
  const off: Submission = { kind: 'change', portalUser: active.portalUser, change: { isActive: false } };
  return { admin, target: { admin, companyId: DAIRY, rows }, changes: new RowChanges(host), active, off };
}

function isActive({ target, active }: Opened): boolean | undefined {
  return target.rows.list.rowOf(active.contact.id)?.portalUser?.isActive;
}

describe('row changes', () => {
  it('are shown before the answer, and confirmed by it', async () => {
    const opened = await open();
    const ended = opened.changes.submit(opened.target, opened.active, opened.off);
    expect(opened.changes.isBusy(opened.active.contact.id)).toBe(true);
    expect(isActive(opened)).toBe(false);
    expect(await ended).toMatchObject({ state: 'done', deed: 'deactivated' });
    expect(isActive(opened)).toBe(false);
  });

  it('take one change of a row at a time', async () => {
    const { changes, target, active, off } = await open();
    const first = changes.submit(target, active, off);
    expect(await changes.submit(target, active, off)).toBe(undefined);
    await first;
  });

  it('are taken back when they are refused, and can be sent again', async () => {
    const opened = await open({ failures: [{ method: 'changePortalUser', error: { code: 'forbidden' } }] });
    const { changes, target, active, off } = opened;
    const result = await changes.submit(target, active, off);
    expect(result?.failure).toMatchObject({ submission: off, isUncertain: false });
    expect(isActive(opened)).toBe(true);
    expect(await changes.submit(target, active, off)).toMatchObject({ state: 'done' });
  });

  it('look whether a change was done when its answer got lost', async () => {
    const opened = await open();
    const { admin, changes, target, active, off } = opened;
    const change = admin.changePortalUser.bind(admin);
    admin.changePortalUser = async (...args) => {
      await change(...args);
      throw new PortalError({ code: 'offline' });
    };
    expect(await changes.submit(target, active, off)).toMatchObject({ state: 'done' });
    expect(isActive(opened)).toBe(false);
  });

  it('say so where that cannot be found out', async () => {
    const { admin, changes, target, active, off } = await open();
    admin.fail({ method: 'changePortalUser', error: { code: 'offline' } });
    admin.fail({ method: 'contacts', error: { code: 'offline' } });
    const result = await changes.submit(target, active, off);
    expect(result?.failure?.isUncertain).toBe(true);
  });

  it('can be undone, but for a new account', async () => {
    const opened = await open();
    const { changes, target, active, off } = opened;
    const result = await changes.submit(target, active, off);
    const now = target.rows.list.rowOf(active.contact.id);
    const undo = result && now && undoOf(result, now);
    if (!now || !undo) throw new Error('There is no way back.');
    await changes.submit(target, now, undo);
    expect(target.rows.list.rowOf(active.contact.id)).toEqual(active);
    expect(undoOf({ state: 'done', deed: 'activated', row: { ...active, portalUser: null } }, active)).toBe(
      undefined,
    );
  });

  it('end unseen when another company is shown', async () => {
    const { changes, target, active, off } = await open();
    const ended = changes.submit(target, active, off);
    changes.reset();
    await ended;
    expect(changes.notable).toEqual([]);
  });
});
