import type { Contact } from './contact.js';
import { foldText } from './fold-text.js';

/** A rule by which contacts get a security level. Case and accents of a title do not matter. */
export interface LevelRule {
  readonly when: 'title-contains' | 'email-domain';
  /** A part of a title, or a domain, with or without its `@`. An empty one fits nobody. */
  readonly text: string;
  /** The level's id. */
  readonly level: number;
}

/** Which level a contact gets: by the first rule that fits, else `otherwise`; null = none. */
export interface LevelChoice {
  readonly rules: readonly LevelRule[];
  readonly otherwise: number | null;
}

/** The level of each contact by these rules, null where none gives one. */
export function levelChooser({ rules, otherwise }: LevelChoice): (contact: Contact) => number | null {
  const tests = rules.map(({ when, text, level }) => ({ fits: fitsRule(when, text), level }));
  return (contact) => tests.find(({ fits }) => fits(contact))?.level ?? otherwise;
}

function fitsRule(when: LevelRule['when'], text: string): (contact: Contact) => boolean {
  const wanted = foldText(text.trim()).replace(when === 'email-domain' ? /^@/ : '', '');
  if (wanted === '') return () => false;
  if (when === 'title-contains') return ({ title }) => title !== null && foldText(title).includes(wanted);
  return ({ email }) => email !== null && domainOf(email) === wanted;
}

function domainOf(email: string): string | undefined {
  const at = email.lastIndexOf('@');
  return at < 0 ? undefined : foldText(email.slice(at + 1).trim());
}
