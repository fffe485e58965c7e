import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILD_TARGETS, type BuildTarget } from '../../scripts/build/build-target.js';
import { PUBLISHED } from '../../scripts/build/constants.js';
import { deriveExtension } from '../../scripts/build/derive.js';
import { readExtension, type ExtensionFiles } from '../../scripts/build/extension-files.js';
import type { ConnectionPreset } from '../../scripts/build/preset.js';
import { writeExtensionZips, ZIP_NAMES } from '../../scripts/release/extension-zips.js';

const preset: ConnectionPreset = {
  psaOrigin: 'http://127.0.0.1:4010',
  autotask: { user: 'api@planted.example', secret: 'planted-secret', integrationCode: 'PLANTED' },
  portalService: { url: 'http://127.0.0.1:4010/portal/v1', token: 'planted-token' },
};

/** No more than these; `store/` and docs/permissions.md give the reason of each. */
const permissions = ['storage', 'scripting', 'idle', 'alarms', 'identity'];

const manifestKeys = [
  ...['manifest_version', 'name', 'short_name', 'version', 'description', 'default_locale', 'icons'],
  ...['permissions', 'host_permissions', 'optional_host_permissions'],
  ...['action', 'background', 'content_scripts', 'options_ui'],
];

/** A script that runs in every frame of the PSA. In bytes, as it would be downloaded. */
const LARGEST_AGENT = 6 * 1024;

let folder = '';

/** What is in the stores' zips. */
const published = new Map<BuildTarget, ExtensionFiles>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'portal-admin-build-'));
  await writeExtensionZips(folder);
  for (const target of BUILD_TARGETS)
    published.set(target, await readExtension(path.join(folder, ZIP_NAMES[target])));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** All text of a build, by file. */
function readScripts(files: ExtensionFiles): Map<string, string> {
  const scripts = [...files].filter(([file]) => /\.(js|html|json)$/.test(file));
  return new Map(scripts.map(([file, bytes]) => [file, new TextDecoder().decode(bytes)]));
}

function readManifest(scripts: ReadonlyMap<string, string>): Record<string, unknown> {
  return JSON.parse(scripts.get('manifest.json') ?? '') as Record<string, unknown>;
}

describe.each(BUILD_TARGETS)('the published build for %s', (target: BuildTarget) => {
  let manifest: Record<string, unknown> = {};
  let scripts = new Map<string, string>();

  beforeAll(() => {
    scripts = readScripts(published.get(target) ?? new Map());
    manifest = readManifest(scripts);
  });

  it('asks for nothing but what it needs', () => {
    expect(manifest.permissions).toEqual(permissions);
    expect(manifest.host_permissions).toEqual(['https://*.autotask.net/*']);
    // Any other PSA is granted by the user, one host at a time.
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
  });

  // Among what is not in the list: optional_permissions, externally_connectable, web_accessible_resources, commands, and a
  // content_security_policy, which could only loosen the browser's own.
  it('has nothing in its manifest that is not on the list', () => {
    const own = target === 'firefox' ? ['browser_specific_settings'] : ['minimum_chrome_version'];
    expect(Object.keys(manifest).sort()).toEqual([...manifestKeys, ...own].sort());
  });

  it('runs one script in the frames of the PSA, and not where people sign in or read help', () => {
    expect(manifest.content_scripts).toEqual([
      {
        js: ['page-agent.js'],
        matches: ['https://*.autotask.net/*'],
        exclude_matches: expect.arrayContaining(['https://www.autotask.net/*']) as unknown,
        all_frames: true,
        run_at: 'document_idle',
      },
    ]);
  });

  it('keeps that script small', () => {
    const agent = scripts.get('page-agent.js') ?? '';
    expect(agent).toContain('page-recognised');
    expect(agent).not.toMatch(/^\s*\/\*\*/m);
    expect(gzipSync(agent).byteLength).toBeLessThan(LARGEST_AGENT);
  });

  it('has the elements in one script, with closed roots', () => {
    const elements = scripts.get('elements.js') ?? '';
    expect(elements).toContain('"portal-page-panel"');
    expect(elements).not.toMatch(/attachShadow\(\{ mode: "open"/);
    // That they are closed where it counts, in browsers, is shown by the end-to-end tests on isolation.
    expect(elements).toMatch(
      /shadowRootMode\(\) \{\s*return .*"openShadowRoots\\":false.* \? "open" : "closed"/,
    );
    expect(PUBLISHED.openShadowRoots).toBe(false);
    expect(elements).not.toMatch(/\bimport\(|^import /m);
  });

  it('is for this browser', () => {
    const isFirefox = target === 'firefox';
    expect(manifest.background).toEqual(
      isFirefox ? { scripts: ['worker.js'] } : { service_worker: 'worker.js' },
    );
    expect('browser_specific_settings' in manifest).toBe(isFirefox);
    expect('minimum_chrome_version' in manifest).toBe(!isFirefox);
  });

  it('knows no sandbox', () => {
    for (const text of scripts.values())
      expect(text).not.toMatch(/sandbox-secret|sandbox-portal-token|\(sandbox\)/);
  });
});

describe('a build for this machine', () => {
  const files = () => published.get('chromium') ?? new Map<string, Uint8Array>();
  const derived = () =>
    readScripts(deriveExtension(files(), { connectionPreset: preset, openShadowRoots: true }));

  it('carries the connection in the worker only, and may enter pages of this machine', () => {
    const scripts = derived();
    const manifest = readManifest(scripts);
    expect(manifest.permissions).toEqual(permissions);
    expect(manifest.host_permissions).toEqual(['https://*.autotask.net/*', 'http://127.0.0.1/*']);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://localhost/*']);
    expect(manifest.name).toBe('__MSG_extName__ (sandbox)');
    const holders = [...scripts].filter(([, text]) => text.includes('planted-secret'));
    expect(holders.map(([file]) => file)).toEqual(['worker.js']);
  });

  it('is the published code but for two constants', () => {
    const restored = [...derived()].map(([file, text]) => [
      file,
      text
        .replace(
          /JSON\.parse\("\{\\"connectionPreset\\":.*"\)/,
          'JSON.parse("{\\"connectionPreset\\":null}")',
        )
        .replaceAll('"{\\"openShadowRoots\\":true}"', '"{\\"openShadowRoots\\":false}"'),
    ]);
    const scripts = readScripts(files());
    restored.push(['manifest.json', scripts.get('manifest.json') ?? '']);
    expect(Object.fromEntries(restored)).toEqual(Object.fromEntries(scripts));
    expect(derived()).not.toEqual(scripts);
  });

  it('is refused where the constants do not stand as expected, and from a build that is derived already', () => {
    const without = new Map(files()).set('worker.js', new Uint8Array());
    expect(() => deriveExtension(without)).toThrow('constants moved');
    const misplaced = new Map(files()).set('page-agent.js', files().get('elements.js') ?? new Uint8Array());
    expect(() => deriveExtension(misplaced)).toThrow('page-agent.js: openShadowRoots × 2');
    expect(() => deriveExtension(deriveExtension(files()))).toThrow('derived already');
  });
});

describe("the extension's own words", () => {
  it('exist in both languages and fit the stores', async () => {
    const read = async (language: string) =>
      JSON.parse(await readFile(`public/_locales/${language}/messages.json`, 'utf8')) as Record<
        string,
        { message: string }
      >;
    const [en, de] = [await read('en'), await read('de')];
    expect(Object.keys(de)).toEqual(Object.keys(en));
    for (const words of [en, de]) {
      expect(words.extName?.message.length).toBeLessThanOrEqual(45);
      expect(words.extDescription?.message.length).toBeLessThanOrEqual(132);
    }
  });
});
