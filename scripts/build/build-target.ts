/** The browsers' families that the extension is built for. Edge takes the Chromium build. */
export const BUILD_TARGETS = ['chromium', 'firefox'] as const;

export type BuildTarget = (typeof BUILD_TARGETS)[number];
