import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import * as v from 'valibot';
import { build } from 'vite';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { entrySizes } from '../../scripts/build/package/entry-sizes.js';
import { OUT_DIR } from '../../scripts/build/package.js';
import { sizeProblems } from '../../scripts/build/sizes.js';
import { createApp, type App } from './support/app.js';

const run = promisify(execFile);
const ManifestSchema = v.looseObject({
  version: v.string(),
  exports: v.record(v.string(), v.unknown()),
  sideEffects: v.array(v.string()),
  dependencies: v.record(v.string(), v.string()),
});

let app: App;
let manifest: v.InferOutput<typeof ManifestSchema>;

beforeAll(async () => {
  app = await createApp({});
  manifest = v.parse(ManifestSchema, JSON.parse(await readPackaged('package.json')));
});
afterAll(() => app.remove());

it('is what publint wants of a package', async () => {
  const tarball = await readFile(inject('packageTarball'));
  const { messages, pkg } = await publint({
    pack: { tarball: tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.byteLength) },
    strict: true,
  });
  // It takes the words "global settings" in the script for CommonJS.
  const real = messages.filter(
    ({ code, path: where }) => code !== 'FILE_INVALID_FORMAT' || where.at(-1) !== './script.js',
  );
  expect(real.map((message) => formatMessage(message, pkg))).toEqual([]);
});

it('has types that every way of resolving modules finds', async () => {
  const bin = path.resolve('node_modules/@arethetypeswrong/cli/dist/index.js');
  const noTypes = Object.keys(manifest.exports).filter((entry) => /\.(css|js)$/.test(entry));
  const args = [bin, inject('packageTarball'), '--profile', 'esm-only'];
  // Its exit code is its verdict; what it says then stands in the error.
  const { stdout } = await run(process.execPath, [...args, '--exclude-entrypoints', ...noTypes]);
  expect(stdout).toContain('psa-portal-admin/components/contact-grid');
});

it('imports what it names as a dependency, and nothing else', async () => {
  const specifiers = await importedPackages();
  expect(Object.keys(manifest.dependencies).sort()).toEqual([...specifiers].sort());
});

it('holds nothing of the extension', async () => {
  const files = await packagedFiles();
  expect(files.filter((file) => /^(background|channel|content|pages)\//.test(file))).toEqual([]);
  for (const name of ['webextension-polyfill', 'idb', 'oauth4webapi', '@webcomponents/custom-elements'])
    expect(manifest.dependencies).not.toHaveProperty(name);
});

it('gives its data entries to programs without a page', async () => {
  const program = `
    import { memoryPortal, portalService } from 'psa-portal-admin';
    import { localeFor } from 'psa-portal-admin/locales';
    const company = await memoryPortal().company(174);
    console.log(typeof portalService, localeFor('de-AT'), company.id, 'document' in globalThis);
  `;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { cwd: app.folder });
  expect(stdout.trim()).toBe('function de 174 false');
});

it('does nothing when its data are imported', async () => {
  expect(await bundled("import 'psa-portal-admin'; import 'psa-portal-admin/locales';")).not.toMatch(/\w/);
  const service = await bundled(
    "import { portalService } from 'psa-portal-admin'; window.open = portalService;",
  );
  expect(service).toContain('PortalError');
  expect(service).not.toMatch(/customElements|LitElement|portal-taskfire/);
});

it('registers one element and what that needs, also where only the registration is imported', async () => {
  const code = await bundled("import 'psa-portal-admin/components/taskfire';");
  expect(code).toContain('portal-taskfire-agreement');
  expect(code).not.toContain('portal-contact-grid');
});

it('names every module that registers something as one with side effects', async () => {
  const files = (await packagedFiles()).filter(
    (file) => file.startsWith('components/') && file.endsWith('.js'),
  );
  const texts = await Promise.all(files.map(async (file) => [file, await readPackaged(file)] as const));
  const registering = texts
    .filter(([, text]) => text.includes('define("portal-'))
    .map(([file]) => `./${file}`);
  expect(registering.length).toBeGreaterThan(20);
  expect(manifest.sideEffects).toEqual(expect.arrayContaining(registering));
});

it('leads nowhere from its papers where nothing is', async () => {
  const files = await packagedFiles();
  const papers = files.filter((file) => /^[^/]+\.md$/.test(file));
  expect(papers).toContain('README.md');
  for (const paper of papers) {
    const targets = [...(await readPackaged(paper)).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(
      ([, target]) => target,
    );
    expect(targets.filter((target) => !files.includes(target ?? ''))).toEqual([]);
  }
});

it('costs an app what is written down', async () => {
  expect(sizeProblems('package', await entrySizes(OUT_DIR))).toEqual([]);
});

async function packagedFiles(): Promise<string[]> {
  const files = await readdir(inject('packageFolder'), { recursive: true });
  return files.map((file) => file.split(path.sep).join('/'));
}

function readPackaged(file: string): Promise<string> {
  return readFile(path.join(inject('packageFolder'), file), 'utf8');
}

/** The packages that the modules import, in whatever way. */
async function importedPackages(): Promise<Set<string>> {
  const modules = (await packagedFiles()).filter((file) => file.endsWith('.js') && file !== 'script.js');
  const texts = await Promise.all(modules.map(readPackaged));
  const imports = texts.flatMap((text) => [
    ...text.matchAll(/^(?:import|export)\b[^;]*?["']([^."'][^"']*)["'];/gm),
    ...text.matchAll(/\bimport\(["']([^."'][^"']*)["']\)/g),
  ]);
  return new Set(imports.flatMap(([, specifier = '']) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? []));
}

/** What a bundler makes of an app's module. */
async function bundled(code: string): Promise<string> {
  const result = await build({
    configFile: false,
    root: app.folder,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: { input: 'virtual:app' },
    },
    plugins: [
      {
        name: 'app',
        resolveId: (id) => (id === 'virtual:app' ? app.file('app.js') : undefined),
        load: (id) => (id === app.file('app.js') ? code : undefined),
      },
    ],
  });
  const chunks = 'output' in result ? result.output : [];
  return chunks.map((chunk) => (chunk.type === 'chunk' && chunk.isEntry ? chunk.code : '')).join('');
}
