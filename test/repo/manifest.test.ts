import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILD_TARGETS, type BuildTarget } from '../../scripts/build/extension-build.js';
import { buildExtension, type BuildOptions } from '../../scripts/build/extension.js';
import type { ConnectionPreset } from '../../scripts/build/preset.js';

const preset: ConnectionPreset = {
  psaOrigin: 'http://127.0.0.1:4010',
  autotask: { user: 'api@planted.example', secret: 'planted-secret', integrationCode: 'PLANTED' },
  portalService: { url: 'http://127.0.0.1:4010/portal/v1', token: 'planted-token' },
};

/** Every permission with its reason. */
const permissions = {
  storage: 'connections, the vault, what must survive the worker',
  scripting: 'the elements in the frame where the page was recognised; the page agent on hosts granted later',
  idle: 'locks the vault when nobody is there, and with the screen',
  alarms: 'bulk jobs go on after the worker ended',
  identity: 'signing in to a portal service (launchWebAuthFlow)',
};

const manifestKeys = [
  ...['manifest_version', 'name', 'short_name', 'version', 'description', 'default_locale', 'icons'],
  ...['permissions', 'host_permissions', 'optional_host_permissions'],
  ...['action', 'background', 'content_scripts', 'options_ui'],
];

/** A script that runs in every frame of the PSA. In bytes, as it would be downloaded. */
const LARGEST_AGENT = 6 * 1024;

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'portal-admin-build-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function buildInto(name: string, options: BuildOptions): Promise<string> {
  return buildExtension({ ...options, outDir: path.join(folder, name) });
}

async function readManifest(extension: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(path.join(extension, 'manifest.json'), 'utf8')) as Record<string, unknown>;
}

/** All text of a build, by file. */
async function readScripts(extension: string): Promise<Map<string, string>> {
  const files = await readdir(extension, { recursive: true });
  const scripts = files.filter((file) => /\.(js|html|json)$/.test(file));
  const texts = scripts.map(
    async (file) => [file, await readFile(path.join(extension, file), 'utf8')] as const,
  );
  return new Map(await Promise.all(texts));
}

describe.each(BUILD_TARGETS)('the published build for %s', (target: BuildTarget) => {
  let extension = '';
  let manifest: Record<string, unknown> = {};
  let scripts = new Map<string, string>();

  beforeAll(async () => {
    extension = await buildInto(target, { target });
    manifest = await readManifest(extension);
    scripts = await readScripts(extension);
  });

  it('asks for nothing but what it needs', () => {
    expect(manifest.permissions).toEqual(Object.keys(permissions));
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
    expect(elements).toMatch(/shadowRootMode\(\) \{\s*return "closed"/);
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

describe('a sandbox build', () => {
  it('carries the connection in the worker only, and may enter pages of this machine', async () => {
    const extension = await buildInto('sandbox', { target: 'chromium', preset, test: true });
    const manifest = await readManifest(extension);
    expect(manifest.permissions).toEqual(Object.keys(permissions));
    expect(manifest.host_permissions).toEqual(['https://*.autotask.net/*', 'http://127.0.0.1/*']);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://localhost/*']);
    expect(manifest.name).toBe('__MSG_extName__ (sandbox)');
    const holders = [...(await readScripts(extension))].filter(([, text]) => text.includes('planted-secret'));
    expect(holders.map(([file]) => path.basename(file))).toEqual(['worker.js']);
  });

  it('leaves nothing behind for the next published one', async () => {
    const scripts = await readScripts(await buildInto('after', { target: 'chromium' }));
    for (const text of scripts.values()) expect(text).not.toContain('planted');
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
