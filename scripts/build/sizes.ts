import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';

/** Where the sizes are written down, so that a change of one is seen in a review. */
const SIZES_FILE = fileURLToPath(new URL('../../docs/sizes.json', import.meta.url));

/** How much a part may grow until somebody has to say that it is meant. */
const TOLERANCE = 0.03;

const SizesSchema = v.record(v.string(), v.record(v.string(), v.number()));

/** Bytes after gzip, by the part's name. */
export type Sizes = Readonly<Record<string, number>>;

/** How many bytes servers and stores send of a text. */
export function gzipped(code: string | Uint8Array): number {
  return gzipSync(code, { level: 9 }).byteLength;
}

/**
 * What is wrong with measured sizes, in sentences: parts that grew by more than 3 %, that shrank by more than that (a budget
 * that is too large watches nothing), that are new or gone.
 *
 * @param group what was measured, for example `package`; one key of docs/sizes.json.
 */
export function sizeProblems(group: string, measured: Sizes): string[] {
  const written = readSizes()[group] ?? {};
  const names = [...new Set([...Object.keys(written), ...Object.keys(measured)])];
  const hint = `Is it meant? Then write it down: npm run sizes`;
  return names.flatMap((name) => {
    const [before, now] = [written[name], measured[name]];
    if (before === undefined) return [`${group} ${name}: ${now} bytes, not in docs/sizes.json. ${hint}`];
    if (now === undefined)
      return [`${group} ${name}: in docs/sizes.json, but there is no such part. ${hint}`];
    if (Math.abs(now - before) <= before * TOLERANCE) return [];
    return [`${group} ${name}: ${now} bytes instead of ${before}. ${hint}`];
  });
}

/** Writes the sizes of one group down, without touching the others. */
export function writeSizes(group: string, measured: Sizes): void {
  const sizes = { ...readSizes(), [group]: measured };
  writeFileSync(SIZES_FILE, `${JSON.stringify(sizes, null, 2)}\n`);
  console.log(`${path.basename(SIZES_FILE)} ${group}: ${JSON.stringify(measured)}`);
}

function readSizes(): v.InferOutput<typeof SizesSchema> {
  return v.parse(SizesSchema, JSON.parse(readFileSync(SIZES_FILE, 'utf8')));
}
