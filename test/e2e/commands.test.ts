import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { documentCommands } from './support/document-commands.js';
import { untilSaid } from './support/until-said.js';

/** Where a command is run by something else in a test run, and by which words there one sees it. */
const elsewhere: Readonly<Record<string, readonly [file: string, words: string]>> = {
  'npm start': ['test/e2e/start.test.ts', 'scripts/start/start.ts'],
  'npm test': ['.ci/run', 'npm test'],
  // The same program with the same tests; only the campaigns are longer.
  'npm run test:long': ['scripts/test/test.ts', '--long'],
  'npm run sandbox': ['test/sandbox/process.test.ts', 'sandbox/main.ts'],
  'npm run release:dry': ['test/repo/release.test.ts', 'scripts/release/release.ts'],
  'npm run release': ['test/repo/release.test.ts', 'scripts/release/release.ts'],
  'npm run types': ['scripts/test/checks.ts', "'--noEmit'"],
  'npm run lint': ['scripts/test/checks.ts', "'--max-warnings', '0'"],
  'npm run format': ['scripts/test/checks.ts', 'prettier.cjs'],
  'npm run format:check': ['scripts/test/checks.ts', "'--check', '--log-level'"],
  'npm run house': ['scripts/test/checks.ts', 'scripts/house/house.ts'],
  'npm run localize': ['scripts/test/checks.ts', 'scripts/localize/localize.ts'],
  'npm ci': ['scripts/run.mjs', "'npm', ['ci'"],
  'npm pack': ['test/package/support/packed-package.ts', "['pack'"],
  'npm install': ['test/package/fresh-apps.test.ts', "'install'"],
  'npm run build:package': ['test/package/support/packed-package.ts', "'build:package'"],
  'npm run example': ['test/package/examples.test.ts', "'example'"],
  'npm run storybook:build': ['test/e2e/support/storybook.ts', "'storybook:build'"],
  'npm run contract': [
    'test/clients/portal-service/contract-command.test.ts',
    'scripts/contract/contract.ts',
  ],
};

/** What writes files of the project that stay: run by hand. A test holds what was written to what it must be. */
const byHand: Readonly<Record<string, string>> = {
  'npm run store:pictures': 'test/repo/store-pictures.test.ts',
  'npm run record:profile': 'test/e2e/update.test.ts',
  'npm run sizes': 'test/e2e/extension-sizes.test.ts',
};

/** What this file runs itself: what has to be said until the command has shown that it works; it is ended then. */
const here: Readonly<Record<string, { readonly args: readonly string[]; readonly says: RegExp }>> = {
  'npm run build': { args: ['--target', 'chromium'], says: /Built chromium: / },
  'npm run store:texts': { args: [], says: /dist.store.\S+\.md/ },
  // A second -p counts. Storybook takes no 0 for "any port".
  'npm run storybook': { args: ['--ci', '--exact-port', '-p', '46006'], says: /Local:\s+http/ },
  'npm run bench': {
    args: ['form', '--quick', '--only=portal-company-settings'],
    says: /\| portal-company-settings \| \d/,
  },
};

const commands = await documentCommands();

describe('every command in the documents', () => {
  it.each(commands)('$file: $typed', async ({ typed, command }) => {
    const script = scriptOf(command);
    if (command.startsWith('npm run')) expect(script, `${command} is no script`).toBeDefined();
    const proof = elsewhere[command];
    const product = byHand[command];
    expect(command in here || proof !== undefined || product !== undefined, `nothing runs ${command}`).toBe(
      true,
    );
    await expectKnownOptions(script, typed);
    if (proof !== undefined) expect(await readFile(proof[0], 'utf8')).toContain(proof[1]);
    if (product !== undefined) expect((await stat(product)).isFile()).toBe(true);
  });
});

function scriptOf(command: string): string | undefined {
  const scripts: Readonly<Record<string, string>> = packageJson.scripts;
  return scripts[command.replace(/^npm (run )?/, '')];
}

/** An option that the program behind a script does not name would be an error, or worse, be ignored. */
async function expectKnownOptions(script: string | undefined, typed: string): Promise<void> {
  const program = /(?:scripts|bench|sandbox)\/\S+\.ts/.exec(script ?? '')?.[0];
  const [, given = ''] = typed.split(' -- ');
  const options = [...given.matchAll(/--([\w-]+)/g)].map(([, name = '']) => name);
  if (program === undefined || options.length === 0) return;
  const inside = program === 'bench/bench.ts' ? await benchOptions() : await readFile(program, 'utf8');
  for (const option of options) expect(inside).toMatch(new RegExp(`\\b${option}\\b`));
}

async function benchOptions(): Promise<string> {
  const files = ['bench/grid/options.ts', 'bench/form/options.ts'];
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
}

describe('the commands that nothing else runs', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'e2e-commands-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  for (const [command, { args, says }] of Object.entries(here))
    it(command, async ({ signal }) => {
      const env = { PORT: '0', SANDBOX_DB: path.join(folder, `${command}.db`) };
      await untilSaid({ args: [...command.split(' ').slice(1), '--', ...args], env, says, signal });
    });
});
