/** What a build of the extension knows by itself. */
import type { ConnectionPreset } from './preset.js';

export interface BuildConstants {
  /** The connection built in, for a sandbox on this machine; `null` as published. */
  readonly connectionPreset: ConnectionPreset | null;
  /** Open roots let axe and the test drivers look inside; closed ones, as published, keep the page out. */
  readonly openShadowRoots: boolean;
}

export const PUBLISHED: BuildConstants = { connectionPreset: null, openShadowRoots: false };

/** The names under which the sources read them, see `src/build-constants.d.ts`. */
const identifiers: Record<keyof BuildConstants, string> = {
  connectionPreset: '__CONNECTION_PRESET__',
  openShadowRoots: '__OPEN_SHADOW_ROOTS__',
};

/**
 * A constant as it stands in the built scripts, byte for byte. No bundler computes what `JSON.parse` would return, so
 * both branches of what depends on it stay in the code, and another value can be put in afterwards (`derive.ts`).
 */
export function literalOf<Name extends keyof BuildConstants>(
  name: Name,
  value: BuildConstants[Name],
): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify({ [name]: value }))}).${name}`;
}

/** Vite's `define` for every script of the extension. */
export const define: Record<string, string> = {
  [identifiers.connectionPreset]: literalOf('connectionPreset', PUBLISHED.connectionPreset),
  [identifiers.openShadowRoots]: literalOf('openShadowRoots', PUBLISHED.openShadowRoots),
};
