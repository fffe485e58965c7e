import type { LogoProblem } from '../../../src/model/index.js';
import type { Bytes } from './bytes.js';

export interface HostileFile {
  readonly name: string;
  readonly bytes: Bytes;
  readonly problem: LogoProblem;
}

/** Files that are refused for the same reason. */
export function refusedAs(
  problem: LogoProblem,
  files: Readonly<Record<string, Bytes>>,
): readonly HostileFile[] {
  return Object.entries(files).map(([name, bytes]) => ({ name, bytes, problem }));
}
