import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** The requirements for what a company's page configures, in their order. */
const series: readonly (readonly [letter: string, count: number])[] = [
  ['S', 15],
  ['T', 5],
  ['R', 3],
  ['E', 3],
  ['L', 4],
  ['G', 3],
  ['D', 2],
];
const ids = series.flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
);

interface Row {
  readonly id: string;
  readonly elements: readonly string[];
  /** As `folder/Story`. */
  readonly stories: readonly string[];
  /** Below `test/`, without the ending. */
  readonly tests: readonly string[];
}

const rows = parseRows(await readFile('docs/coverage.md', 'utf8'));

function parseRows(page: string): Row[] {
  return page
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, id = '']) => /^[A-Z]\d+$/.test(id))
    .map(([, id = '', , elements = '', stories = '', tests = '']) => ({
      ...{ id, elements: codes(elements), stories: codes(stories), tests: codes(tests) },
    }));
}

/** What stands between backticks. */
function codes(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** The ids that the titles of a file's tests name, as in "(T1, T2)" or "(E1-E3)". */
function idsInTitles(source: string): Set<string> {
  const titles = [
    ...source.matchAll(
      /\b(?:it|describe)(?:\.(?:each|runIf|skipIf)\([\s\S]*?\))?\(\s*(['"`])([\s\S]*?)\1\s*,/g,
    ),
  ];
  const inParentheses = titles.flatMap(([, , title = '']) => title.match(/\(([^()]+)\)/g) ?? []);
  const direct = inParentheses.flatMap((text) => text.match(/\b[A-Z]\d+\b/g) ?? []);
  const ranges = inParentheses.flatMap((text) => [...text.matchAll(/\b([A-Z])(\d+)-\1(\d+)\b/g)]);
  const inRanges = ranges.flatMap(([, letter = '', from, to]) =>
    ids.filter((id) => id.startsWith(letter) && isBetween(Number(id.slice(1)), Number(from), Number(to))),
  );
  return new Set([...direct, ...inRanges]);
}

function isBetween(number: number, from: number, to: number): boolean {
  return number >= from && number <= to;
}

/** The lists of ids that a file loops over, as in `['S2', 'resourceNames', …]` with `(${id})` in the title. */
function idsInTables(source: string): string[] {
  return source.includes('(${id})`')
    ? [...source.matchAll(/\[\s*'([A-Z]\d+)'/g)].map(([, id = '']) => id)
    : [];
}

async function sourceOf(test: string): Promise<string> {
  const files = [`test/${test}.test.ts`, `test/${test}.ts`];
  const found = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => undefined)));
  return found.find((source) => source !== undefined) ?? '';
}

describe('docs/coverage.md', () => {
  it('has a row for each requirement, in their order', () => {
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  it.each(rows)('names elements and stories for $id that there are', async ({ elements, stories }) => {
    expect(elements.length).toBeGreaterThan(0);
    const sources = await elementSources();
    for (const tag of elements) expect(sources, tag).toContain(`define('${tag.replace(/[<>]/g, '')}',`);
    expect(stories.length).toBeGreaterThan(0);
    for (const story of stories) {
      const [folder = '', name = ''] = story.split('/');
      const source = await readFile(`src/components/${folder}/${folder}.stories.ts`, 'utf8');
      expect(source, story).toContain(`export const ${name}`);
    }
  });

  it.each(rows)('names tests for $id whose titles name it', async ({ id, tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const test of tests) {
      const source = await sourceOf(test);
      expect([...idsInTitles(source), ...idsInTables(source)], `test/${test}`).toContain(id);
    }
  });
});

let elements: Promise<string> | undefined;

function elementSources(): Promise<string> {
  elements ??= readElements();
  return elements;
}

async function readElements(): Promise<string> {
  const files = await readdir('src/components', { recursive: true });
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.stories.ts'));
  const texts = await Promise.all(sources.map((file) => readFile(path.join('src/components', file), 'utf8')));
  return texts.join('\n');
}
