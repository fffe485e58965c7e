import { expect, it } from 'vitest';
import { createMemoryClient, createMemoryJobs } from '../../src/clients/index.js';
import { guardAdmin, guardJobs } from '../../src/content/identity-guard.js';
import { PortalError } from '../../src/contract/index.js';

const SHOWN = 174;

/** A client that counts what reaches it, behind the guard of a page that shows a company. */
function behindGuard(shown: () => number | null) {
  const client = createMemoryClient();
  const changes: unknown[] = [];
  client.subscribe((change) => changes.push(change));
  return { admin: guardAdmin(client, shown), changes };
}
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'not refused',
    (thrown: unknown) => (thrown instanceof PortalError ? thrown.data : thrown),
  );

it.each([175, null])('refuses every write for a company when the page shows %s by now', async (now) => {
  const { admin, changes } = behindGuard(() => now);
  const { version } = await admin.settings(SHOWN);
  const account = { contactId: 1, userName: 'a@b.example', isActive: true, password: 'Secret-Pass-1' };
  const formats = { securityLevel: 1, dateFormat: 1, timeFormat: 1, numberFormat: 1 };
  const contact = { firstName: 'A', lastName: 'B', email: null, phone: null, title: null };
  const writes = [
    admin.createContact(SHOWN, contact),
    admin.saveSettings(SHOWN, { notifications: false }, version),
    admin.createPortalUser(SHOWN, { ...account, ...formats }),
    admin.changePortalUser(SHOWN, 1, { isActive: false }, null),
  ];
  for (const write of writes)
    expect(await refusal(write)).toEqual({ code: 'forbidden', reason: 'other-company' });
  expect(changes).toEqual([]);
});

it('asks the page anew for each write', async () => {
  let shown = SHOWN;
  const { admin, changes } = behindGuard(() => shown);
  const { version } = await admin.settings(SHOWN);
  const saved = await admin.saveSettings(SHOWN, { notifications: false }, version);
  shown = 175;
  expect(await refusal(admin.saveSettings(SHOWN, { notifications: true }, saved.version))).toMatchObject({
    reason: 'other-company',
  });
  expect(changes).toHaveLength(1);
});

it('reads whatever an element asks for', async () => {
  const { admin } = behindGuard(() => null);
  expect(await admin.company(SHOWN)).toMatchObject({ id: SHOWN });
});

it('starts no job for another company', async () => {
  const jobs = createMemoryJobs(createMemoryClient());
  const guarded = guardJobs(jobs, () => 175);
  const who = { contactId: 1, contactName: 'Mara Adler' };
  const draft = {
    id: crypto.randomUUID(),
    companyId: SHOWN,
    companyName: 'Nordlicht',
    kind: 'change' as const,
  };
  const steps = [{ action: 'refused' as const, ...who, reason: 'contact-inactive' as const }];
  expect(await refusal(guarded.start({ ...draft, steps }))).toMatchObject({ reason: 'other-company' });
  expect(await guarded.list()).toEqual([]);
});
