import { describe, expect, it } from 'vitest';
import { autotaskBaseUrl, presetRecord } from '../../src/background/connection-record.js';
import { draft, ExtensionUnderTest, frame, optionsPage, PSA, SECRETS } from './workers.js';

const kept = {
  ...draft,
  autotask: { user: 'api@provider.example', secret: null, integrationCode: null, baseUrl: null },
  portalService: { url: 'https://portal.example/v1', token: null },
};
const summary = {
  psaOrigin: PSA,
  source: 'stored',
  autotask: { user: 'api@provider.example', baseUrl: null },
  portalService: { url: 'https://portal.example/v1' },
};
const preset = {
  psaOrigin: 'http://127.0.0.1:4010',
  autotask: {
    user: 'api@sandbox.example',
    secret: 's',
    integrationCode: 'c',
    baseUrl: 'http://127.0.0.1:4010/api/',
  },
};

describe('a connection', () => {
  it('is there after it was saved, also for the next worker, and gone after it was forgotten', async () => {
    const extension = new ExtensionUnderTest();
    const saved = await extension.send('save-connection', draft, optionsPage);
    expect(saved).toEqual({ ok: true, value: { saved: true, connection: summary } });
    extension.restartWorker();
    const listed = await extension.send('connection-state', {}, optionsPage);
    expect(listed).toEqual({ ok: true, value: [summary] });
    await extension.send('forget-connection', { psaOrigin: PSA }, optionsPage);
    expect(extension.browser.stored).toEqual(new Map());
  });

  it('never shows its secrets to anyone', async () => {
    const extension = new ExtensionUnderTest();
    await extension.send('save-connection', draft, optionsPage);
    await extension.send('test-connection', kept, optionsPage);
    await extension.send('save-connection', kept, optionsPage);
    await extension.send('connection-state', {}, optionsPage);
    await extension.call('capabilities', [0]);
    expect(extension.built.at(-1)).toMatchObject({ autotask: { secret: SECRETS[0] } });
    for (const secret of SECRETS) {
      expect(extension.answers.join()).not.toContain(secret);
      expect(JSON.stringify(extension.browser.pushed)).not.toContain(secret);
    }
  });

  it.each([
    [
      'another API user',
      { ...kept, autotask: { ...kept.autotask, user: 'other@provider.example' } },
      'secret-missing',
    ],
    [
      'another API address',
      { ...kept, autotask: { ...kept.autotask, baseUrl: 'https://evil.example/' } },
      'secret-missing',
    ],
    [
      'another portal service',
      { ...kept, portalService: { url: 'https://evil.example', token: null } },
      'token-missing',
    ],
    ['another PSA', { ...kept, psaOrigin: 'https://ww6.autotask.net' }, 'secret-missing'],
  ])('does not lend its secrets to %s', async (_what, other, problem) => {
    const extension = new ExtensionUnderTest();
    await extension.send('save-connection', draft, optionsPage);
    const saved = await extension.send('save-connection', other, optionsPage);
    expect(saved).toEqual({ ok: true, value: { saved: false, problem } });
    const tested = await extension.send('test-connection', other, optionsPage);
    expect(tested).toEqual({ ok: true, value: { tested: false, problem } });
  });

  it.each([
    ['a PSA without a permission', { ...draft, psaOrigin: 'https://psa.example' }, 'host-not-permitted'],
    ['nothing at all', { ...draft, autotask: null, portalService: null }, 'nothing-to-connect'],
    [
      'a PSA elsewhere without its API’s address',
      { ...draft, psaOrigin: 'http://127.0.0.1:4010' },
      'api-address-missing',
    ],
  ])('cannot be made for %s', async (_what, wrong, problem) => {
    const extension = new ExtensionUnderTest();
    const saved = await extension.send('save-connection', wrong, optionsPage);
    expect(saved).toEqual({ ok: true, value: { saved: false, problem } });
    expect(extension.browser.stored.size).toBe(0);
  });

  it.each([
    ['an unencrypted API address', { ...draft.autotask, baseUrl: 'http://api.example/' }],
    ['an address with credentials', { ...draft.autotask, baseUrl: 'https://a:b@api.example/' }],
    ['an empty user', { ...draft.autotask, user: ' ' }],
  ])('is refused at the border with %s', async (_what, autotask) => {
    const extension = new ExtensionUnderTest();
    const wrong = {
      ...draft,
      autotask: { user: 'x', secret: 'x', integrationCode: 'x', baseUrl: null, ...autotask },
    };
    const saved = await extension.send('save-connection', wrong, optionsPage);
    expect(saved).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it('comes with a sandbox build, can be replaced, and is back when that is forgotten', async () => {
    const extension = new ExtensionUnderTest({}, { preset: presetRecord(preset) });
    const built = {
      psaOrigin: 'http://127.0.0.1:4010',
      source: 'preset',
      autotask: { user: 'api@sandbox.example', baseUrl: 'http://127.0.0.1:4010/api/' },
      portalService: null,
    };
    const list = () => extension.send('connection-state', {}, optionsPage);
    expect(await list()).toEqual({ ok: true, value: [built] });
    const own = { ...draft, psaOrigin: preset.psaOrigin, autotask: null };
    await extension.send('save-connection', own, optionsPage);
    expect(await list()).toMatchObject({ value: [{ source: 'stored', autotask: null }] });
    await extension.send('forget-connection', { psaOrigin: preset.psaOrigin }, optionsPage);
    expect(await list()).toEqual({ ok: true, value: [built] });
  });

  it('tells the frames of its PSA, and the extension’s pages, when it becomes another', async () => {
    const extension = new ExtensionUnderTest();
    await extension.showPage(frame(3));
    await extension.showPage(frame(0, 'https://ww6.autotask.net', 2));
    await extension.call('capabilities', [0]);
    await extension.send('save-connection', draft, optionsPage);
    const message = { event: 'changed', change: { kind: 'connection' } };
    expect(extension.browser.pushed).toEqual([
      { tabId: 1, frameId: 3, message },
      { tabId: -1, frameId: undefined, message },
    ]);
    expect(await extension.call('company', [0])).toMatchObject({ ok: true });
  });
});

describe('a test', () => {
  it('finds that the API user belongs to another PSA', async () => {
    const extension = new ExtensionUnderTest(
      {},
      { findWebOrigin: () => Promise.resolve('https://ww18.autotask.net') },
    );
    const tested = await extension.send('test-connection', draft, optionsPage);
    expect(tested).toEqual({ ok: true, value: { tested: false, problem: 'other-zone' } });
    expect(extension.built).toEqual([]);
  });

  it('reports each backend by itself', async () => {
    const error = { code: 'auth', detail: 'wrong secret' } as const;
    const extension = new ExtensionUnderTest({ failures: [{ method: 'capabilities', error }] });
    const tested = await extension.send('test-connection', draft, optionsPage);
    expect(tested).toMatchObject({
      value: { tested: true, autotask: { ok: false, error }, portalService: { ok: true } },
    });
    const half = await extension.send('test-connection', { ...draft, autotask: null }, optionsPage);
    expect(half).toMatchObject({ value: { tested: true, autotask: null, portalService: { ok: true } } });
  });
});

describe('the API’s address', () => {
  it.each([
    ['https://ww5.autotask.net', null, 'https://webservices5.autotask.net/ATServicesRest/'],
    ['https://ww18.autotask.net', null, 'https://webservices18.autotask.net/ATServicesRest/'],
    ['https://ww5.autotask.net', 'https://own.example/', 'https://own.example/'],
    ['https://prde.autotask.net', null, undefined],
    ['https://ww5.autotask.net.evil.example', null, undefined],
  ])('of %s with %s entered is %s', (psaOrigin, entered, expected) => {
    expect(autotaskBaseUrl(psaOrigin, entered)).toBe(expected);
  });
});
