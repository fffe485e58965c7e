import { isCheckout, uncommitted } from './source-files.js';

interface Release {
  /** The project's folder. */
  readonly root: string;
  readonly version: string;
  /** The text of `CHANGELOG.md`. */
  readonly changelog: string;
  readonly allowDirty: boolean;
}

/** How many of the files are named that no commit has. */
const NAMED = 5;

/** What speaks against a release, each as a sentence that says what to do about it. */
export async function obstacles({ root, version, changelog, allowDirty }: Release): Promise<string[]> {
  const dirty = allowDirty ? [] : await uncommitted(root);
  return [
    isCheckout(root)
      ? undefined
      : 'This folder is no git checkout, so nobody could tell what belongs into source.zip.',
    dirty.length === 0 ? undefined : describeDirty(dirty),
    describeVersion(version),
    hasSection(changelog, version)
      ? undefined
      : `CHANGELOG.md has no section for ${version}. Give what stands under "Unreleased" the heading "## [${version}] - YYYY-MM-DD".`,
  ].filter((sentence) => sentence !== undefined);
}

function describeDirty(dirty: readonly string[]): string {
  const named = dirty.slice(0, NAMED).map((line) => `\n    ${line}`);
  const more = dirty.length > NAMED ? `\n    and ${dirty.length - NAMED} more` : '';
  return `No commit has these changes; commit or remove them, or say --allow-dirty:${named.join('')}${more}`;
}

/** Stores take up to four numbers and nothing else; ours are three, as everywhere in npm. */
function describeVersion(version: string): string | undefined {
  if (/^(0|[1-9]\d{0,4})(\.(0|[1-9]\d{0,4})){2}$/.test(version)) return undefined;
  return `The stores do not take ${version} for a version. Set three numbers in package.json, such as 1.2.0.`;
}

function hasSection(changelog: string, version: string): boolean {
  return changelog.split('\n').some((line) => line.startsWith(`## [${version}] - `));
}
