import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A command that a document tells its reader to type. */
export interface DocumentCommand {
  readonly file: string;
  /** As it is typed, without what a comment says of it, for example `npm run bench grid -- --rounds=3`. */
  readonly typed: string;
  /** What is started: `npm start`, `npm run bench`, `npm pack`, `npx vitest`. */
  readonly command: string;
}

const FENCED = /^ *```(?:sh|bash|console)\n(.*?)^ *```/gms;
/** Variables that are set for one command. */
const VARIABLES = /^(?:\w+=\S+ )+/;
const INLINE = /`((?:npm|npx) [^`\n]+)`/g;
const COMMAND = /^(?:npm run [\w:-]+|npm [\w-]+|npx [\w@/-]+)/;

/** Every npm and npx command of the papers, as code in a line or in a block. What the changelog names may be gone. */
export async function documentCommands(): Promise<DocumentCommand[]> {
  const found: DocumentCommand[] = [];
  for (const file of await documents()) {
    const text = await readFile(file, 'utf8');
    const lines = [...text.matchAll(FENCED)].flatMap(([, block = '']) => block.split('\n'));
    const inline = [...text.matchAll(INLINE)].map(([, code = '']) => code);
    for (const line of [...lines, ...inline]) {
      const typed = line
        .replace(/\s+#.*$/, '')
        .trim()
        .replace(VARIABLES, '');
      const [command] = COMMAND.exec(typed) ?? [];
      if (command !== undefined) found.push({ file, typed, command });
    }
  }
  return found;
}

async function documents(): Promise<string[]> {
  const docs = (await readdir('docs')).filter((name) => name.endsWith('.md'));
  const top = (await readdir('.')).filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md');
  return [...top, 'examples/README.md', 'sandbox/README.md', ...docs.map((name) => path.join('docs', name))];
}
