import { build, type BuildEnvironmentOptions, type Plugin } from 'vite';
import { FOR_PRODUCTION } from './for-production.js';
import { NOTHING_TO_LOAD } from './one-script.js';

export interface InjectedBundle {
  /** The source file, from the project's root. */
  entry: string;
  /** The file in the build, e.g. `elements.js`: fixed, because it is named elsewhere. */
  fileName: string;
  define: Record<string, string>;
  output: Pick<BuildEnvironmentOptions, 'minify' | 'target'>;
}

/**
 * Adds one self-contained script to the build that no manifest entry names.
 *
 * crxjs can do this only for a worker that imports the script (`?script&iife`): then it also makes the file readable
 * for every web site and emits it twice, and the worker's room would import from a room above it.
 */
export function injectedBundle({ entry, fileName, define, output }: InjectedBundle): Plugin {
  let root = '';
  return {
    name: 'portal-admin:injected-bundle',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    async generateBundle() {
      const result = await build({
        configFile: false,
        root,
        publicDir: false,
        logLevel: 'warn',
        ...FOR_PRODUCTION,
        define: { ...FOR_PRODUCTION.define, ...define },
        build: {
          ...output,
          write: false,
          modulePreload: false,
          rolldownOptions: {
            input: entry,
            transform: NOTHING_TO_LOAD,
            output: {
              format: 'iife',
              entryFileNames: fileName,
              codeSplitting: false,
              // A fifth of the file, read each time that the browser loads it. Licences stay.
              comments: { legal: true, annotation: false, jsdoc: false },
            },
          },
        },
      });
      const [script, ...rest] = 'output' in result ? result.output : [];
      if (script === undefined || rest.length > 0) {
        throw new Error(`${entry} must become exactly one script, not ${rest.length + 1} files`);
      }
      this.emitFile({ type: 'asset', fileName, source: script.code });
    },
  };
}
