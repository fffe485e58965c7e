import type { Contact } from './contact.js';
import { transliterate } from './transliterate.js';
import { userNameProblem } from './user-name.js';

/**
 * What a pattern can take from a contact: the e-mail address, its part before and after the `@`, first and last name, their
 * first letters, the contact's id in the PSA. `number` is empty, or 2, 3, 4 … where the name would be taken without it.
 */
export const placeholders = [
  'email',
  'mailbox',
  'domain',
  'first',
  'last',
  'f',
  'l',
  'id',
  'number',
] as const;
export type Placeholder = (typeof placeholders)[number];

/** How user names are made. A brace that is meant as such is written twice. */
export interface UserNamePattern {
  /** For example `{first}.{last}{number}`. */
  readonly text: string;
  readonly isLowerCase: boolean;
  /** Whether names are spelled in Latin letters without accents. Addresses never are: they would be others. */
  readonly isTransliterated: boolean;
}

export type PatternProblem =
  | { readonly code: 'pattern-empty' | 'pattern-brace' }
  | { readonly code: 'pattern-placeholder' | 'pattern-characters'; readonly text: string };

type Part = { readonly text: string } | { readonly placeholder: Placeholder };

const TOKEN = /\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+/g;

/** The parts of a pattern, or what is wrong with it. */
export function parsePattern(
  text: string,
): { readonly parts: Part[] } | { readonly problem: PatternProblem } {
  const parts: Part[] = [];
  for (const [token, name] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '}') return { problem: { code: 'pattern-brace' } };
    if (name === undefined) parts.push({ text: token === '{{' || token === '}}' ? token.charAt(0) : token });
    else if (isPlaceholder(name)) parts.push({ placeholder: name });
    else return { problem: { code: 'pattern-placeholder', text: name } };
  }
  if (parts.length === 0) return { problem: { code: 'pattern-empty' } };
  for (const part of parts)
    if ('text' in part && userNameProblem(part.text) === 'user-name-characters')
      return { problem: { code: 'pattern-characters', text: part.text } };
  return { parts };
}

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name);
}

/** The contact's name by a pattern: around each `number` lie two pieces. */
export interface NameCandidate {
  readonly pieces: readonly string[];
}

/** A name that lacks something that the pattern asks for. */
export type NameLack = 'email-missing' | 'user-name-missing';

/** How the names of a pattern are made, contact by contact. */
export type NameMaker = (contact: Contact) => NameCandidate | NameLack;

/** Undefined where the pattern is none; `parsePattern` says why. */
export function nameMaker(pattern: UserNamePattern): NameMaker | undefined {
  const parsed = parsePattern(pattern.text);
  if ('problem' in parsed) return undefined;
  const { parts } = parsed;
  return (contact) => {
    const pieces: string[] = [];
    let piece = '';
    for (const part of parts) {
      if ('placeholder' in part && part.placeholder === 'number') {
        pieces.push(piece);
        piece = '';
        continue;
      }
      const text = 'text' in part ? part.text : valueOf(part.placeholder, contact, pattern.isTransliterated);
      if (text === '') return lackOf(part);
      piece += text;
    }
    pieces.push(piece);
    return { pieces: pattern.isLowerCase ? pieces.map((one) => one.toLowerCase()) : pieces };
  };
}

function lackOf(part: Part): NameLack {
  const isOfEmail = 'placeholder' in part && ['email', 'mailbox', 'domain'].includes(part.placeholder);
  return isOfEmail ? 'email-missing' : 'user-name-missing';
}

/** The name with this number; without one for the first of all that would have the same. */
export function numberedName({ pieces }: NameCandidate, number: number): string {
  return pieces.join(number === 1 ? '' : number.toString());
}

/** Whether another number makes another name. */
export function canBeNumbered({ pieces }: NameCandidate): boolean {
  return pieces.length > 1;
}

function valueOf(placeholder: Placeholder, contact: Contact, isTransliterated: boolean): string {
  const email = contact.email?.trim() ?? '';
  const at = email.lastIndexOf('@');
  switch (placeholder) {
    case 'email':
      return email;
    case 'mailbox':
      return at < 0 ? '' : email.slice(0, at);
    case 'domain':
      return at < 0 ? '' : email.slice(at + 1);
    case 'first':
      return nameLetters(contact.firstName, isTransliterated);
    case 'last':
      return nameLetters(contact.lastName, isTransliterated);
    case 'f':
      return firstLetter(nameLetters(contact.firstName, isTransliterated));
    case 'l':
      return firstLetter(nameLetters(contact.lastName, isTransliterated));
    case 'id':
      return contact.id.toString();
    case 'number':
      return '';
  }
}

/** A name as one word: "van der Meer" becomes "vanderMeer", "O'Brien" becomes "OBrien". */
function nameLetters(name: string, isTransliterated: boolean): string {
  const spelled = isTransliterated ? transliterate(name) : name.normalize('NFC');
  return spelled.replace(/[^\p{L}\p{M}\p{N}-]+/gu, '').replace(/^-+|-+$/g, '');
}

function firstLetter(name: string): string {
  const [letter = ''] = name;
  return letter;
}
