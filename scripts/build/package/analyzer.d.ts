// Parts of the analyzer that its own types leave out.
declare module '@custom-elements-manifest/analyzer/index.js' {
  import type {
    AnalyzePhaseParams,
    Context,
    PackageLinkPhaseParams,
    Plugin,
  } from '@custom-elements-manifest/analyzer';

  /** The analyzer's own TypeScript: it does not understand what another version has parsed. */
  export const ts: AnalyzePhaseParams['ts'];
  export function create(options: {
    modules: readonly ReturnType<typeof ts.createSourceFile>[];
    plugins: readonly Plugin[];
    context: Context;
  }): PackageLinkPhaseParams['customElementsManifest'];
}

declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  import type { Plugin } from '@custom-elements-manifest/analyzer';

  export function litPlugin(): Plugin[];
}
