import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import type { Outcome } from './outcome.js';

/** Vitest's JSON report, as far as it is counted. A file that could not be loaded fails without a test in it. */
const ReportSchema = v.object({
  numPassedTests: v.number(),
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      assertionResults: v.array(v.object({ status: v.string(), fullName: v.string() })),
    }),
  ),
});
type FileReport = v.InferOutput<typeof ReportSchema>['testResults'][number];

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
    const isSilent = code !== 0 && failed.length === 0;
    return { passed, failed: isSilent ? [`${projects.join(', ')}: ended with ${code}`] : failed };
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
  if (text === undefined) return { passed: 0, failed: [] };
  const report = v.parse(ReportSchema, JSON.parse(text));
  return { passed: report.numPassedTests, failed: report.testResults.flatMap(failuresOf) };
}

function failuresOf({ name, status, assertionResults }: FileReport): string[] {
  const file = path.relative(process.cwd(), name);
  if (status === 'failed' && assertionResults.length === 0) return [`${file} could not be run`];
  return assertionResults.filter((one) => one.status === 'failed').map((one) => `${file}: ${one.fullName}`);
}
