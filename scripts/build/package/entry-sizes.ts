import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { gzipped, type Sizes } from '../sizes.js';
import { builtName, PACKAGE_ENTRIES } from './entries.js';
import { FOR_PRODUCTION } from '../for-production.js';
import { SCRIPT_FILE } from './script-tag.js';

/**
 * What each entry costs an app that imports nothing else: minified, with its dependencies, without what is loaded only when
 * it is needed.
 *
 * @param packageFolder of the built package, from which its dependencies can be resolved.
 */
export async function entrySizes(packageFolder: string): Promise<Sizes> {
  const result = await build({
    ...FOR_PRODUCTION,
    configFile: false,
    root: packageFolder,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(
          PACKAGE_ENTRIES.map(({ source }) => [
            builtName(source),
            path.join(packageFolder, `${builtName(source)}.js`),
          ]),
        ),
        preserveEntrySignatures: 'strict',
      },
    },
  });
  const outputs = 'output' in result ? result.output : [];
  const chunks = new Map(
    outputs.flatMap((output) => (output.type === 'chunk' ? [[output.fileName, output] as const] : [])),
  );
  const entries = new Map(
    [...chunks.values()].filter(({ isEntry }) => isEntry).map((one) => [one.name, one]),
  );
  const sizes = PACKAGE_ENTRIES.flatMap(({ name, source }) => {
    const entry = entries.get(builtName(source));
    return entry === undefined ? [] : [[name, gzipped(loadedAtOnce(entry, chunks))] as const];
  });
  return {
    ...Object.fromEntries(sizes),
    [`./${SCRIPT_FILE}`]: gzipped(await readFile(path.join(packageFolder, SCRIPT_FILE))),
  };
}

function loadedAtOnce(
  entry: Rolldown.OutputChunk,
  chunks: ReadonlyMap<string, Rolldown.OutputChunk>,
): string {
  const loaded = new Set([entry]);
  for (const { imports } of loaded)
    for (const file of imports) {
      const chunk = chunks.get(file);
      if (chunk !== undefined) loaded.add(chunk);
    }
  return Array.from(loaded, ({ code }) => code).join('\n');
}
