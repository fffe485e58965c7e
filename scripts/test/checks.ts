import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Outcome } from './outcome.js';

/** A program whose exit code says whether the project is as it should be. It counts as one test. */
export interface Check {
  readonly name: string;
  /** A script in node_modules or in the project, and its arguments. */
  readonly command: readonly [string, ...string[]];
}

const bin = (...parts: string[]): string => path.join('node_modules', ...parts);

export const checks = {
  types: { name: 'types', command: [bin('typescript-native', 'bin', 'tsc'), '--noEmit'] },
  lint: { name: 'lint', command: [bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'] },
  format: {
    name: 'format',
    command: [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  },
  house: { name: 'house', command: ['--import', 'tsx', 'scripts/house/house.ts', '--quiet'] },
  translations: {
    name: 'translations',
    command: ['--import', 'tsx', 'scripts/localize/localize.ts', '--check'],
  },
} as const satisfies Record<string, Check>;

/** Runs a check and shows its output only if it failed: a green run stays short. */
export async function runCheck(check: Check): Promise<Outcome> {
  const started = Date.now();
  const { code, output } = await run(check.command);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${check.name} (${seconds} s)`);
  if (code !== 0) console.log(output);
  return code === 0 ? { passed: 1, failed: [] } : { passed: 0, failed: [check.name] };
}

function run(args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }));
  });
}
