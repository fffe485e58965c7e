import { describe, expect, it } from 'vitest';
import type { ConnectionSummary } from '../../../src/channel/index.js';
import {
  draftOf,
  originOfInput,
  originsOf,
  readDraft,
  valuesOf,
  type FormValues,
} from '../../../src/pages/options/connection-draft.js';
import { connection } from './worker-in-memory.js';

const stored: ConnectionSummary = connection({
  label: 'Main',
  portalService: { url: 'https://portal.example/v1', access: { kind: 'token' } },
});
const empty = valuesOf(undefined, 'session');
const kept = valuesOf(stored, 'session');
const full: FormValues = {
  ...empty,
  psaOrigin: 'ww5.autotask.net',
  user: 'api@provider.example',
  secret: 's',
  integrationCode: 'c',
};
const NEW_ID = '0b1a3d53-5a1c-4a57-8a0e-6c3f0c2f7a10';
const read = (values: Partial<FormValues>, connectionThere?: ConnectionSummary) =>
  readDraft({ ...full, ...values }, { id: NEW_ID, stored: connectionThere, vault: 'none' });
const problems = (...args: Parameters<typeof read>): unknown => {
  const draft = read(...args);
  return 'psaOrigin' in draft ? 'none' : Object.fromEntries(draft);
};

describe('the PSA’s address', () => {
  it.each([
    ['ww5.autotask.net', 'https://ww5.autotask.net'],
    ['https://WW5.autotask.net/Mvc/page?a=1#x', 'https://ww5.autotask.net'],
    ['http://127.0.0.1:4010/', 'http://127.0.0.1:4010'],
    ['', undefined],
    ['not an address', undefined],
    ['file:///etc/hosts', undefined],
  ])('%s is read as %s', (text, expected) => {
    expect(originOfInput(text)).toBe(expected);
  });
});

describe('readDraft', () => {
  it('makes a draft of what was typed', () => {
    expect(read({ label: 'Main', url: 'https://portal.example/v1', access: 'token', token: 't' })).toEqual({
      id: NEW_ID,
      psaOrigin: 'https://ww5.autotask.net',
      label: 'Main',
      keep: 'session',
      autotask: { user: 'api@provider.example', secret: 's', integrationCode: 'c', baseUrl: null },
      portalService: { url: 'https://portal.example/v1', access: { kind: 'token', token: 't' } },
    });
  });

  it('leaves signing in for later, and a token that is not used out', () => {
    expect(read({ url: 'https://portal.example/v1', token: 'left over' })).toMatchObject({
      portalService: { access: { kind: 'sign-in' } },
    });
    expect(read({ token: 'left over' })).toMatchObject({ portalService: null });
  });

  it('keeps stored secrets whose fields stay empty', () => {
    expect(readDraft(kept, { id: stored.id, stored, vault: 'none' })).toEqual(draftOf(stored));
  });

  it.each<[string, Partial<FormValues>, object]>([
    ['nothing at all', empty, { psaOrigin: 'missing', user: 'nothing-to-connect' }],
    ['no address', { psaOrigin: 'a b', baseUrl: 'https://api.example' }, { psaOrigin: 'no-address' }],
    [
      'an unencrypted PSA',
      { psaOrigin: 'http://psa.example', baseUrl: 'https://a.example' },
      { psaOrigin: 'not-secure' },
    ],
    ['a PSA elsewhere', { psaOrigin: 'http://127.0.0.1:4010' }, { baseUrl: 'missing' }],
    ['an unencrypted API', { baseUrl: 'http://api.example' }, { baseUrl: 'not-secure' }],
    ['no secret', { secret: '', integrationCode: '' }, { secret: 'missing', integrationCode: 'missing' }],
    ['a secret without a user', { user: '' }, { user: 'missing' }],
    ['an unencrypted service', { url: 'http://portal.example' }, { url: 'not-secure' }],
    ['a token without a service', { access: 'token', token: 't' }, { url: 'missing' }],
    ['a service without a token', { access: 'token', url: 'https://p.example' }, { token: 'missing' }],
    ['a vault that is not there', { keep: 'vault' }, { keep: 'no-vault' }],
  ])('refuses %s', (_what, values, expected) => {
    expect(problems(values)).toEqual(expected);
  });

  it('keeps in the vault only while that is open', () => {
    const values = { ...full, keep: 'vault' as const };
    const locked = readDraft(values, { id: NEW_ID, stored: undefined, vault: 'locked' });
    expect(locked).toEqual(new Map([['keep', 'vault-locked']]));
    expect(readDraft(values, { id: NEW_ID, stored: undefined, vault: 'unlocked' })).toMatchObject({
      keep: 'vault',
    });
  });

  it('asks for the secrets again when user, service or PSA is another', () => {
    const both = { secret: 'missing', integrationCode: 'missing' };
    expect(problems({ ...kept, user: 'other@provider.example' }, stored)).toEqual(both);
    expect(problems({ ...kept, url: 'https://other.example' }, stored)).toEqual({ token: 'missing' });
    expect(problems({ ...kept, psaOrigin: 'ww6.autotask.net' }, stored)).toEqual({
      ...both,
      token: 'missing',
    });
  });
});

it('names every origin once that the extension has to be let into', () => {
  const autotask = { user: 'u', baseUrl: 'https://psa.example:8443/ATServicesRest/' };
  const draft = draftOf({ ...stored, psaOrigin: 'https://psa.example:8443', autotask });
  expect(originsOf(draft)).toEqual(['https://psa.example:8443', 'https://portal.example']);
});
