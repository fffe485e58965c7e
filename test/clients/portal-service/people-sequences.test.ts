import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PortalError, type PortalAdmin } from '../../../src/contract/index.js';
import type { ContactRow, PortalUserChange, PortalUserDraft } from '../../../src/model/index.js';
import { useSandbox } from '../../sandbox/support/sandbox.js';
import { autotaskOn, portalServiceOn } from '../support/clients.js';

/** Without Taskfire: nine contacts, of which six have no account. */
const COMPANY = 175;
const isLong = process.env.TEST_LONG !== undefined;

/** What an admin does who may know no rules, on whichever side, to the contact or account at a place of the list. */
type Deed =
  | { readonly kind: 'create'; readonly at: number; readonly more: Partial<PortalUserDraft> }
  | {
      readonly kind: 'change';
      readonly at: number;
      readonly change: PortalUserChange;
      readonly isStale: boolean;
    };

const userName = fc.constantFrom(
  'ada',
  'ADA',
  'ada.nowak',
  'b@people.example',
  '',
  'no spaces',
  'x'.repeat(201),
);
const format = fc.constantFrom(1, 2, 99);
const fields = {
  userName,
  isActive: fc.boolean(),
  securityLevel: fc.constantFrom(1, 2, 4, 4711),
  timeFormat: format,
};
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constant('create' as const),
    at: fc.nat(8),
    more: fc.record(
      { ...fields, password: fc.constantFrom('Quite-Long#42', "it's", '1234') },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    kind: fc.constant('change' as const),
    at: fc.nat(8),
    change: fc.record(fields, { requiredKeys: [] }),
    isStale: fc.boolean(),
  }),
);
const steps = fc.array(fc.record({ deed, isByService: fc.boolean() }), { minLength: 1, maxLength: 6 });

describe('people, changed over the portal service and over REST in any order', () => {
  const sandbox = useSandbox();

  it('are the same on both sides after each step, and what one refuses the other refuses', async () => {
    const service = portalServiceOn(sandbox.url());
    const rest = autotaskOn(sandbox.url());
    const counts = { done: 0, refused: 0 };
    const property = fc.asyncProperty(steps, async (all) => {
      for (const one of all) {
        const [first, second] = one.isByService ? [service, rest] : [rest, service];
        const before = await rowsOf(first);
        const refused = await isRefused(first, before, one.deed);
        counts[refused ? 'refused' : 'done'] += 1;
        const after = await rowsOf(first);
        expect(await rowsOf(second), JSON.stringify(one)).toEqual(after);
        if (!refused) continue;
        expect(after, JSON.stringify(one)).toEqual(before);
        expect(await isRefused(second, before, one.deed), JSON.stringify(one)).toBe(true);
      }
    });
    await fc.assert(property, { numRuns: isLong ? 150 : 12 });
    expect(counts.done).toBeGreaterThan(5);
    expect(counts.refused).toBeGreaterThan(5);
  });
});

async function rowsOf(admin: PortalAdmin): Promise<ContactRow[]> {
  return (await admin.contacts(COMPANY, null)).rows;
}

/** Anything else than a refusal by a rule fails the test. */
async function isRefused(admin: PortalAdmin, rows: readonly ContactRow[], deed: Deed): Promise<boolean> {
  try {
    await carryOut(admin, rows, deed);
    return false;
  } catch (thrown) {
    if (thrown instanceof PortalError && thrown.data.code === 'validation') return true;
    throw thrown;
  }
}

async function carryOut(admin: PortalAdmin, rows: readonly ContactRow[], deed: Deed): Promise<void> {
  const row = rows[deed.at % rows.length];
  if (row === undefined) throw new Error('the company has nobody');
  if (deed.kind === 'create') {
    const formats = { dateFormat: 15, timeFormat: 3, numberFormat: 2 };
    const draft = {
      userName: `seq.${row.contact.id}`,
      password: 'Quite-Long#42',
      isActive: true,
      securityLevel: 1,
    };
    await admin.createPortalUser(COMPANY, { ...draft, ...formats, ...deed.more, contactId: row.contact.id });
    return;
  }
  const account = row.portalUser;
  if (account === null) return;
  const expected = deed.isStale ? { ...account, timeFormat: 77 } : account;
  await admin.changePortalUser(COMPANY, account.id, deed.change, expected);
}
