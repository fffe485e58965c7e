import { expect, it } from 'vitest';
import type { PortalAdmin, PortalChange } from '../../src/contract/index.js';
import type { ContactDraft } from '../../src/model/index.js';
import type { World } from './contract-suite.js';
import { portalErrorOf } from './support/portal-error-of.js';

/** What adding a contact must do, whatever stands behind it. */
export function newContactSuite(world: () => Pick<World, 'admin' | 'plain'>): void {
  const admin = (): PortalAdmin => world().admin;
  const draft: ContactDraft = {
    ...{ firstName: ' Żaneta ', lastName: 'Nowak', email: 'zaneta@people.example' },
    ...{ phone: '+49 40 5550', title: '' },
  };

  it('adds one that is active, without blanks around what was typed, and tells of it', async () => {
    const heard: PortalChange[] = [];
    const stop = admin().subscribe((change) => heard.push(change));
    const created = await admin().createContact(world().plain, draft);
    stop();
    const { firstName, title } = { firstName: 'Żaneta', title: null };
    const expected = { ...draft, firstName, title, id: created.id, companyId: world().plain, isActive: true };
    expect(created).toEqual(expected);
    const { rows } = await admin().contacts(world().plain, null);
    expect(rows).toContainEqual({ contact: created, portalUser: null });
    expect(heard).toEqual([{ kind: 'contact', companyId: world().plain, contactId: created.id }]);
  });

  it('takes two with the same name and address: people do share them', async () => {
    const twin = { ...draft, firstName: 'Twin' };
    const ids = await Promise.all([1, 2].map(() => admin().createContact(world().plain, twin)));
    expect(new Set(ids.map(({ id }) => id)).size).toBe(2);
  });

  const refusals: [string, Partial<ContactDraft>, string, string][] = [
    ['none without a first name', { firstName: '  ' }, 'firstName', 'required'],
    ['none without a last name', { lastName: '' }, 'lastName', 'required'],
    ['a broken address', { email: 'zaneta@people' }, 'email', 'email-malformed'],
    ['a phone number of 26 characters', { phone: '1'.repeat(26) }, 'phone', 'too-long'],
  ];
  it.each(refusals)('refuses %s', async (_case, wrong, field, code) => {
    const { total } = await admin().contacts(world().plain, null);
    const error = await portalErrorOf(admin().createContact(world().plain, { ...draft, ...wrong }));
    expect(error).toMatchObject({ code: 'validation', problems: [{ path: [field], code }] });
    expect((await admin().contacts(world().plain, null)).total).toBe(total);
  });

  it('knows no unknown company', async () => {
    expect((await portalErrorOf(admin().createContact(987_654, draft))).code).toBe('not-found');
  });
}
