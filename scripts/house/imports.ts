import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { rooms } from './rooms.js';

/** An import from one file to another, both as paths from the top of the project. */
export interface Import {
  readonly from: string;
  readonly to: string;
  readonly isCircular: boolean;
}

const options: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: ['node_modules', '\\.stories\\.ts$'] },
  tsPreCompilationDeps: true,
  tsConfig: { fileName: 'tsconfig.json' },
  ruleSet: { forbidden: [{ name: 'no-circle', from: {}, to: { circular: true } }] },
  validate: true,
};

/** Every import between the project's own files, types included, measured afresh from the code. */
export async function readImports(): Promise<Import[]> {
  const { output } = await cruise(['src', 'sandbox'], options);
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered with text: ${output}`);
  return importsOf(output);
}

function importsOf(result: ICruiseResult): Import[] {
  return result.modules.flatMap((module) =>
    module.dependencies
      .filter((dependency) => roomOf(dependency.resolved) !== undefined)
      .map((dependency) => ({
        from: module.source,
        to: dependency.resolved,
        isCircular: dependency.circular,
      })),
  );
}

/** The room that a file stands in, or undefined for files between the rooms, such as the package's entry. */
export function roomOf(file: string): string | undefined {
  return rooms.find(({ room }) => file.startsWith(`${room}/`))?.room;
}
