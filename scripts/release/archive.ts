import { zipSync, type Zippable } from 'fflate';

/** The number of Unix in a zip, which makes the upper half of the attributes a file's mode. */
const UNIX = 3;
const REGULAR_FILE = (0o100644 << 16) >>> 0;

/**
 * A zip that depends on nothing but its files' names and contents: they stand in the order of their names, without a
 * time, an owner or this machine's permissions.
 */
export function archive(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  // Zips tell the time of a clock on the wall: this is the first they can, whatever the time zone.
  const mtime = new Date(1980, 0, 1);
  const entries: Zippable = {};
  for (const name of [...files.keys()].sort()) {
    const content = files.get(name);
    if (content !== undefined) entries[name] = [content, { os: UNIX, attrs: REGULAR_FILE }];
  }
  return zipSync(entries, { level: 9, mtime });
}
