import { manyContacts } from '../../src/clients/memory/people.js';
import type { ContactRow } from '../../src/model/index.js';

/** A word that names, user names and addresses of some contacts hold, and nothing else does. */
export const QUERY = 'petersen';

/**
 * The contacts of every contestant, always the same. Most names occur once, as in life; of the memory client's people they
 * occur by the hundred, which would flatter whoever looks at each name once.
 */
export function benchContacts(count: number): ContactRow[] {
  const chance = randomNumbers(20_260);
  const people = manyContacts(count);
  return people.map(({ contact, portalUser }, index): ContactRow => {
    const [one, other] = [0, 1].map(() => people[Math.floor(chance() * count)]?.contact ?? contact);
    const lastName = chance() < 0.7 ? `${contact.lastName}-${one?.lastName ?? ''}` : contact.lastName;
    const firstName = chance() < 0.7 ? `${contact.firstName} ${other?.firstName ?? ''}` : contact.firstName;
    // Six digits in each, and only letters before: then every way of comparing texts comes to the same order.
    const local = `${contact.email?.replace(/\d*@.*/, '') ?? 'nobody'}${String(index).padStart(6, '0')}`;
    return {
      contact: {
        ...contact,
        firstName,
        lastName,
        email: `${local}@oberdorf.example`,
        title: contact.title ?? 'Assistenz',
      },
      portalUser: portalUser && { ...portalUser, userName: local },
    };
  });
}

/** The contact with other words in its title, which is what a row update shows. */
export function changedContact({ contact, portalUser }: ContactRow, mark: number): ContactRow {
  return { contact: { ...contact, title: `Changed ${mark}` }, portalUser };
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
