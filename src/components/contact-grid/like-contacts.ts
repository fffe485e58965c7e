import { foldText, type ContactDraft, type ContactRow } from '../../model/index.js';

/** Contacts that may be the one that is about to be added. */
export interface Likeness {
  readonly sameEmail: readonly ContactRow[];
  readonly sameName: readonly ContactRow[];
}

export const noLikeness: Likeness = { sameEmail: [], sameName: [] };

/** Looks through all rows: who has this address, without case, and who this name, without case and accents. */
export function likeContacts(rows: readonly ContactRow[], draft: ContactDraft): Likeness {
  const email = draft.email?.trim().toLowerCase() ?? '';
  const [first, last] = [foldText(draft.firstName.trim()), foldText(draft.lastName.trim())];
  const hasName = first !== '' && last !== '';
  return {
    sameEmail:
      email === '' ? [] : rows.filter(({ contact }) => contact.email?.trim().toLowerCase() === email),
    sameName: !hasName
      ? []
      : rows.filter(
          ({ contact }) => foldText(contact.lastName) === last && foldText(contact.firstName) === first,
        ),
  };
}
