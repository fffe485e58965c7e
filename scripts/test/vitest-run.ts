import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import type { Outcome } from './outcome.js';

/** Vitest's JSON report, as far as it is counted. A file that could not be loaded fails without a test in it. */
const ReportSchema = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
});

/**
 * Runs the named projects of vitest.config.ts and counts. A run that ends badly without a failed test counts one.
 *
 * @param workers test files at a time.
 */
export async function runVitest(projects: readonly string[], workers: number): Promise<Outcome> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vitest-report-'));
  const report = path.join(folder, 'report.json');
  try {
    const code = await spawnVitest(projects, workers, report);
    const { passed, failed } = await count(report);
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Its output passes through a pipe, so that it is a line for each file: two runs could not both own the screen. */
function spawnVitest(projects: readonly string[], workers: number, report: string): Promise<number | null> {
  const args = [
    'run',
    `--maxWorkers=${workers}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const named = projects.map((project) => `--project=${project}`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args, ...named], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(process.stdout, { end: false });
    child.stderr.pipe(process.stderr, { end: false });
    child.on('error', reject);
    child.on('close', resolve);
  });
}

async function count(file: string): Promise<Outcome> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return { passed: 0, failed: 1 };
  const report = v.parse(ReportSchema, JSON.parse(text));
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}
