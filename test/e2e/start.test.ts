import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPage } from '../../scripts/start/demo.js';
import { eventually } from './drivers/tab.js';

/** `npm start -- --no-browser` as a user runs it, on a free port and an empty database. */
describe('npm start, serving only', () => {
  let folder: string;
  let child: ChildProcess;
  let output = '';
  let exit: Promise<number | null>;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'e2e-start-'));
    const env = { ...process.env, PORT: '0', SANDBOX_DB: path.join(folder, 'psa.db') };
    child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/start/start.ts', '--no-browser'], { env });
    const hear = (chunk: Buffer) => (output += chunk.toString('utf8'));
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    exit = new Promise((resolve) => child.on('exit', resolve));
  });
  afterAll(async () => {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  const address = () =>
    eventually('the address of the sandbox', () =>
      Promise.resolve(/Sandbox ready: (http:\/\/127\.0\.0\.1:\d+\/)/.exec(output)?.[1]),
    );

  it('builds the extension and says what to do', async () => {
    await address();
    await eventually('the instructions', () =>
      Promise.resolve(output.includes('Ctrl+C ends it') || undefined),
    );
    expect(output).toContain('Extension built, connected to the sandbox');
  });

  it.each([
    ['en', 'Client Portal Organization Detail'],
    ['de', 'Kundenportal - Kundendetails'],
  ] as const)('answers with the admin page (%s)', async (language, title) => {
    const url = demoPage(await address(), { language });
    const signedIn = await fetch(url, { redirect: 'manual' });
    const cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const inner = new URL('/Mvc/Administration/ClientPortal.mvc/ClientDetail?accountId=174', url);
    const page = await fetch(inner, { headers: { cookie } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(title);
  });

  it('ends with all it started', async () => {
    const url = await address();
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });
});
