import { describe, expect, it } from 'vitest';
import type { ConnectionSummary } from '../../../src/channel/index.js';
import {
  draftOf,
  originOfInput,
  readDraft,
  valuesOf,
  type FormValues,
} from '../../../src/pages/options/connection-draft.js';

const hostPermissions = ['https://*.autotask.net/*', 'http://127.0.0.1/*'];
const stored: ConnectionSummary = {
  psaOrigin: 'https://ww5.autotask.net',
  source: 'stored',
  autotask: { user: 'api@provider.example', baseUrl: null },
  portalService: { url: 'https://portal.example/v1' },
};
const empty = valuesOf(undefined);
const full: FormValues = {
  ...empty,
  psaOrigin: 'ww5.autotask.net',
  user: 'api@provider.example',
  secret: 's',
  integrationCode: 'c',
};
const problems = (values: Partial<FormValues>, connection?: ConnectionSummary): unknown => {
  const read = readDraft({ ...full, ...values }, { stored: connection, hostPermissions });
  return 'psaOrigin' in read ? 'none' : Object.fromEntries(read);
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
    const { psaOrigin, ...rest } = { ...full, url: 'https://portal.example/v1', token: 't' };
    expect(readDraft({ ...rest, psaOrigin }, { stored: undefined, hostPermissions })).toEqual({
      psaOrigin: 'https://ww5.autotask.net',
      autotask: { user: 'api@provider.example', secret: 's', integrationCode: 'c', baseUrl: null },
      portalService: { url: 'https://portal.example/v1', token: 't' },
    });
  });

  it('keeps stored secrets whose fields stay empty', () => {
    expect(readDraft(valuesOf(stored), { stored, hostPermissions })).toEqual(draftOf(stored));
  });

  it.each<[string, Partial<FormValues>, object]>([
    ['nothing at all', empty, { psaOrigin: 'missing', user: 'nothing-to-connect' }],
    [
      'a PSA without a permission',
      { psaOrigin: 'psa.example', baseUrl: 'https://api.example' },
      { psaOrigin: 'host-not-permitted' },
    ],
    ['no address', { psaOrigin: 'a b', baseUrl: 'https://api.example' }, { psaOrigin: 'no-address' }],
    ['a PSA elsewhere', { psaOrigin: 'http://127.0.0.1:4010' }, { baseUrl: 'missing' }],
    ['an unencrypted API', { baseUrl: 'http://api.example' }, { baseUrl: 'not-secure' }],
    ['no secret', { secret: '', integrationCode: '' }, { secret: 'missing', integrationCode: 'missing' }],
    ['a secret without a user', { user: '' }, { user: 'missing' }],
    ['an unencrypted service', { url: 'http://portal.example', token: 't' }, { url: 'not-secure' }],
    ['a token without a service', { token: 't' }, { url: 'missing' }],
  ])('refuses %s', (_what, values, expected) => {
    expect(problems(values)).toEqual(expected);
  });

  it('asks for the secrets again when user, service or PSA is another', () => {
    expect(problems({ ...valuesOf(stored), user: 'other@provider.example' }, stored)).toEqual({
      secret: 'missing',
      integrationCode: 'missing',
    });
    expect(problems({ ...valuesOf(stored), url: 'https://other.example' }, stored)).toEqual({
      token: 'missing',
    });
    expect(problems({ ...valuesOf(stored), psaOrigin: 'ww6.autotask.net' }, stored)).toEqual({
      secret: 'missing',
      integrationCode: 'missing',
      token: 'missing',
    });
  });
});
