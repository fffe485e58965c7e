import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { GECKO_ID, OLDEST_FIREFOX } from '../../scripts/build/manifest.js';

/** Everything that people read. */
const papers = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? `docs/${name}` : [])),
];

/** What admins read, and in which language. */
const languages = [
  ['', 'en'],
  ['.de', 'de'],
] as const;

/** All texts of the user interface in a language. */
function wordsOf(language: 'en' | 'de'): ReadonlySet<string> {
  const catalog = readFileSync('src/locales/xliff/de.xlf', 'utf8');
  const tag = language === 'en' ? 'source' : 'target';
  return new Set(
    [...catalog.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].flatMap(([, text]) => text ?? []),
  );
}

/** Quoted as a heading: what the extension itself says. */
const QUOTED = /^### ["„](.+)["“]$/gm;

const read = (file: string): string => readFileSync(file, 'utf8');

describe.each(papers)('%s', (file) => {
  it('leads only to files that there are', () => {
    for (const [, target = ''] of read(file).matchAll(/\]\(([^)#\s]+)[^)]*\)/g))
      if (!/^[a-z]+:/.test(target))
        expect(existsSync(path.join(path.dirname(file), target)), target).toBe(true);
  });
});

describe.each(languages)('the guide for admins (%s)', (ending, language) => {
  const text = read(`docs/admin-guide${ending}.md`);
  const words = wordsOf(language);

  it('calls everything as the user interface does', () => {
    const labels = [...text.replace(/\n +/g, ' ').matchAll(/\*\*(.+?)\*\*/g)].flatMap(
      ([, label]) => label ?? [],
    );
    expect(labels.length).toBeGreaterThan(20);
    expect(labels.filter((label) => !words.has(label))).toEqual([]);
  });

  it('quotes what it says as it says it', () => {
    const quoted = [...text.matchAll(QUOTED)].flatMap(([, said]) => said ?? []);
    expect(quoted.length).toBeGreaterThan(0);
    expect(quoted.filter((said) => ![...words].some((one) => one.startsWith(said)))).toEqual([]);
  });
});

describe.each(languages)('the paper on installing (%s)', (ending, language) => {
  const text = read(`docs/installing${ending}.md`);

  it('gives examples of policies that can be read, for this extension', () => {
    const policies = [...text.matchAll(/```json\n([\s\S]*?)```/g)].flatMap(([, json]) => json ?? []);
    expect(policies).toHaveLength(4);
    for (const json of policies) {
      expect(() => void JSON.parse(json)).not.toThrow();
      const ids = [...json.matchAll(/"([^"]+@[^"]+|[a-p]{32})": \{/g)].map(([, id]) => id);
      expect(ids).toHaveLength(1);
      if (json.includes('"policies"')) expect(ids).toEqual([GECKO_ID]);
    }
  });

  it('names the oldest browsers that the manifest admits', () => {
    const from = language === 'en' ? '' : 'ab ';
    expect(text).toContain(`Edge ${from}${manifest.minimum_chrome_version}`);
    expect(text).toContain(`Firefox ${from}${Number.parseInt(OLDEST_FIREFOX, 10)}`);
  });
});
