import type { ConnectionPreset } from './preset.js';

/** The browsers' families that the extension is built for. Edge takes the Chromium build. */
export const BUILD_TARGETS = ['chromium', 'firefox'] as const;

export type BuildTarget = (typeof BUILD_TARGETS)[number];

/** One build of the extension. `preset: null` with `openShadowRoots: false` is the build that is published. */
export interface ExtensionBuild {
  target: BuildTarget;
  /** The connection baked in, for a sandbox on this machine; `null` in production. */
  preset: ConnectionPreset | null;
  /** Open roots let axe and the test drivers look inside; production keeps the page out with closed ones. */
  openShadowRoots: boolean;
}
