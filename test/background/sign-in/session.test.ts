import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PortalError } from '../../../src/contract/index.js';
import { askForTokens, refreshGrant, restartable, tokensOf } from '../../sandbox/support/authorization.js';
import { useSandbox } from '../../sandbox/support/sandbox.js';
import { BrowserWithWorker, CONNECTION, errorOf, timesAsked } from './person-and-worker.js';

const MINUTE = 60_000;

describe('a session at the portal service', () => {
  const sandbox = useSandbox();
  let browser: BrowserWithWorker;
  const lifetimes = (body: unknown) => sandbox.call('PUT', '/_sandbox/lifetimes', { body });
  const faults = (...rules: unknown[]) => sandbox.call('PUT', '/_sandbox/faults', { body: { rules } });
  const renewals = () => timesAsked(sandbox, 'POST', '/oauth/token');
  const emptyLog = () => sandbox.call('DELETE', '/_sandbox/log');
  /** What somebody does who got hold of a refresh token. */
  const steal = (token: string) => askForTokens(sandbox, refreshGrant(token));
  beforeEach(async () => {
    browser = new BrowserWithWorker(sandbox);
    await browser.signInAs();
    await emptyLog();
  });
  afterEach(async () => {
    await sandbox.call('DELETE', '/_sandbox/lifetimes');
    await sandbox.call('DELETE', '/_sandbox/faults');
  });

  it('renews once however many calls of however many tabs wait, and each time with a new refresh token', async () => {
    const tabs = [browser.client(), browser.client()];
    const seen = new Set([browser.refreshToken]);
    for (const round of [1, 2, 3]) {
      await browser.forgetAccessToken();
      await Promise.all(Array.from({ length: 20 }, async (_, index) => tabs[index % 2]?.settings(174)));
      expect(await renewals()).toBe(round);
      seen.add(browser.refreshToken);
    }
    expect(seen.size).toBe(4);
  });

  it('uses an access token as long as it is good', async () => {
    await browser.client().settings(174);
    browser.startWorker();
    await browser.client().settings(174);
    expect(await renewals()).toBe(0);
  });

  it('renews before an access token is too old', async () => {
    await lifetimes({ accessToken: 1 });
    await browser.forgetAccessToken();
    const first = await browser.token();
    await new Promise((resolve) => setTimeout(resolve, 850));
    expect(await browser.token()).not.toBe(first);
    expect(await renewals()).toBe(2);
  });

  it.each([
    ['fast', 10 * MINUTE],
    ['slow', -10 * MINUTE],
  ])('does not mind a clock that is %s by ten minutes', async (_name, skew) => {
    browser.clockSkew = skew;
    await browser.signInAs();
    await emptyLog();
    await browser.client().settings(174);
    await browser.client().settings(174);
    expect(await renewals()).toBe(0);
  });

  it.each([
    ['forward', 10 * MINUTE],
    ['back', -10 * MINUTE],
  ])('does not mind a clock that is set %s by ten minutes', async (_name, skew) => {
    browser.clockSkew = skew;
    await browser.client().settings(174);
    await browser.client().settings(174);
    expect(await renewals()).toBe(1);
  });

  it('renews once and tries once more when a token is refused, a write too', async () => {
    const client = browser.client();
    const { version } = await client.settings(175);
    await faults({ match: 'PATCH *', status: 401, times: 1 });
    const saved = await client.saveSettings(175, { documents: false }, version);
    expect(saved.settings.documents).toBe(false);
    expect(await timesAsked(sandbox, 'PATCH', '/settings')).toBe(2);
    await faults({ match: 'GET /portal/v1/time-zones', status: 401, times: 1 });
    await expect(client.timeZones()).resolves.toContain('Europe/Berlin');
    expect(await renewals()).toBe(2);
  });

  it('gives up after the second refusal, without ending the session', async () => {
    await faults({ match: 'GET /portal/v1/time-zones', status: 401 });
    expect(await errorOf(browser.client().timeZones())).toMatchObject({ code: 'auth' });
    expect(await timesAsked(sandbox, 'GET', '/time-zones')).toBe(2);
    expect(browser.record?.state).toBe('signed-in');
  });

  it('ends for both when a thief uses a token that was used, and says so', async () => {
    const old = browser.refreshToken;
    await browser.forgetAccessToken();
    await browser.token();
    expect((await steal(old)).status).toBe(400);
    // The access token was revoked as well, although it is not old.
    expect(await errorOf(browser.client().settings(174))).toEqual({ code: 'auth', reason: 'session-ended' });
    expect(browser.record).toEqual({ state: 'ended', user: 'Alva Nordwind', reason: 'session-ended' });
    expect(JSON.stringify([...browser.stored])).not.toContain('access-token:');
  });

  it('ends for both when a thief was faster', async () => {
    const stolen = tokensOf(await steal(browser.refreshToken));
    await browser.forgetAccessToken();
    expect(await errorOf(browser.token())).toEqual({ code: 'auth', reason: 'session-ended' });
    expect((await steal(stolen.refresh_token)).status).toBe(400);
    await emptyLog();
    // Known by now, so nobody is asked again; signing in anew is a new start.
    expect(await errorOf(browser.token())).toEqual({ code: 'auth', reason: 'session-ended' });
    expect(await renewals()).toBe(0);
    expect(await browser.signInAs()).toMatchObject({ result: 'signed-in' });
    await expect(browser.client().timeZones()).resolves.toContain('Europe/Berlin');
  });

  it('ends when it is revoked', async () => {
    await askForTokens(sandbox, { token: browser.refreshToken }, '/oauth/revoke');
    expect(await errorOf(browser.client().settings(174))).toEqual({ code: 'auth', reason: 'session-ended' });
  });

  it('ends by age', async () => {
    await lifetimes({ refreshToken: 1 });
    await browser.forgetAccessToken();
    await browser.token();
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    await browser.forgetAccessToken();
    expect(await errorOf(browser.token())).toEqual({ code: 'auth', reason: 'session-ended' });
  });

  it('outlives a sign-in service that is down', async () => {
    await browser.forgetAccessToken();
    await faults({ match: 'POST /oauth/token', status: 503 });
    expect(await errorOf(browser.token())).toMatchObject({ code: 'offline' });
    await faults({ match: 'POST /oauth/token', drop: 'before', times: 1 });
    expect(await errorOf(browser.token())).toMatchObject({ code: 'offline' });
    expect(browser.record?.state).toBe('signed-in');
    await expect(browser.client().timeZones()).resolves.toContain('Europe/Berlin');
    expect(browser.record).toMatchObject({ renewalBegunAt: null });
  });

  it('hands on that the sign-in service wants fewer calls', async () => {
    await browser.forgetAccessToken();
    await faults({ match: 'POST /oauth/token', status: 429, retryAfter: 90 });
    expect(await errorOf(browser.token())).toMatchObject({ code: 'rate-limited' });
  });

  it('says that it was interrupted, not robbed, when the answer to a renewal is lost', async () => {
    await browser.forgetAccessToken();
    await faults({ match: 'POST /oauth/token', drop: 'after', times: 1 });
    expect(await errorOf(browser.token())).toMatchObject({ code: 'offline' });
    expect(await errorOf(browser.token())).toEqual({ code: 'auth', reason: 'renewal-interrupted' });
  });

  it('says so too when the worker ended between the answer and storing it', async () => {
    await browser.forgetAccessToken();
    browser.write = async (record) => {
      if (record?.state === 'signed-in' && record.renewalBegunAt === null)
        return new Promise(() => undefined);
      return browser.store(record);
    };
    browser.askInVain();
    await expect.poll(renewals).toBe(1);
    browser.write = undefined;
    browser.startWorker();
    expect(await errorOf(browser.token())).toEqual({ code: 'auth', reason: 'renewal-interrupted' });
  });

  it('says so too when the vault was locked in that moment, and leaves no token behind', async () => {
    await browser.forgetAccessToken();
    let unkept = '';
    browser.write = (record) => {
      if (record?.state !== 'signed-in' || record.renewalBegunAt !== null) return browser.store(record);
      unkept = record.refreshToken;
      return Promise.reject(new PortalError({ code: 'locked' }));
    };
    expect(await errorOf(browser.token())).toEqual({ code: 'locked' });
    browser.write = undefined;
    expect((await steal(unkept)).status).toBe(400);
    expect(await errorOf(browser.token())).toEqual({ code: 'auth', reason: 'renewal-interrupted' });
  });

  it('goes on when the worker ended before the renewal was sent', async () => {
    await browser.forgetAccessToken();
    browser.startWorker(() => new Promise(() => undefined));
    browser.askInVain();
    await expect.poll(() => browser.record).toMatchObject({ renewalBegunAt: expect.any(Number) as number });
    browser.startWorker();
    await expect(browser.client().timeZones()).resolves.toContain('Europe/Berlin');
  });

  it('is not used while the vault is locked, not even an access token at hand', async () => {
    await browser.token();
    browser.isLocked = true;
    expect(await errorOf(browser.client().settings(174))).toEqual({ code: 'locked' });
    browser.isLocked = false;
    await expect(browser.client().timeZones()).resolves.toContain('Europe/Berlin');
  });

  it('stores the answer to a renewal even if nobody waits for it any more', async () => {
    const before = browser.refreshToken;
    await browser.forgetAccessToken();
    const stop = new AbortController();
    const asked = browser.signIn.tokens(CONNECTION).token(stop.signal);
    stop.abort();
    await expect(asked).rejects.toThrow();
    await expect.poll(() => browser.refreshToken).not.toBe(before);
    await browser.token();
    expect(await renewals()).toBe(1);
  });

  it('never shows a token in an error', async () => {
    const tokens = [browser.refreshToken, await browser.token()];
    await steal(browser.refreshToken);
    await steal(browser.refreshToken);
    const error = JSON.stringify(await errorOf(browser.client().settings(174)));
    tokens.forEach((token) => expect(error).not.toContain(token));
  });
});

describe('a session and a sandbox that is restarted', () => {
  it('goes on, and is offline in between', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'sandbox-test-'));
    const sandbox = await restartable(path.join(folder, 'psa.db'));
    const browser = new BrowserWithWorker(sandbox);
    await browser.signInAs();
    const access = await browser.token();
    await sandbox.stop();
    await browser.forgetAccessToken();
    expect(await errorOf(browser.token())).toMatchObject({ code: 'offline' });
    await sandbox.start();
    expect(await browser.token()).not.toBe(access);
    await expect(browser.client().timeZones()).resolves.toContain('Europe/Berlin');
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
  });
});
