import { beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionDraft } from '../../../src/channel/index.js';
import { draft, ExtensionUnderTest, frame, optionsPage, PSA, SECRETS } from '../workers.js';
import { listOf, savedId } from './saved.js';

const passphrase = 'correct horse battery staple';
const inVault: ConnectionDraft = { ...draft, keep: 'vault' };
const locked = { ok: false, error: { code: 'locked' } };
const tellsFrame = { tabId: 1, frameId: 0, message: { event: 'changed', change: { kind: 'connection' } } };

describe('a connection in the vault', () => {
  let extension: ExtensionUnderTest;
  let id: string;
  const ask = (kind: 'lock-vault' | 'forget-vault' | 'vault-state') => extension.send(kind, {}, optionsPage);
  const unlock = () => extension.send('unlock-vault', { passphrase }, optionsPage);

  /** All that lives in memory is gone, the worker too. */
  function restartBrowser(): void {
    extension.browser.stored.clear();
    extension.restartWorker();
  }

  beforeEach(async () => {
    extension = new ExtensionUnderTest({}, { vaultIterations: 10 });
    await extension.send('create-vault', { passphrase }, optionsPage);
    id = await savedId(extension, inVault);
  });

  it('is there after the browser ended, locked, with all that may be shown', async () => {
    const before = await listOf(extension);
    restartBrowser();
    expect(await listOf(extension)).toEqual(before.map((one) => ({ ...one, isLocked: true })));
    await unlock();
    expect(await listOf(extension)).toEqual(before);
  });

  it('has no secret on disk that could be read, nor in memory, nor in an answer', () => {
    const everything = [extension.browser.onDisk, extension.browser.stored].map((area) =>
      JSON.stringify([...area]),
    );
    for (const secret of [...SECRETS, passphrase])
      expect(everything.concat(extension.answers).join()).not.toContain(secret);
  });

  it('answers nothing but `locked` while it is, and goes on afterwards without a new page', async () => {
    restartBrowser();
    await extension.showPage();
    expect(await extension.call('capabilities', [0])).toEqual(locked);
    expect(await extension.call('company', [0])).toEqual(locked);
    expect(extension.built).toEqual([]);
    extension.browser.pushed.length = 0;
    expect(await unlock()).toEqual({ ok: true, value: { result: 'unlocked' } });
    expect(extension.browser.pushed).toContainEqual(tellsFrame);
    expect(await extension.call('company', [0])).toMatchObject({ ok: true });
  });

  it('is locked at once for every page, though its client was in use', async () => {
    await extension.showPage();
    await extension.call('company', [0]);
    extension.browser.pushed.length = 0;
    expect(await ask('lock-vault')).toMatchObject({ value: { state: 'locked', nextTryAt: null } });
    expect(extension.browser.pushed).toContainEqual(tellsFrame);
    expect(await extension.call('company', [0])).toEqual(locked);
  });

  it('leaves no access token behind when it is locked', async () => {
    extension.browser.stored.set('access-token:' + id, { token: 'S3CRET-ACCESS', askedAt: 0, lifetime: 1 });
    await ask('lock-vault');
    expect(JSON.stringify([...extension.browser.stored])).not.toContain('S3CRET');
  });

  it('locks when the screen does', async () => {
    await extension.idleChanged('locked');
    expect(await listOf(extension)).toMatchObject([{ isLocked: true }]);
  });

  it('cannot be saved while the vault is locked, with its secrets or without', async () => {
    await ask('lock-vault');
    const [autotask] = [inVault.autotask];
    const kept = { ...inVault, id, portalService: null, autotask: autotask && { ...autotask, secret: null } };
    for (const one of [inVault, kept]) {
      const saved = await extension.send('save-connection', one, optionsPage);
      expect(saved).toEqual({ ok: true, value: { saved: false, problem: 'vault-locked' } });
    }
    expect(await listOf(extension)).toHaveLength(1);
  });

  it('can be forgotten while the vault is locked', async () => {
    await ask('lock-vault');
    await extension.send('forget-connection', { connectionId: id }, optionsPage);
    expect(await listOf(extension)).toEqual([]);
    expect(extension.browser.onDisk.get('vault')).toMatchObject({ entries: {} });
  });

  it('moves out of the vault and back, leaving nothing where it was', async () => {
    const [{ autotask, portalService }] = [inVault];
    const kept: ConnectionDraft = {
      ...{ ...inVault, id },
      autotask: autotask && { ...autotask, secret: null, integrationCode: null },
      portalService: portalService && { ...portalService, access: { kind: 'token', token: null } },
    };
    await savedId(extension, { ...kept, keep: 'session' });
    expect([...extension.browser.onDisk.keys()]).toEqual(['vault']);
    expect(extension.browser.onDisk.get('vault')).toMatchObject({ entries: {} });
    await ask('lock-vault');
    await extension.showPage();
    expect(await extension.call('company', [0])).toMatchObject({ ok: true });
    await unlock();
    await savedId(extension, kept);
    expect([...extension.browser.stored.keys()].filter((key) => key.includes(id))).toEqual([]);
    expect(await listOf(extension)).toMatchObject([{ id, keep: 'vault', isActive: true }]);
  });

  it('goes with the vault, and other connections stay', async () => {
    const other = {
      ...draft,
      id: crypto.randomUUID(),
      psaOrigin: 'https://ww6.autotask.net',
      label: 'stays',
    };
    await savedId(extension, other);
    await extension.showPage();
    await extension.call('company', [0]);
    expect(await ask('forget-vault')).toEqual({ ok: true, value: { state: 'none' } });
    expect(await listOf(extension)).toMatchObject([{ label: 'stays' }]);
    expect([...extension.browser.onDisk.keys()]).toEqual([]);
    expect(await extension.call('company', [0], frame(0, PSA))).toMatchObject({ error: { code: 'auth' } });
  });
});

describe('messages about the vault', () => {
  it.each([
    ['create-vault', { passphrase: 'too short' }],
    ['change-passphrase', { current: passphrase, next: 'too short' }],
    ['set-vault-options', { afterIdleMinutes: 1000, onScreenLock: true }],
  ])('%s are refused at the border when they are not well-formed', async (kind, payload) => {
    const answer = await new ExtensionUnderTest().deliver({ kind, payload }, optionsPage);
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it('are not taken from the PSA’s pages', async () => {
    const extension = new ExtensionUnderTest({}, { vaultIterations: 10 });
    const answer = await extension.send('create-vault', { passphrase }, frame());
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await extension.send('vault-state', {}, optionsPage)).toEqual({
      ok: true,
      value: { state: 'none' },
    });
  });

  it('keep the options of when it locks', async () => {
    const extension = new ExtensionUnderTest({}, { vaultIterations: 10 });
    await extension.send('create-vault', { passphrase }, optionsPage);
    const options = { afterIdleMinutes: 5, onScreenLock: false } as const;
    await extension.send('set-vault-options', options, optionsPage);
    extension.restartWorker();
    expect(await extension.send('vault-state', {}, optionsPage)).toEqual({
      ok: true,
      value: { state: 'unlocked', options },
    });
  });
});
