import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assignableLevels,
  canAnyoneLogIn,
  canDeleteLevel,
  changeableOfLevel,
  draftProblems,
  generatePassword,
  isSameUserName,
  kindOfLevel,
  passwordProblem,
  portalStatus,
  suggestedUserName,
  userNameProblem,
  type PortalUserDraft,
  type SecurityLevel,
} from '../../src/model/index.js';
import { contactRow } from './arbitraries.js';

const level = (id: number, change: Partial<SecurityLevel> = {}): SecurityLevel => ({
  id,
  name: `Level ${id}`,
  kind: kindOfLevel(id, `Level ${id}`),
  isSystem: id <= 5,
  isActive: true,
  ...change,
});
const levels = [level(1), level(4), level(6), level(7, { isActive: false })];
const draft = (change: Partial<PortalUserDraft> = {}): PortalUserDraft => ({
  contactId: 1,
  userName: 'm.adler@nordlicht.example',
  password: 'Kiefer-7-Blau',
  isActive: true,
  securityLevel: 1,
  dateFormat: 1,
  timeFormat: 1,
  numberFormat: 1,
  ...change,
});
const problems = (
  change: Partial<PortalUserDraft>,
  context = { isTaskfireActive: false, row: contactRow() },
) => draftProblems(draft(change), { levels, ...context }).map(({ field, code }) => `${field}: ${code}`);

describe('user names', () => {
  it.each([
    ['', 'user-name-missing'],
    ['m adler', 'user-name-characters'],
    ['müller', 'user-name-characters'],
    ['a"b', 'user-name-characters'],
    ['x'.repeat(201), 'user-name-too-long'],
    ['x'.repeat(200), undefined],
    ["o'brien!#$%&*+-/=?^_`{|}~.@harbor.example", undefined],
  ])('%s: %s', (userName, problem) => {
    expect(userNameProblem(userName)).toBe(problem);
  });

  it('suggests the e-mail address, or nothing where it could not be one', () => {
    expect(suggestedUserName(' m.adler@nordlicht.example ')).toBe('m.adler@nordlicht.example');
    expect(suggestedUserName('jörg@nordlicht.example')).toBe('');
    expect(suggestedUserName(null)).toBe('');
  });

  it('compares without case', () => {
    expect(isSameUserName('M.Adler', 'm.adler')).toBe(true);
  });
});

describe('initial passwords', () => {
  it.each([
    ['', 'password-missing'],
    ['abcd', 'password-length'],
    ['x'.repeat(51), 'password-length'],
    ['with space', 'password-characters'],
    ["it's-wrong", 'password-characters'],
    ['pässwort', 'password-characters'],
    ['x'.repeat(50), undefined],
  ])('%s: %s', (password, problem) => {
    expect(passwordProblem(password)).toBe(problem);
  });

  it('generates valid ones with all classes, whatever the generator gives', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (stream) => {
        const password = generatePassword((limit) => Number(stream.next().value) % limit);
        expect(passwordProblem(password)).toBeUndefined();
        for (const kind of [/^[A-Za-z]/, /[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/])
          expect(password).toMatch(kind);
      }),
    );
  });

  it('never gives the same twice', () => {
    expect(new Set(Array.from({ length: 200 }, () => generatePassword())).size).toBe(200);
  });
});

describe('giving a contact an account', () => {
  it('finds nothing wrong with a good draft', () => {
    expect(problems({})).toEqual([]);
  });

  it('says each thing that is wrong, at its field', () => {
    const row = contactRow({ contact: { isActive: false } });
    expect(
      problems({ userName: '', password: 'x', securityLevel: 7 }, { isTaskfireActive: true, row }),
    ).toEqual([
      'contactId: contact-inactive',
      'userName: user-name-missing',
      'securityLevel: level-unknown',
      'password: password-length',
    ]);
  });

  it('gives Taskfire levels only with Taskfire (T5)', () => {
    expect(problems({ securityLevel: 4 })).toEqual(['securityLevel: level-needs-taskfire']);
    expect(problems({ securityLevel: 4 }, { isTaskfireActive: true, row: contactRow() })).toEqual([]);
    expect(assignableLevels(levels, false).map(({ id }) => id)).toEqual([1, 6]);
    expect(assignableLevels(levels, true).map(({ id }) => id)).toEqual([1, 4, 6]);
  });

  it('needs no password where there is an account already', () => {
    const row = contactRow({ user: { isActive: false } });
    expect(problems({ password: '' }, { isTaskfireActive: false, row })).toEqual([]);
  });
});

describe('levels (V)', () => {
  it('lets change and delete only what the PSA lets', () => {
    expect(changeableOfLevel(level(1))).toEqual(['assignable-by-client']);
    expect(changeableOfLevel(level(4))).toEqual([]);
    expect(changeableOfLevel(level(6))).toEqual(['everything']);
    expect([canDeleteLevel(level(6), 0), canDeleteLevel(level(6), 1), canDeleteLevel(level(1), 0)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the state of a contact', () => {
  it('tells an account that was never given from one that was switched off', () => {
    expect(portalStatus(contactRow())).toBe('none');
    expect(portalStatus(contactRow({ user: { isActive: false } }))).toBe('inactive');
    expect(portalStatus(contactRow({ user: {} }))).toBe('active');
  });

  it('knows when nobody could log in (U6)', () => {
    const inactive = contactRow({ contact: { isActive: false }, user: {} });
    expect(canAnyoneLogIn([contactRow(), inactive])).toBe(false);
    expect(canAnyoneLogIn([contactRow(), contactRow({ user: {} })])).toBe(true);
    expect(canAnyoneLogIn([])).toBe(false);
  });
});
