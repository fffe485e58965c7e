import { describe, expect, it } from 'vitest';
import { asAdmin } from './support/portal-service.js';
import { useSandbox } from './support/sandbox.js';

const PAGE = { Origin: 'https://app.example' };
const path = '/portal/v1/companies/175/settings';

describe('the portal service, asked by a page of another origin', () => {
  const sandbox = useSandbox();

  it('answers the preflight without a token, with what the calls need', async () => {
    const asked = {
      ...PAGE,
      'Access-Control-Request-Method': 'PATCH',
      'Access-Control-Request-Headers': 'authorization,content-type,if-match',
    };
    const { status, headers } = await sandbox.call('OPTIONS', path, { headers: asked });
    expect(status).toBe(204);
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Access-Control-Allow-Methods')?.split(',')).toEqual(
      expect.arrayContaining(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    );
    expect(headers.get('Access-Control-Allow-Headers')?.toLowerCase().split(',')).toEqual(
      expect.arrayContaining(['authorization', 'content-type', 'idempotency-key', 'if-match']),
    );
    expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
  });

  it('lets the page read answers and refusals, with their versions and waits', async () => {
    const rule = { match: 'GET /portal/v1/time-zones', status: 429, retryAfter: 3, times: 1 };
    await sandbox.call('PUT', '/_sandbox/faults', { body: { rules: [rule] } });
    const answers = await Promise.all([
      sandbox.call('GET', path, { headers: { ...PAGE, ...asAdmin } }),
      sandbox.call('GET', path, { headers: PAGE }),
      sandbox.call('GET', '/portal/v1/time-zones', { headers: { ...PAGE, ...asAdmin } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 429]);
    for (const { headers } of answers) {
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(headers.get('Access-Control-Expose-Headers')).toBe('ETag,Retry-After,WWW-Authenticate');
    }
  });

  it('opens nothing else of the sandbox', async () => {
    const { headers } = await sandbox.call('GET', '/_sandbox/faults', { headers: PAGE });
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});
