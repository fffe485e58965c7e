import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { useSandbox } from '../../sandbox/support/sandbox.js';
import { useHttpServer } from '../support/http-server.js';

/** `npm run contract`, as whoever builds a service runs it. */
function contract(...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/contract/contract.ts', ...args]);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

describe('npm run contract', () => {
  const sandbox = useSandbox();
  const service = useHttpServer();

  it('says what it needs', async () => {
    const { code, output } = await contract('--token', 'token');
    expect([code, output]).toEqual([2, expect.stringContaining('--base-url https://')]);
    const writing = await contract('--base-url', 'https://psa.example/v1', '--token', 'token', '--write');
    expect([writing.code, writing.output]).toEqual([2, expect.stringContaining('--viewer-token')]);
  });

  it('ends well for the sandbox, of which it changes nothing', async () => {
    const url = `${sandbox.url()}portal/v1`;
    const { code, output } = await contract('--base-url', url, '--token', 'sandbox-portal-token');
    expect(output).toContain('answers contacts in the shape of the contract');
    expect(code).toBe(0);
    const { json } = await sandbox.call('GET', '/_sandbox/log');
    expect(JSON.stringify(json)).not.toMatch(/"(PATCH|PUT|DELETE)"|"POST","path":"[^"]*(?<!\/query)"/);
  });

  it.runIf(process.env.TEST_LONG !== undefined)('ends badly for what is no portal service', async () => {
    service.answer(() => ({ hello: 'world' }));
    const { code } = await contract('--base-url', `${service.url()}portal/v1`, '--token', 'token');
    expect(code).toBe(1);
  });
});
