import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What developers read in the package: its file, and the file of this project. The first is what npm shows. */
const PAPERS: ReadonlyMap<string, string> = new Map([
  ['README.md', 'docs/embedding.md'],
  ['theming.md', 'docs/theming.md'],
  ['portal-service.md', 'docs/portal-service.md'],
  ['portal-service.openapi.yaml', 'docs/portal-service.openapi.yaml'],
  ['LICENSE', 'LICENSE'],
]);

/** Writes them; links and pictures that lead to what the package has not become plain words. */
export async function writePapers(root: string, outDir: string): Promise<void> {
  for (const [file, source] of PAPERS)
    if (file.endsWith('.md')) {
      const text = await readFile(path.join(root, source), 'utf8');
      await writeFile(path.join(outDir, file), withoutDeadLinks(text));
    } else await copyFile(path.join(root, source), path.join(outDir, file));
}

function withoutDeadLinks(markdown: string): string {
  return markdown.replace(/!?\[([^\]]*)\]\(([^)#\s]+)[^)]*\)/g, (link, words: string, target: string) =>
    PAPERS.has(target) || /^https?:/.test(target) ? link : words,
  );
}
