import { describe, expect, it } from 'vitest';
import { autotaskBaseUrl } from '../../../src/background/connections/connection-record.js';
import { draft, ExtensionUnderTest, optionsPage } from '../workers.js';

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

  it('keeps nothing', async () => {
    const extension = new ExtensionUnderTest();
    await extension.send('test-connection', draft, optionsPage);
    expect(extension.browser.stored.size + extension.browser.onDisk.size).toBe(0);
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
