import { beforeAll, describe, expect, it } from 'vitest';
import { itemIdOf, portalUserBody, useSandbox } from '../../sandbox/support/sandbox.js';
import { autotaskOn } from '../support/clients.js';

const COMPANY = 190;
/** More than one page, together with the six that the seed has. */
const MORE = 600;
const WITH_ACCOUNT_EVERY = 50;

describe('the Autotask client and more contacts than a page holds', () => {
  const sandbox = useSandbox();

  const createContact = async (number: number): Promise<void> => {
    const body = { firstName: 'Ümit', lastName: `Nr. ${number}`, isActive: 1 };
    const id = itemIdOf(await sandbox.rest('POST', `/Companies/${COMPANY}/Contacts`, body));
    if (number % WITH_ACCOUNT_EVERY === 0)
      itemIdOf(await sandbox.rest('POST', '/ClientPortalUsers', portalUserBody(id)));
  };
  beforeAll(async () => {
    // Three at a time, as the vendor allows.
    const columns = [0, 1, 2].map(async (first) => {
      for (let number = first; number < MORE; number += 3) await createContact(number);
    });
    await Promise.all(columns);
  });

  it('reads page after page, each contact once, each with its own account, and counts on the first', async () => {
    const admin = autotaskOn(sandbox.url());
    const first = await admin.contacts(COMPANY, null);
    expect(first.rows).toHaveLength(500);
    expect(first.total).toBe(MORE + 6);
    const second = await admin.contacts(COMPANY, first.next);
    expect(second).toMatchObject({ next: null, total: null });
    const rows = [...first.rows, ...second.rows];
    expect(new Set(rows.map(({ contact }) => contact.id)).size).toBe(MORE + 6);
    const numbers = rows.flatMap(({ contact, portalUser }) =>
      portalUser?.userName === `contact-${contact.id}` ? [Number(contact.lastName.slice(4))] : [],
    );
    const expected = Array.from(
      { length: MORE / WITH_ACCOUNT_EVERY },
      (_, index) => index * WITH_ACCOUNT_EVERY,
    );
    expect(numbers.sort((one, other) => one - other)).toEqual(expected);
  });
});
