import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILD_TARGETS } from '../../scripts/build/build-target.js';
import { readExtension, writeExtension, type ExtensionFiles } from '../../scripts/build/extension-files.js';
import { DATA_TYPES, LANGUAGES, LIMITS, readListingText } from '../../scripts/store/listing.js';
import { pngSize } from '../../scripts/store/png-size.js';
import { remoteCodeIn } from '../../scripts/store/remote-code.js';
import { releaseZip } from './support/release-zips.js';

/** What tools find in our build and why it is harmless: whoever adds one says so here, and a stale one fails too. */
const KnownFindingsSchema = v.array(
  v.strictObject({
    code: v.string(),
    file: v.string(),
    line: v.string(),
    why: v.pipe(v.string(), v.minLength(40)),
  }),
);
type Finding = Record<'code' | 'file' | 'line', string>;

const known = v.parse(KnownFindingsSchema, JSON.parse(await readFile('store/known-findings.json', 'utf8')));

/** The chunks' names end with a hash of their content. */
const fileNamed = (file: string): string => file.replace(/^assets\/.*\.js$/, 'assets/*.js');
const textOf = (files: ExtensionFiles, name: string): string => new TextDecoder().decode(files.get(name));
const scriptsIn = (files: ExtensionFiles): string[] =>
  [...files.keys()].filter((name) => name.endsWith('.js'));

function expectKnown(findings: readonly Finding[], codes: RegExp): void {
  const wanted = known.filter(({ code }) => codes.test(code));
  const isOf = (one: Finding) => (found: Finding) =>
    found.code === one.code && found.file === one.file && found.line.includes(one.line);
  expect(findings.filter((found) => !wanted.some((one) => isOf(one)(found)))).toEqual([]);
  expect(wanted.filter((one) => !findings.some(isOf(one)))).toEqual([]);
}

const LintSchema = v.object({
  summary: v.object({ errors: v.number(), notices: v.number() }),
  errors: v.array(v.looseObject({})),
  notices: v.array(v.looseObject({})),
  warnings: v.array(
    v.looseObject({ code: v.string(), file: v.optional(v.string(), ''), line: v.optional(v.number(), 0) }),
  ),
});

/** Mozilla's own checks, as addons.mozilla.org runs them. */
async function webExtLint(folder: string): Promise<v.InferOutput<typeof LintSchema>> {
  const args = ['lint', '--source-dir', folder, '--output', 'json', '--no-config-discovery'];
  const child = spawn(process.execPath, ['node_modules/web-ext/bin/web-ext.js', ...args], {
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
  });
  let output = '';
  for await (const chunk of child.stdout) output += String(chunk);
  return v.parse(LintSchema, JSON.parse(output));
}

describe('the zip for addons.mozilla.org', () => {
  let folder = '';
  let lint: v.InferOutput<typeof LintSchema>;
  let files: ExtensionFiles;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'store-checks-'));
    files = await readExtension(releaseZip('firefox'));
    await writeExtension(files, folder);
    lint = await webExtLint(folder);
  }, 240_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('passes web-ext lint, with no error and no notice', () => {
    expect([lint.errors, lint.notices]).toEqual([[], []]);
  });

  it('has exactly the warnings whose reasons are written down', () => {
    const findings = lint.warnings.map(({ code, file, line }) => ({
      ...{ code, file: fileNamed(file) },
      line: textOf(files, file).split('\n')[line - 1] ?? '',
    }));
    expectKnown(findings, /^UNSAFE/);
  });

  it('tells Firefox which data leave the browser', () => {
    const schema = v.object({
      browser_specific_settings: v.object({
        gecko: v.object({ data_collection_permissions: v.object({ required: v.array(v.string()) }) }),
      }),
    });
    const { gecko } = v.parse(schema, JSON.parse(textOf(files, 'manifest.json'))).browser_specific_settings;
    expect(gecko.data_collection_permissions.required).toEqual(DATA_TYPES);
  });
});

const ManifestSchema = v.looseObject({
  manifest_version: v.literal(3),
  version: v.pipe(v.string(), v.regex(/^\d{1,5}(\.\d{1,5}){0,3}$/)),
  default_locale: v.picklist(LANGUAGES),
  icons: v.record(v.string(), v.string()),
  action: v.object({ default_icon: v.record(v.string(), v.string()) }),
});

describe.each(BUILD_TARGETS)('the zip for %s', (target) => {
  let files: ExtensionFiles;
  let manifest: v.InferOutput<typeof ManifestSchema>;

  beforeAll(async () => {
    files = await readExtension(releaseZip(target));
    manifest = v.parse(ManifestSchema, JSON.parse(textOf(files, 'manifest.json')));
  });

  it.each(LANGUAGES)('has a name and a summary that every store takes (%s)', (language) => {
    const messages = v.parse(
      v.record(v.string(), v.object({ message: v.string() })),
      JSON.parse(textOf(files, `_locales/${language}/messages.json`)),
    );
    const { name, summary } = readListingText(language);
    expect([messages.extName?.message, messages.extDescription?.message]).toEqual([name, summary]);
    expect(name.length).toBeLessThanOrEqual(LIMITS.edge.name);
    expect(summary.length).toBeLessThanOrEqual(LIMITS.chrome.summary);
  });

  it('has its icons in the sizes that they are named for, 128 among them', () => {
    const icons = [...Object.entries(manifest.icons), ...Object.entries(manifest.action.default_icon)];
    for (const [size, file] of icons)
      expect(pngSize(files.get(file) ?? new Uint8Array()), file).toEqual([Number(size), Number(size)]);
    expect(Object.keys(manifest.icons)).toContain('128');
  });

  it('runs no code but its own', () => {
    const findings = scriptsIn(files).flatMap((file) =>
      remoteCodeIn(textOf(files, file)).map((line) => ({ code: 'REMOTE_CODE', file: fileNamed(file), line })),
    );
    expectKnown(findings, /^REMOTE_CODE$/);
  });

  it('has pages that load nothing from elsewhere, and no script in them', () => {
    const pages = [...files.keys()].filter((name) => name.endsWith('.html'));
    expect(pages).toHaveLength(3);
    for (const page of pages) {
      const html = textOf(files, page);
      expect(html, page).not.toMatch(/(src|href)="(https?:)?\/\//);
      expect(html, page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|\son\w+=/);
    }
  });

  it('holds nothing that a store refuses: source maps, hidden files, packages in packages', () => {
    expect([...files.keys()].filter((name) => /(^|\/)\.|\.(map|zip|crx|xpi|exe|ts)$/.test(name))).toEqual([]);
  });
});

describe('the search for code from elsewhere', () => {
  it.each([
    'eval("1")',
    'window.eval(text)',
    'new Function("a", "b")',
    'Function("a")()',
    'importScripts("https://cdn.example/a.js")',
    'setTimeout("run()", 10)',
    'import("https://cdn.example/a.js")',
    'import(address)',
    'import "//cdn.example/a.js"',
    'new Worker(URL.createObjectURL(blob))',
  ])('finds %s', (script) => {
    expect(remoteCodeIn(script)).toHaveLength(1);
  });

  it.each(['import("./a.js")', 'import "/b.js"', 'setTimeout(() => run(), 10)', '"eval(1)" // eval(1)'])(
    'lets %s be',
    (script) => {
      expect(remoteCodeIn(script)).toEqual([]);
    },
  );
});
