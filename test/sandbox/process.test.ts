import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnv } from '../../sandbox/env.js';
import { credentials } from './support/sandbox.js';

describe('the environment', () => {
  it('has defaults', () => {
    expect(readEnv({})).toEqual({ port: 4010, db: '.sandbox/psa.db', seed: 'demo' });
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', ''],
    ['SANDBOX_SEED', 'huge'],
    ['SANDBOX_DB', ''],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(`${name}: `);
  });
});

describe('the process', () => {
  let folder = '';
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sandbox-process-'));
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  function start(env: Record<string, string>): ChildProcess {
    const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts'], {
      env: { ...process.env, PORT: '0', SANDBOX_DB: path.join(folder, 'psa.db'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.push(child);
    return child;
  }

  async function firstLine(stream: NodeJS.ReadableStream | null): Promise<string> {
    if (stream === null) throw new Error('no output');
    for await (const line of createInterface(stream)) return line;
    return '';
  }

  async function urlOf(child: ChildProcess): Promise<string> {
    const line = await firstLine(child.stdout);
    expect(line).toMatch(/^Sandbox ready: http:\/\/127\.0\.0\.1:\d+\/$/);
    return line.replace('Sandbox ready: ', '');
  }

  it('says when it is ready, keeps its data over a restart, ends on SIGTERM and SIGINT', async () => {
    const rest = (url: string, method: string, body?: unknown) =>
      fetch(`${url}ATServicesRest/v1.0/Companies${method === 'GET' ? '/175' : ''}`, {
        method,
        headers: credentials,
        body: body === undefined ? null : JSON.stringify(body),
      });
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const child = start({});
      const url = await urlOf(child);
      if (signal === 'SIGTERM') await rest(url, 'PATCH', { id: 175, city: 'Savannah' });
      expect(await (await rest(url, 'GET')).text()).toContain('"city":"Savannah"');
      const closed = once(child, 'close');
      child.kill(signal);
      expect(await closed).toEqual([0, null]);
    }
  });

  it('does not start with a wrong environment, and says why', async () => {
    const child = start({ SANDBOX_SEED: 'huge' });
    const closed = once(child, 'close');
    expect(await firstLine(child.stderr)).toContain('SANDBOX_SEED');
    expect(await closed).toEqual([1, null]);
  });
});
