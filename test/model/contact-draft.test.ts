import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONTACT_MAX_LENGTHS,
  contactProblems,
  isAsDrafted,
  tidyContact,
  type ContactDraft,
} from '../../src/model/index.js';

const right: ContactDraft = {
  ...{ firstName: 'Mara', lastName: 'Adler', email: 'mara@people.example' },
  ...{ phone: '+49 40 5550', title: 'CFO' },
};
const drafts = fc.record({
  firstName: fc.string(),
  lastName: fc.string(),
  email: fc.option(fc.string()),
  phone: fc.option(fc.string()),
  title: fc.option(fc.string()),
});

describe('a new contact', () => {
  it.each<[Partial<ContactDraft>, string, string]>([
    [{ firstName: ' ' }, 'firstName', 'required'],
    [{ lastName: '' }, 'lastName', 'required'],
    [{ title: 'x'.repeat(CONTACT_MAX_LENGTHS.title + 1) }, 'title', 'too-long'],
    ...['mara', 'mara@', '@people.example', 'mara@people', 'a b@people.example', 'a@b@c.example'].map(
      (email): [Partial<ContactDraft>, string, string] => [{ email }, 'email', 'email-malformed'],
    ),
  ])('with %j is refused', (wrong, field, code) => {
    expect(contactProblems({ ...right, ...wrong })).toEqual([{ field, code }]);
  });

  it('needs two names and nothing else, and may fill each field to its end', () => {
    expect(contactProblems({ ...right, email: null, phone: ' ', title: '' })).toEqual([]);
    expect(contactProblems({ ...right, title: ` ${'x'.repeat(CONTACT_MAX_LENGTHS.title)} ` })).toEqual([]);
  });

  it('is tidied once and for all, and is as drafted then', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const tidy = tidyContact(draft);
        expect(tidyContact(tidy)).toEqual(tidy);
        expect(contactProblems(tidy)).toEqual(contactProblems(draft));
        const contact = { ...tidy, id: 1, companyId: 174, isActive: true };
        expect(isAsDrafted(contact, draft)).toBe(true);
        expect(isAsDrafted({ ...contact, lastName: `${tidy.lastName}x` }, draft)).toBe(false);
      }),
    );
  });
});
