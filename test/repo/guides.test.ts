import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };
import { GECKO_ID, OLDEST_FIREFOX } from '../../scripts/build/manifest.js';

/** What admins and users read, and in which language. */
const guides = [
  { file: 'docs/admin-guide.md', language: 'en' },
  { file: 'docs/admin-guide.de.md', language: 'de' },
  { file: 'docs/installing.md', language: 'en' },
  { file: 'docs/installing.de.md', language: 'de' },
  { file: 'docs/permissions.md', language: 'en' },
  { file: 'PRIVACY.md', language: 'en' },
  { file: 'PRIVACY.de.md', language: 'de' },
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

describe.each(guides)('$file', ({ file, language }) => {
  const text = readFileSync(file, 'utf8');
  const flat = text.replace(/\n {3}?/g, ' ');

  it('leads only to files that there are', () => {
    for (const [, target = ''] of text.matchAll(/\]\(([^)#]+)[^)]*\)/g))
      if (!/^https?:/.test(target))
        expect(existsSync(path.join(path.dirname(file), target)), target).toBe(true);
  });

  it('names only commands that there are', () => {
    for (const [, command = ''] of text.matchAll(/npm run ([\w:]+)/g))
      expect(Object.keys(packageJson.scripts)).toContain(command);
  });

  it('gives examples of policies that can be read, for this extension', () => {
    for (const [, json = ''] of text.matchAll(/```json\n([\s\S]*?)```/g)) {
      const ids = [...json.matchAll(/"([^"]+@[^"]+|[a-p]{32})": \{/g)].map(([, id]) => id);
      expect(() => void JSON.parse(json)).not.toThrow();
      expect(ids).toHaveLength(1);
      if (json.includes('"policies"')) expect(ids).toEqual([GECKO_ID]);
    }
  });

  if (file.includes('guide')) {
    it('calls everything as the user interface does', () => {
      const words = wordsOf(language);
      const labels = [...flat.matchAll(/\*\*(.+?)\*\*/g)].flatMap(([, label]) => label ?? []);
      expect(labels.length).toBeGreaterThan(20);
      expect(labels.filter((label) => !words.has(label))).toEqual([]);
    });

    it('quotes what it says as it says it', () => {
      const words = [...wordsOf(language)];
      const quoted = [...text.matchAll(QUOTED)].flatMap(([, said]) => said ?? []);
      expect(quoted.length).toBeGreaterThan(0);
      expect(quoted.filter((said) => !words.some((one) => one.startsWith(said)))).toEqual([]);
    });
  }

  if (file.includes('installing'))
    it('names the oldest browsers that the manifest admits', () => {
      expect(text).toContain(`Edge ${language === 'en' ? '' : 'ab '}${manifest.minimum_chrome_version}`);
      expect(text).toContain(
        `Firefox ${language === 'en' ? '' : 'ab '}${Number.parseInt(OLDEST_FIREFOX, 10)}`,
      );
    });
});
