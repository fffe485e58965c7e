import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ENTRIES } from '../../scripts/build/package/entries.js';

/** A `ts` block of a page for readers, as a file of its own. */
interface Block {
  /** Where it begins, as `docs/embedding.md:12`. */
  readonly place: string;
  readonly fileName: string;
  readonly code: string;
}

/** The pages whose code readers copy. */
async function pages(): Promise<string[]> {
  const docs = (await readdir('docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`);
  return ['README.md', 'examples/README.md', ...docs];
}

async function blocksOf(page: string): Promise<Block[]> {
  const text = await readFile(page, 'utf8');
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(({ index, 1: code = '' }) => {
    const line = text.slice(0, index).split('\n').length;
    return { code, place: `${page}:${line}`, fileName: path.resolve(`${page}.${line}.ts`) };
  });
}

/** As an app that was made today has them, with the package's names leading to the sources. */
function options(): ts.CompilerOptions {
  return {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noUncheckedSideEffectImports: true,
    moduleDetection: ts.ModuleDetectionKind.Force,
    experimentalDecorators: true,
    useDefineForClassFields: false,
    skipLibCheck: true,
    noEmit: true,
    paths: Object.fromEntries(
      PACKAGE_ENTRIES.map(({ name, source }) => [
        name.replace(/^\./, 'psa-portal-admin'),
        [path.resolve(source)],
      ]),
    ),
  };
}

/** What the compiler says of the blocks, by their places. */
function complaints(blocks: readonly Block[]): string[] {
  const disk = ts.createCompilerHost(options());
  const byFile = new Map(blocks.map((block) => [block.fileName, block]));
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => byFile.has(name) || disk.fileExists(name),
    readFile: (name) => byFile.get(name)?.code ?? disk.readFile(name),
    getSourceFile: (name, version, ...rest) => {
      const code = byFile.get(name)?.code;
      return code === undefined
        ? disk.getSourceFile(name, version, ...rest)
        : ts.createSourceFile(name, code, version);
    },
  };
  const constants = path.resolve('src/build-constants.d.ts');
  const program = ts.createProgram([constants, ...byFile.keys()], options(), host);
  return blocks.flatMap(({ fileName, place }) => {
    const source = program.getSourceFile(fileName);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText }) => `${place}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  });
}

describe('the code that readers copy', () => {
  it('is right, block by block, and what is wrong would be found', async () => {
    const blocks = (await Promise.all((await pages()).map(blocksOf))).flat();
    expect(blocks.filter(({ place }) => place.startsWith('docs/embedding.md')).length).toBeGreaterThan(7);
    const wrong: Block[] = [
      ["import { noSuchThing } from 'psa-portal-admin';\nnoSuchThing();\n", 'planted:1'],
      ["import 'psa-portal-admin/components/no-such-element';\n", 'planted:2'],
      [
        "import 'psa-portal-admin/components';\ndocument.createElement('portal-taskfire').companyId = '1';\n",
        'planted:3',
      ],
    ].map(([code = '', place = '']) => ({ code, place, fileName: path.resolve(`docs/${place}.ts`) }));
    const found = complaints([...blocks, ...wrong]);
    expect(found.filter((words) => !words.startsWith('planted'))).toEqual([]);
    expect(found.map((words) => words.slice(0, 9))).toEqual(['planted:1', 'planted:2', 'planted:3']);
  }, 240_000);
});
