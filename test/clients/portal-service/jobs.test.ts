import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { createMemoryJobs } from '../../../src/clients/index.js';
import type { Job, JobDraft, PortalAdmin, PortalJobs } from '../../../src/contract/index.js';
import type { PlannedStep } from '../../../src/model/index.js';
import { pageOf, useSandbox } from '../../sandbox/support/sandbox.js';
import { portalServiceOn } from '../support/clients.js';

/** It has no contact of its own. */
const COMPANY = 200;
const CONTACTS = 200;
const AccountSchema = v.object({
  contactID: v.number(),
  userName: v.string(),
  isClientPortalActive: v.boolean(),
});

describe('jobs in a page, on the portal service', () => {
  const sandbox = useSandbox();
  let admin: PortalAdmin;
  let jobs: PortalJobs;
  let contactIds: number[];
  beforeAll(async () => {
    admin = portalServiceOn(sandbox.url());
    // The sandbox asks to wait whole seconds only, which is enough of them.
    jobs = createMemoryJobs(admin, { retryAfterMs: 50 });
    const add = (index: number) =>
      admin.createContact(COMPANY, {
        ...{ firstName: 'Job', lastName: `Number ${index}`, email: null, phone: null, title: null },
      });
    const added = await Promise.all(Array.from({ length: CONTACTS }, (_none, index) => add(index)));
    contactIds = added.map(({ id }) => id).sort((one, other) => one - other);
  });

  const start = async (kind: JobDraft['kind'], steps: PlannedStep[]): Promise<string> => {
    const draft = { id: crypto.randomUUID(), companyId: COMPANY, companyName: 'Leuchtturm', kind, steps };
    return (await jobs.start(draft)).id;
  };
  const until = (id: string, isIt: (job: Job) => boolean): Promise<Job> =>
    new Promise((resolve) => {
      const look = (job: Job): void => {
        if (job.id !== id || !isIt(job)) return;
        stop();
        resolve(job);
      };
      const stop = jobs.subscribe(look);
      void jobs.list().then((all) => all.forEach(look));
    });
  /** Limits, cut connections before and after the work, and a server that fails, so often that every job meets them. */
  const storm = (method: string): Promise<unknown> => {
    const match = `${method} /portal/v1/companies/${COMPANY}/portal-users*`;
    const rules = [
      { match, status: 429, retryAfter: 1, times: 2, chance: 0.05 },
      { match, drop: 'after', chance: 0.06 },
      { match, drop: 'before', chance: 0.06 },
      { match, status: 503, chance: 0.04 },
    ];
    return sandbox.call('PUT', '/_sandbox/faults', { body: { rules, seed: 7 } });
  };
  /** As the vendor's REST API tells them. */
  const accounts = async (): Promise<v.InferOutput<typeof AccountSchema>[]> => {
    await sandbox.call('DELETE', '/_sandbox/faults');
    const filter = [{ op: 'in', field: 'contactID', value: contactIds }];
    const page = pageOf(await sandbox.rest('POST', '/ClientPortalUsers/query', { filter }));
    return page.items.map((item) => v.parse(AccountSchema, item)).sort((a, b) => a.contactID - b.contactID);
  };

  it('gives 200 contacts exactly one account each, through faults and a pause', async () => {
    const formats = { dateFormat: 15, timeFormat: 3, numberFormat: 2 };
    const steps = contactIds.map((contactId): PlannedStep => ({
      ...{ action: 'create', contactId, contactName: 'Job' },
      account: { contactId, userName: `job.${contactId}`, isActive: true, securityLevel: 1, ...formats },
    }));
    await storm('POST');
    const id = await start('activate', steps);
    await until(id, ({ counts }) => counts.done >= 60);
    await jobs.pause(id);
    const paused = await until(id, ({ state, counts }) => state === 'paused' && counts.running === 0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await jobs.list()).find((job) => job.id === id)?.counts).toEqual(paused.counts);
    expect(paused.counts.planned).toBeGreaterThan(0);
    await jobs.resume(id);
    const { counts } = await until(id, ({ state }) => state === 'finished');
    expect(counts).toMatchObject({ done: CONTACTS, failed: 0, planned: 0, running: 0 });
    const made = await accounts();
    expect(made).toEqual(
      contactIds.map((contactID) => ({
        ...{ contactID, userName: `job.${contactID}`, isClientPortalActive: true },
      })),
    );
    const passwords = await jobs.takePasswords(id);
    expect(new Set(passwords.map(({ contactId }) => contactId)).size).toBe(CONTACTS);
  });

  it('switches them off, leaves what others changed meanwhile, and takes it back', async () => {
    const known = await admin.portalUsers(COMPANY, contactIds);
    const [theirs] = known;
    if (theirs === undefined) throw new Error('nobody has an account');
    const steps = known.map((before): PlannedStep => ({
      ...{ action: 'change', contactId: before.contactId, contactName: 'Job', before },
      change: { isActive: false, securityLevel: 2 },
    }));
    await admin.changePortalUser(COMPANY, theirs.id, { securityLevel: 3 }, theirs);
    await storm('PATCH');
    const id = await start('deactivate', steps);
    const { counts } = await until(id, ({ state }) => state === 'finished');
    expect(counts).toMatchObject({ done: CONTACTS - 1, failed: 1 });
    const off = await accounts();
    expect(off.filter((one) => one.isClientPortalActive).map((one) => one.contactID)).toEqual([
      theirs.contactId,
    ]);
    await storm('PATCH');
    const undo = await jobs.undo(id);
    await until(undo.id, ({ state }) => state === 'finished');
    expect((await accounts()).every((one) => one.isClientPortalActive)).toBe(true);
  });
});
