import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { backendBuilders } from '../../../src/background/connections/build-client.js';
import type { ConnectionDraft } from '../../../src/channel/index.js';
import { askForTokens, REDIRECT_URI, refreshGrant, signInAt } from '../../sandbox/support/authorization.js';
import { useSandbox } from '../../sandbox/support/sandbox.js';
import { listOf, savedId } from '../connections/saved.js';
import { createArea } from '../fake-area.js';
import { ExtensionUnderTest, optionsPage, PSA } from '../workers.js';

const BegunSchema = v.object({ ok: v.literal(true), value: v.object({ authorizationUrl: v.string() }) });
const StoredSchema = v.object({ refreshToken: v.string() });
const PASSPHRASE = 'a passphrase for tests';

describe('a connection that is used by sign-in', () => {
  const sandbox = useSandbox();
  let extension: ExtensionUnderTest;
  beforeEach(() => {
    const build = backendBuilders(createArea(new Map()));
    extension = new ExtensionUnderTest({}, { build, vaultIterations: 1000 });
  });

  const draft = (more: Partial<ConnectionDraft> = {}): ConnectionDraft => ({
    ...{ id: crypto.randomUUID(), psaOrigin: PSA, label: '', keep: 'session', autotask: null },
    portalService: { url: `${sandbox.url()}portal/v1`, access: { kind: 'sign-in' } },
    ...more,
  });
  const save = (one: ConnectionDraft): Promise<string> => savedId(extension, one);
  async function signIn(connectionId: string): Promise<unknown> {
    const request = { connectionId, redirectUri: REDIRECT_URI };
    const begun = v.parse(BegunSchema, await extension.send('begin-sign-in', request, optionsPage));
    const redirectUrl = await signInAt(sandbox, begun.value.authorizationUrl);
    // The person took longer than a worker lives.
    extension.restartWorker();
    return extension.send('finish-sign-in', { connectionId, redirectUrl }, optionsPage);
  }
  const access = async (): Promise<unknown> => (await listOf(extension))[0]?.portalService?.access;
  const settings = () => extension.call('settings', [174]);
  /** As it lies in the browser's memory. */
  const refreshToken = (id: string): string =>
    v.parse(StoredSchema, extension.browser.stored.get(`secret:sign-in:${id}`)).refreshToken;

  it('lets the pages of the PSA in until somebody signs out, and never shows a token', async () => {
    const id = await save(draft());
    expect(await access()).toEqual({ kind: 'sign-in', state: 'signed-out', user: null });
    expect(await signIn(id)).toEqual({
      ok: true,
      value: { result: 'signed-in', user: 'Alva Nordwind' },
    });
    expect(await access()).toEqual({ kind: 'sign-in', state: 'signed-in', user: 'Alva Nordwind' });
    extension.restartWorker();
    await extension.showPage(undefined, { companyId: 174 });
    expect(await settings()).toMatchObject({ ok: true, value: { companyId: 174 } });
    const token = refreshToken(id);
    expect(await extension.send('sign-out', { connectionId: id }, optionsPage)).toEqual({
      ok: true,
      value: { revoked: true },
    });
    expect(await access()).toMatchObject({ state: 'signed-out' });
    expect(await settings()).toMatchObject({ ok: false, error: { code: 'auth' } });
    expect(extension.answers.join()).not.toContain(token);
    expect(JSON.stringify([...extension.browser.stored])).not.toContain(token);
  });

  it('shows that the service has ended it', async () => {
    const id = await save(draft());
    await signIn(id);
    await askForTokens(sandbox, { token: refreshToken(id) }, '/oauth/revoke');
    await extension.showPage(undefined, { companyId: 174 });
    expect(await settings()).toMatchObject({ ok: false, error: { code: 'auth', reason: 'session-ended' } });
    expect(await access()).toEqual({ kind: 'sign-in', state: 'ended', user: 'Alva Nordwind' });
  });

  it.each([
    ['forgotten', (id: string) => extension.send('forget-connection', { connectionId: id }, optionsPage)],
    [
      'used with a personal access token',
      (id: string) =>
        save(
          draft({
            id,
            portalService: { url: `${sandbox.url()}portal/v1`, access: { kind: 'token', token: 'another' } },
          }),
        ),
    ],
  ])('is signed out when it is %s', async (_name, act) => {
    const id = await save(draft());
    await signIn(id);
    const token = refreshToken(id);
    await act(id);
    expect((await askForTokens(sandbox, refreshGrant(token))).json).toMatchObject({ error: 'invalid_grant' });
    expect(JSON.stringify([...extension.browser.stored])).not.toContain(token);
  });

  it('stays signed in when it is only called otherwise', async () => {
    const id = await save(draft());
    await signIn(id);
    await save(draft({ id, label: 'Production' }));
    expect(await access()).toMatchObject({ state: 'signed-in' });
    await extension.showPage(undefined, { companyId: 174 });
    expect(await settings()).toMatchObject({ ok: true });
  });

  it('rests while the vault is locked, and lies on disk only encrypted', async () => {
    await extension.send('create-vault', { passphrase: PASSPHRASE }, optionsPage);
    const id = await save(draft({ keep: 'vault' }));
    await signIn(id);
    await extension.showPage(undefined, { companyId: 174 });
    expect(await settings()).toMatchObject({ ok: true });
    await extension.send('lock-vault', {}, optionsPage);
    expect(await settings()).toMatchObject({ ok: false, error: { code: 'locked' } });
    const memory = JSON.stringify([...extension.browser.stored]);
    expect(memory).not.toContain('access-token:');
    expect(memory + JSON.stringify([...extension.browser.onDisk])).not.toContain('refreshToken');
    await extension.send('unlock-vault', { passphrase: PASSPHRASE }, optionsPage);
    await extension.showPage(undefined, { companyId: 174 });
    expect(await settings()).toMatchObject({ ok: true });
  });
});
