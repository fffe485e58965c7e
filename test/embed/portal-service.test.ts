import { describe, expect, it } from 'vitest';
import { PortalError, portalService, type PortalServiceOptions, type TokenRequest } from '../../src/index.js';
import { useHttpServer } from '../clients/support/http-server.js';
import { portalErrorOf } from '../clients/support/portal-error-of.js';
import { useSandbox } from '../sandbox/support/sandbox.js';

const TOKEN = 'sandbox-portal-token';

describe('portalService on a backend', () => {
  const sandbox = useSandbox();
  const baseUrl = (): string => `${sandbox.url()}portal/v1`;

  it('reads and writes with the token of the application', async () => {
    const admin = portalService({ baseUrl: baseUrl(), getToken: () => TOKEN });
    const { version, settings } = await admin.settings(190);
    const saved = await admin.saveSettings(190, { documents: settings.documents !== true }, version);
    expect(await admin.settings(190)).toEqual(saved);
  });

  it('asks once more after a refused token, for all calls that met it together', async () => {
    const asked: boolean[] = [];
    const getToken = ({ isRefused }: TokenRequest): Promise<string> => {
      asked.push(isRefused);
      return Promise.resolve(asked.includes(true) ? TOKEN : 'stale');
    };
    const admin = portalService({ baseUrl: new URL(baseUrl()), getToken });
    const calls = [admin.settings(190), admin.taskfire(190), admin.timeZones()];
    await expect(Promise.all(calls)).resolves.toHaveLength(3);
    expect(asked.filter((isRefused) => isRefused)).toHaveLength(1);
    await admin.settings(190);
    expect(asked.at(-1)).toBe(false);
  });

  it('says that the application is not signed in where the next token is refused too', async () => {
    const asked: boolean[] = [];
    const getToken = ({ isRefused }: TokenRequest): string => {
      asked.push(isRefused);
      return 'stale';
    };
    const error = await portalErrorOf(portalService({ baseUrl: baseUrl(), getToken }).settings(190));
    expect(error).toMatchObject({ code: 'auth', reason: 'app-sign-in' });
    expect(asked).toEqual([false, true]);
    expect(JSON.stringify(error)).not.toContain('stale');
  });

  it('asks anew, not once more, after a renewal that failed', async () => {
    let isSignedIn = false;
    const getToken = ({ isRefused }: TokenRequest): string => {
      if (isRefused && !isSignedIn) throw new Error('Your session has ended.');
      return isSignedIn ? TOKEN : 'stale';
    };
    const admin = portalService({ baseUrl: baseUrl(), getToken });
    expect(await portalErrorOf(admin.settings(190))).toEqual({
      ...{ code: 'auth', reason: 'app-sign-in', detail: 'Your session has ended.' },
    });
    isSignedIn = true;
    await expect(admin.settings(190)).resolves.toMatchObject({ companyId: 190 });
  });

  it.each([
    ['throws', () => Promise.reject(new Error('No session.')), 'No session.'],
    ['gives nothing', () => undefined as unknown as string, 'The application’s getToken returned no token.'],
    ['gives what cannot be sent', () => 'two words\n', 'The application’s getToken returned no token.'],
  ])('words a getToken that %s', async (_name, getToken, detail) => {
    const error = await portalErrorOf(portalService({ baseUrl: baseUrl(), getToken }).settings(190));
    expect(error).toEqual({ code: 'auth', reason: 'app-sign-in', detail });
  });

  it('lets a PortalError of getToken through, and ends with the signal of whoever asks', async () => {
    const offline = (): never => {
      throw new PortalError({ code: 'offline' });
    };
    const admin = portalService({ baseUrl: baseUrl(), getToken: offline });
    expect(await portalErrorOf(admin.settings(190))).toEqual({ code: 'offline' });
    const never = portalService({ baseUrl: baseUrl(), getToken: () => new Promise(() => undefined) });
    const signal = AbortSignal.timeout(50);
    await expect(never.settings(190, { signal })).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

describe('portalService at its border', () => {
  const service = useHttpServer();
  const getToken = (): string => TOKEN;

  it('sends through the application’s fetch', async () => {
    const urls: string[] = [];
    const admin = portalService({
      ...{ baseUrl: `${service.url()}portal/v1/`, getToken },
      fetch: (input, init) => {
        urls.push(input instanceof Request ? input.url : String(input));
        return fetch(input, init);
      },
    });
    service.answer(() => (response) => response.end('["Europe/Berlin"]'));
    expect(await admin.timeZones()).toEqual(['Europe/Berlin']);
    expect(urls).toEqual([`${service.url()}portal/v1/time-zones`]);
  });

  it.each([
    ['no address', 'portal/v1', /"portal\/v1" is none/],
    ['plain http', 'http://psa.example/portal/v1', /https:\/\//],
    ['credentials', 'https://me:secret@psa.example/', /no credentials/],
    ['a query', 'https://psa.example/portal?x=1', /query/],
    ['another scheme', 'ftp://psa.example/', /https:\/\//],
  ])('refuses %s at once', (_name, baseUrl, words) => {
    expect(() => portalService({ baseUrl, getToken })).toThrow(words);
    expect(() => portalService({ baseUrl, getToken })).toThrow(TypeError);
  });

  it('refuses options without getToken at once', () => {
    const options = { baseUrl: 'https://psa.example' } as PortalServiceOptions;
    expect(() => portalService(options)).toThrow(/getToken must be a function/);
  });
});
