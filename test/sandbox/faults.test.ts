import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { isMatch } from '../../sandbox/faults/faults.js';
import { itemOf, portalUserBody, useSandbox } from './support/sandbox.js';

const LogSchema = v.object({
  requests: v.array(
    v.strictObject({
      method: v.string(),
      path: v.string(),
      status: v.nullable(v.number()),
      start: v.number(),
      end: v.number(),
    }),
  ),
});

describe('faults', () => {
  const sandbox = useSandbox();
  const set = (body: unknown) => sandbox.call('PUT', '/_sandbox/faults', { body });
  const city = async () => itemOf(await sandbox.rest('GET', '/Companies/175'))?.city;
  const move = (to: string) => sandbox.rest('PATCH', '/Companies', { id: 175, city: to });

  afterEach(async () => {
    await sandbox.call('DELETE', '/_sandbox/faults');
  });

  it('refuse as often as they say, with status, texts and Retry-After', async () => {
    await set({
      latencyMs: 0,
      rules: [{ match: 'PATCH /Companies', status: 429, errors: ['slow down'], retryAfter: 7, times: 2 }],
    });
    for (let count = 0; count < 2; count += 1) {
      const answer = await move('Boston');
      expect(answer.status).toBe(429);
      expect(answer.json).toEqual({ errors: ['slow down'] });
      expect(answer.headers.get('Retry-After')).toBe('7');
    }
    expect(await city()).toBe('New York');
    expect((await move('Boston')).status).toBe(200);
  });

  it('cut the connection before the work is done', async () => {
    await set({ rules: [{ match: 'PATCH *', drop: 'before', times: 1 }] });
    await expect(move('Miami')).rejects.toThrow();
    expect(await city()).toBe('Boston');
  });

  it('cut the connection after the work is done', async () => {
    await set({ rules: [{ match: 'POST /ClientPortalUsers', drop: 'after', times: 1 }] });
    await expect(sandbox.rest('POST', '/ClientPortalUsers', portalUserBody(270))).rejects.toThrow();
    const filter = [{ op: 'eq', field: 'contactID', value: 270 }];
    const { json } = await sandbox.rest('POST', '/ClientPortalUsers/query/count', { filter });
    expect(json).toEqual({ queryCount: 1 });
  });

  it('answer with nonsense that quotes the request, and do nothing', async () => {
    await set({ rules: [{ match: 'PATCH *', garble: true, times: 1 }] });
    const before = await city();
    const answer = await fetch(new URL('/ATServicesRest/v1.0/Companies', sandbox.url()), {
      method: 'PATCH',
      headers: { UserName: 'api@sandbox.example', Secret: 'sandbox-secret', ApiIntegrationCode: 'SANDBOX' },
      body: JSON.stringify({ id: 175, city: 'Miami' }),
    });
    const text = await answer.text();
    expect([answer.status, text.includes('Miami'), text.includes('sandbox-secret')]).toEqual([
      200,
      true,
      true,
    ]);
    expect(await city()).toBe(before);
  });

  it('strike by chance, drawn anew from the same seed', async () => {
    const strikes = async (seed: number): Promise<string> => {
      await set({ seed, rules: [{ match: 'GET /Companies/*', status: 500, chance: 0.5 }] });
      const statuses: number[] = [];
      for (let count = 0; count < 40; count += 1)
        statuses.push((await sandbox.rest('GET', '/Companies/174')).status);
      return statuses.join();
    };
    const first = await strikes(1);
    expect(first.split('500').length).toBeGreaterThan(8);
    expect(first.split('200').length).toBeGreaterThan(8);
    expect(await strikes(1)).toBe(first);
    expect(await strikes(2)).not.toBe(first);
  });

  it('slow every answer down', async () => {
    await set({ latencyMs: 200 });
    const start = performance.now();
    await sandbox.rest('GET', '/Companies/174');
    expect(performance.now() - start).toBeGreaterThan(195);
  });

  it('strike the portal service too, as a problem', async () => {
    await set({ rules: [{ match: 'GET /portal/v1/*', status: 503, errors: ['down'], times: 1 }] });
    const answer = await sandbox.call('GET', '/portal/v1/time-zones');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(answer.json).toMatchObject({ status: 503, detail: 'down' });
  });

  it.each([
    [{ rules: [{ match: 'PATCH Companies', status: 500 }] }, 'rules.0.match'],
    [{ rules: [{ match: 'PATCH *', drop: 'later' }] }, 'rules.0.drop'],
    [{ rules: [{ match: 'PATCH *' }] }, 'rules.0'],
    [{ rules: [{ match: 'PATCH *', status: 500, drop: 'after' }] }, 'rules.0'],
    [{ rules: [{ match: 'PATCH *', garble: true, drop: 'after' }] }, 'rules.0'],
    [{ rules: [{ match: 'PATCH *', status: 200 }] }, 'rules.0.status'],
    [{ rules: [{ match: 'PATCH *', status: 500, chance: 2 }] }, 'rules.0.chance'],
    [{ latency: 5 }, 'latency'],
    [undefined, 'body'],
  ])('say what is wrong about %j', async (body, where) => {
    const answer = await set(body);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.json)).toContain(`${where}:`);
  });

  it('are only for who addresses this machine by its own name', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      const foreign = request(new URL('/_sandbox/log', sandbox.url()), { headers: { Host: 'evil.example' } });
      foreign.on('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      foreign.on('error', reject);
      foreign.end();
    });
    expect(status).toBe(403);
  });
});

describe('what a match names', () => {
  it.each([
    ['PATCH /ClientPortalUsers', 'PATCH', '/ATServicesRest/V1.0/clientportalusers', true],
    ['PATCH /ClientPortalUsers', 'POST', '/ATServicesRest/v1.0/ClientPortalUsers', false],
    ['POST /ClientPortalUsers', 'POST', '/ATServicesRest/v1.0/ClientPortalUsers/query', false],
    ['POST /ClientPortalUsers/*', 'POST', '/ATServicesRest/v1.0/ClientPortalUsers/query', true],
    ['POST /Contacts', 'POST', '/ATServicesRest/v1.0/Companies/174/Contacts', true],
    ['POST /Companies/*/Contacts', 'POST', '/ATServicesRest/v1.0/Companies/174/Contacts', true],
    ['GET /v1.0', 'GET', '/ATServicesRest/v1x0', false],
    ['* *', 'DELETE', '/anything', true],
    ['PATCH /companies/174/settings', 'PATCH', '/portal/v1/companies/174/settings', true],
    ['PATCH /portal/v1/companies/*', 'PATCH', '/portal/v1/companies/174/settings', true],
  ])('%s against %s %s', (match, method, path, expected) => {
    expect(isMatch(match, method, path)).toBe(expected);
  });
});

describe('the log', () => {
  const sandbox = useSandbox();
  const log = async () => v.parse(LogSchema, (await sandbox.call('GET', '/_sandbox/log')).json).requests;

  it('has method, path, status and times of what was asked, and no secret', async () => {
    await sandbox.rest('GET', '/Companies/query?search=%7B%22secret%22%3A1%7D');
    await sandbox.call('PUT', '/_sandbox/faults', {
      body: { rules: [{ match: 'GET *', drop: 'before', times: 1 }] },
    });
    await expect(sandbox.rest('GET', '/Contacts/201')).rejects.toThrow();
    const entries = await log();
    expect(entries).toMatchObject([
      { method: 'GET', path: '/ATServicesRest/V1.0/Companies/query', status: 500 },
      { method: 'GET', path: '/ATServicesRest/V1.0/Contacts/201', status: null },
    ]);
    for (const { start, end } of entries) expect(end).toBeGreaterThanOrEqual(start);
    expect(JSON.stringify(entries)).not.toContain('secret');
  });

  it('can be cleared', async () => {
    await sandbox.call('DELETE', '/_sandbox/log');
    expect(await log()).toEqual([]);
  });
});
