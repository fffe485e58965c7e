import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nameMaker,
  numberedName,
  parsePattern,
  transliterate,
  userNameProblem,
  type Contact,
  type UserNamePattern,
} from '../../src/model/index.js';
import { contactRow } from './arbitraries.js';

const made = (text: string, contact: Partial<Contact> = {}, other: Partial<UserNamePattern> = {}) => {
  const make = nameMaker({ text, isLowerCase: true, isTransliterated: true, ...other });
  const name = make?.(contactRow({ contact }).contact);
  return typeof name === 'object' ? numberedName(name, 1) : name;
};

describe('a pattern of user names', () => {
  it.each([
    ['{email}', 'm.adler@nordlicht.example'],
    ['{mailbox}-kd', 'm.adler-kd'],
    ['{first}.{last}{number}@{domain}', 'mareike.adler@nordlicht.example'],
    ['{f}{l}', 'ma'],
    ['portal{id}', 'portal1'],
    ['{{{f}}}', '{m}'],
  ])('%s: %s', (text, name) => {
    expect(made(text)).toBe(name);
  });

  it('spells names in Latin letters, as one word, and leaves addresses alone', () => {
    const jurgen = { firstName: 'Jürgen  Anton', lastName: "van der Løvås-O'Weiß", email: 'jörg@x.example' };
    expect(made('{first}.{last}', jurgen)).toBe('juergenanton.vanderloevaas-oweiss');
    expect(made('{f}{last}', { firstName: 'Äke', lastName: 'Ünal' }, { isLowerCase: false })).toBe('AUenal');
    expect(made('{mailbox}', jurgen)).toBe('jörg');
    expect(made('{first}', jurgen, { isTransliterated: false })).toBe('jürgenanton');
  });

  it('says what a contact lacks', () => {
    expect(made('{mailbox}', { email: null })).toBe('email-missing');
    expect(made('{domain}', { email: 'nobody' })).toBe('email-missing');
    expect(made('{first}', { firstName: ' ' })).toBe('user-name-missing');
  });

  it.each([
    ['', { code: 'pattern-empty' }],
    ['{first', { code: 'pattern-brace' }],
    ['first}', { code: 'pattern-brace' }],
    ['{vorname}', { code: 'pattern-placeholder', text: 'vorname' }],
    ['{first} {last}', { code: 'pattern-characters', text: ' ' }],
  ])('%s is none', (text, problem) => {
    expect(parsePattern(text)).toEqual({ problem });
    expect(made(text)).toBeUndefined();
  });

  it('never throws, whatever is typed, and keeps what is no placeholder', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parsePattern(text);
        const escaped = parsePattern(text.replace(/[{}]/g, '$&$&'));
        if (userNameProblem(text) === undefined)
          expect(
            'parts' in escaped && escaped.parts.map((part) => ('text' in part ? part.text : '?')).join(''),
          ).toBe(text);
        expect('parts' in parsed || 'problem' in parsed).toBe(true);
      }),
    );
  });
});

describe('letters', () => {
  it('are spelled out where there is a way, and kept where there is none', () => {
    expect(transliterate('Jürgen ÅSA Œuvre Çelik Łukasz')).toBe('Juergen AaSA Oeuvre Celik Lukasz');
    expect(transliterate('Иван')).toBe('Иван');
    expect(transliterate('u\u0308')).toBe('ue');
  });
});
