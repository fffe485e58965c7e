/**
 * Sandbox and test builds are derived from the build that is published, and so run its code byte for byte, except for
 * what is substituted here: two constants, and the hosts and the name in the manifest.
 */
import * as v from 'valibot';
import { literalOf, PUBLISHED, type BuildConstants } from './constants.js';
import { readExtension, writeExtension, type ExtensionFiles } from './extension-files.js';

/** Match patterns carry no port, so this is every server on this machine. */
const LOCAL_PAGES = 'http://127.0.0.1/*';

/** The same servers by a name that has to be granted at run time, to try out how that goes. */
const GRANTABLE_LOCAL_PAGES = 'http://localhost/*';

/** Where the constants stand in a published build, and how often. The pages share one chunk, whatever its hash. */
const PLACES = [
  'assets/*.js: openShadowRoots × 2',
  'elements.js: openShadowRoots × 2',
  'worker.js: connectionPreset × 1',
];

const ManifestSchema = v.looseObject({
  name: v.string(),
  host_permissions: v.array(v.string()),
  optional_host_permissions: v.array(v.string()),
  content_scripts: v.array(v.looseObject({ matches: v.array(v.string()) })),
});

/**
 * A build for this machine from a published one: pages of this machine count as the PSA's, and the constants that are
 * given have other values.
 *
 * @throws when a constant does not stand where it must, as often as it must, or the manifest is not that of a published build.
 */
export function deriveExtension(
  published: ExtensionFiles,
  constants: Partial<BuildConstants> = {},
): ExtensionFiles {
  const values = { ...PUBLISHED, ...constants };
  requirePlaces(published);
  const derived = new Map(published);
  for (const [name, bytes] of published) {
    if (name === 'manifest.json') derived.set(name, encode(localManifest(decode(bytes))));
    if (name.endsWith('.js')) derived.set(name, encode(withConstants(decode(bytes), values)));
  }
  return derived;
}

/** The same from a folder or zip to a folder, which is emptied first. */
export async function deriveInto(
  folder: string,
  published: string,
  constants: Partial<BuildConstants> = {},
): Promise<void> {
  await writeExtension(deriveExtension(await readExtension(published), constants), folder);
}

function withConstants(script: string, { connectionPreset, openShadowRoots }: BuildConstants): string {
  return script
    .replaceAll(publishedLiteral('connectionPreset'), () => literalOf('connectionPreset', connectionPreset))
    .replaceAll(publishedLiteral('openShadowRoots'), () => literalOf('openShadowRoots', openShadowRoots));
}

function publishedLiteral(name: keyof BuildConstants): string {
  return literalOf(name, PUBLISHED[name]);
}

/** A literal that is missing would leave a test build closed; one too many would open what nobody thought of. */
function requirePlaces(published: ExtensionFiles): void {
  const found = [...published]
    .filter(([file]) => file.endsWith('.js'))
    .flatMap(([file, bytes]) => placesIn(file.replace(/^assets\/.*/, 'assets/*.js'), decode(bytes)));
  if (found.sort().join() === PLACES.join()) return;
  throw new Error(
    `This is no published build, or its constants moved.\nExpected: ${PLACES.join(', ')}\nFound: ${found.join(', ')}`,
  );
}

function placesIn(file: string, script: string): string[] {
  return (['connectionPreset', 'openShadowRoots'] as const).flatMap((constant) => {
    const times = script.split(publishedLiteral(constant)).length - 1;
    return times === 0 ? [] : `${file}: ${constant} × ${times}`;
  });
}

function localManifest(text: string): string {
  const manifest = v.parse(ManifestSchema, JSON.parse(text));
  if (text.includes(LOCAL_PAGES))
    throw new Error('This build is derived already. Start from a published one.');
  return JSON.stringify(
    {
      ...manifest,
      name: `${manifest.name} (sandbox)`,
      host_permissions: [...manifest.host_permissions, LOCAL_PAGES],
      optional_host_permissions: [...manifest.optional_host_permissions, GRANTABLE_LOCAL_PAGES],
      content_scripts: manifest.content_scripts.map((script) => ({
        ...script,
        matches: [...script.matches, LOCAL_PAGES],
      })),
    },
    null,
    2,
  );
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
