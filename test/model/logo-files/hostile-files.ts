import { brokenFiles } from './broken-files.js';
import type { HostileFile } from './hostile-file.js';
import { misleadingFiles } from './misleading-files.js';
import { secondFaces } from './second-faces.js';
import { truncatedFiles } from './truncated-files.js';
import { oversizedFiles } from './oversized-files.js';

export type { HostileFile };

/** What people and attackers may hand in as a logo, and why each is refused. The same on every run. */
export const hostileFiles: readonly HostileFile[] = [
  ...misleadingFiles(),
  ...secondFaces(),
  ...oversizedFiles(),
  ...truncatedFiles(),
  ...brokenFiles(),
];
