import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { missingTranslations } from './missing-translations.js';

const CONFIG = 'lit-localize.json';
const ConfigSchema = v.looseObject({
  tsConfig: v.string(),
  output: v.looseObject({ outputDir: v.string(), localeCodesModule: v.string() }),
  interchange: v.looseObject({ xliffDir: v.string() }),
});
type Config = v.InferOutput<typeof ConfigSchema>;

/**
 * `npm run localize`: collects the texts from the code into `src/locales/xliff`, where they are translated, and writes
 * the translations as code. `--check` changes nothing and fails if that would change anything or a text has no
 * translation.
 */
async function main(): Promise<number> {
  const config = v.parse(ConfigSchema, JSON.parse(await readFile(CONFIG, 'utf8')));
  const isCheck = process.argv.includes('--check');
  if (!isCheck) runLitLocalize(CONFIG);
  const stale = isCheck ? await staleFiles(config) : [];
  const missing = await missingTranslations(config.interchange.xliffDir);
  for (const file of stale) console.error(`not up to date: ${file}; run "npm run localize" and commit`);
  for (const { file, text } of missing) console.error(`${file}: no translation of "${text}"`);
  return stale.length + missing.length === 0 ? 0 : 1;
}

function runLitLocalize(config: string): void {
  for (const command of ['extract', 'build']) {
    const args = ['node_modules/@lit/localize-tools/bin/lit-localize.js', command, '--config', config];
    const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`lit-localize ${command} failed; its message stands above.`);
  }
}

/** Does the work on copies in a temporary folder and names the files that came out otherwise than they are. */
async function staleFiles(config: Config): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'localize-'));
  try {
    const copies = { xliff: path.join(folder, 'xliff'), code: path.join(folder, 'code') };
    await cp(config.interchange.xliffDir, copies.xliff, { recursive: true });
    await cp(config.output.outputDir, copies.code, { recursive: true });
    const copyConfig = path.join(folder, CONFIG);
    await writeFile(copyConfig, JSON.stringify(elsewhere(config, copies)));
    runLitLocalize(copyConfig);
    return [
      ...(await differentFiles(copies.xliff, config.interchange.xliffDir)),
      ...(await differentFiles(copies.code, config.output.outputDir)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function elsewhere(config: Config, copies: { xliff: string; code: string }): Config {
  return {
    ...config,
    tsConfig: path.resolve(config.tsConfig),
    output: {
      ...config.output,
      outputDir: copies.code,
      localeCodesModule: path.join(copies.code, path.basename(config.output.localeCodesModule)),
    },
    interchange: { ...config.interchange, xliffDir: copies.xliff },
  };
}

async function differentFiles(folder: string, original: string): Promise<string[]> {
  const different: string[] = [];
  for (const name of await readdir(folder)) {
    const [made, present] = await Promise.all([
      readFile(path.join(folder, name), 'utf8'),
      readFile(path.join(original, name), 'utf8').catch(() => ''),
    ]);
    if (made !== present) different.push(path.join(original, name));
  }
  return different;
}

process.exitCode = await main();
