import { beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionDraft } from '../../../src/channel/index.js';
import { listOf, savedId } from '../connections/saved.js';
import { draft, ExtensionUnderTest, frame, optionsPage } from '../workers.js';

const ORIGIN = 'https://psa.example';
const AUTOTASK = 'https://*.autotask.net/*';
const PORTAL = 'https://portal.example/*';
const elsewhere: ConnectionDraft = { ...draft, psaOrigin: ORIGIN, autotask: null };
const missing = { ok: false, error: { code: 'permission-missing', origin: ORIGIN } };

describe('a PSA at a host that is granted at run time', () => {
  let extension: ExtensionUnderTest;
  const registered = () => [...extension.browser.registered.values()].map(({ matches }) => matches);

  beforeEach(async () => {
    extension = new ExtensionUnderTest();
    await extension.grantOnly(AUTOTASK, PORTAL);
  });

  it('cannot be connected before', async () => {
    const saved = await extension.send('save-connection', elsewhere, optionsPage);
    expect(saved).toEqual({ ok: true, value: { saved: false, problem: 'host-not-permitted' } });
    expect(await extension.send('ping', {}, frame(0, ORIGIN))).toEqual(missing);
  });

  it('gets the page agent, in pages that are open too, once it is connected', async () => {
    await extension.grantOnly(AUTOTASK, PORTAL, `${ORIGIN}/*`);
    expect(registered()).toEqual([]);
    await savedId(extension, elsewhere);
    expect([...extension.browser.registered.values()]).toEqual([
      {
        id: 'page-agent https://psa.example/*',
        matches: ['https://psa.example/*'],
        js: ['agent.js'],
        allFrames: true,
        runAt: 'document_idle',
        persistAcrossSessions: true,
      },
    ]);
    expect(extension.browser.injected.map(({ tabId, files }) => ({ tabId, files }))).toEqual([
      { tabId: 1, files: ['agent.js'] },
      { tabId: 2, files: ['agent.js'] },
    ]);
    await extension.showPage(frame(0, ORIGIN));
    expect(await extension.call('settings', [0], frame(0, ORIGIN))).toMatchObject({ ok: true });
  });

  it('gets it once: neither the next worker nor another connection adds one', async () => {
    await extension.grantOnly(AUTOTASK, PORTAL, `${ORIGIN}/*`);
    await savedId(extension, elsewhere);
    await savedId(extension, { ...elsewhere, psaOrigin: `${ORIGIN}:8443` });
    extension.restartWorker();
    await extension.start();
    expect(registered()).toEqual([[`${ORIGIN}/*`]]);
    expect(extension.browser.injected).toHaveLength(2);
  });

  it('loses it with its last connection', async () => {
    await extension.grantOnly(AUTOTASK, PORTAL, `${ORIGIN}/*`);
    const connectionId = await savedId(extension, elsewhere);
    await extension.send('forget-connection', { connectionId }, optionsPage);
    expect(registered()).toEqual([]);
  });

  it('loses it with the permission; pages that are open are told why', async () => {
    await extension.grantOnly(AUTOTASK, PORTAL, `${ORIGIN}/*`);
    await savedId(extension, elsewhere);
    await extension.showPage(frame(0, ORIGIN));
    extension.browser.pushed.length = 0;
    await extension.grantOnly(AUTOTASK, PORTAL);
    expect(registered()).toEqual([]);
    const message = { event: 'changed', change: { kind: 'connection' } };
    expect(extension.browser.pushed).toContainEqual({ tabId: 1, frameId: 0, message });
    expect(extension.browser.pushed).toContainEqual({ tabId: -1, frameId: undefined, message });
    expect(await extension.call('settings', [0], frame(0, ORIGIN))).toEqual(missing);
    expect(await listOf(extension)).toMatchObject([{ hasPermission: false }]);
  });

  it('has it back when the permission is', async () => {
    await extension.grantOnly(AUTOTASK, PORTAL, `${ORIGIN}/*`);
    await savedId(extension, elsewhere);
    await extension.grantOnly(AUTOTASK, PORTAL);
    await extension.grantOnly(AUTOTASK, PORTAL, `${ORIGIN}/*`);
    expect(registered()).toEqual([[`${ORIGIN}/*`]]);
    expect(await listOf(extension)).toMatchObject([{ hasPermission: true }]);
  });

  it('is put right at the next start where the worker missed what happened', async () => {
    await extension.grantOnly(AUTOTASK, PORTAL, `${ORIGIN}/*`);
    await savedId(extension, elsewhere);
    extension.browser.registered.clear();
    await extension.start();
    expect(registered()).toEqual([[`${ORIGIN}/*`]]);
    extension.browser.granted = [AUTOTASK, PORTAL];
    extension.restartWorker();
    await extension.start();
    expect(registered()).toEqual([]);
  });

  it('gets the present version’s script', async () => {
    await extension.grantOnly(AUTOTASK, PORTAL, `${ORIGIN}/*`);
    await savedId(extension, elsewhere);
    const [script] = extension.browser.registered.values();
    if (script !== undefined) extension.browser.registered.set(script.id, { ...script, js: ['old.js'] });
    await extension.start();
    expect([...extension.browser.registered.values()]).toMatchObject([{ js: ['agent.js'] }]);
  });
});

describe('a host of the manifest', () => {
  it('needs no script at run time, and is missed when it is taken back', async () => {
    const extension = new ExtensionUnderTest();
    await savedId(extension, draft);
    await extension.showPage();
    expect(extension.browser.registered.size).toBe(0);
    await extension.grantOnly(PORTAL);
    const origin = 'https://ww5.autotask.net';
    expect(await extension.call('settings', [0])).toEqual({
      ok: false,
      error: { code: 'permission-missing', origin },
    });
  });
});

describe('a portal service at a host of its own', () => {
  it('gets no script, and names its host when that is taken back', async () => {
    const extension = new ExtensionUnderTest();
    await savedId(extension, draft);
    await extension.showPage();
    expect(extension.browser.registered.size).toBe(0);
    await extension.grantOnly(AUTOTASK);
    expect(await extension.call('settings', [0])).toEqual({
      ok: false,
      error: { code: 'permission-missing', origin: 'https://portal.example' },
    });
  });
});
