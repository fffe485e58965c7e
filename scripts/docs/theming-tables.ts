import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** All files below a folder, with it, in order. */
export function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.posix.join(entry.parentPath, entry.name))
    .sort();
}

/** A custom property that a page sets, as JSDoc tells it. */
export interface Token {
  readonly name: string;
  /** `color`, `length` or ''. */
  readonly kind: string;
  readonly initial: string;
  readonly about: string;
}

/** The tokens of all elements, in the order in which they are told at their base. */
export function documentedTokens(): Token[] {
  const text = readFileSync('src/components/shared/portal-element.ts', 'utf8');
  const pattern = /@cssproperty (?:\{<(\w+)>\} )?\[(--portal-[\w-]+)=(.+?)\] - (.+)/g;
  return [...text.matchAll(pattern)].map(([, kind = '', name = '', initial = '', about = '']) => ({
    ...{ name, kind, initial, about },
  }));
}

interface Part {
  readonly name: string;
  readonly about: string;
  readonly tags: string[];
}

/** The parts by name, with the elements that have them. What the base tells of, all have. */
function documentedParts(): Part[] {
  const parts = new Map<string, Part>();
  for (const file of filesBelow('src/components')) {
    const text = readFileSync(file, 'utf8');
    const tag = /define\('([\w-]+)'/.exec(text)?.[1] ?? 'all';
    for (const [, name = '', about = ''] of text.matchAll(/@csspart ([\w-]+) - (.+)/g)) {
      const part = parts.get(name) ?? { name, about, tags: [] };
      if (part.about !== about) throw new Error(`The part "${name}" is told in two ways: ${file}`);
      part.tags.push(tag.replace(/^portal-/, ''));
      parts.set(name, part);
    }
  }
  return [...parts.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return ['<!-- prettier-ignore -->', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What `docs/theming.md` has between comments of these names. */
export function themingTables(): Readonly<Record<'tokens' | 'parts', string>> {
  const tokens = documentedTokens().map(({ name, initial, about }) => [
    `\`${name}\``,
    `\`${initial}\``,
    about,
  ]);
  const parts = documentedParts().map(({ name, about, tags }) => [
    ...[`\`${name}\``, about, tags.join(', ')],
  ]);
  return {
    tokens: table(['Token', 'By itself (light, dark)', 'What it is for'], tokens),
    parts: table(['Part', 'What it is', 'At'], parts),
  };
}
