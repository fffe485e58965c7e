import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

const RootManifestSchema = v.object({
  name: v.string(),
  version: v.string(),
  description: v.string(),
  license: v.string(),
  dependencies: v.record(v.string(), v.string()),
});

/** Of the project's package.json, what the package takes from it. */
export type RootManifest = v.InferOutput<typeof RootManifestSchema>;

export function readRootManifest(root: string): RootManifest {
  return v.parse(RootManifestSchema, JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
}
