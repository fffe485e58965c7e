import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DATA_TYPES } from '../../scripts/store/listing.js';
import { setPortalLocale } from '../../src/locales/localization.js';
import { storedThings, type StoredThing } from '../../src/pages/options/stored-things.js';

const files = { en: 'PRIVACY.md', de: 'PRIVACY.de.md' } as const;

const places = {
  en: { memory: 'memory', encrypted: 'disk, encrypted', disk: 'disk, not encrypted' },
  de: {
    memory: 'Arbeitsspeicher',
    encrypted: 'Festplatte, verschlüsselt',
    disk: 'Festplatte, nicht verschlüsselt',
  },
} as const;

// Who switches the language tells the window of it.
vi.stubGlobal('window', new EventTarget());
afterAll(() => vi.unstubAllGlobals());

/** A thing as a row of the statement's table. */
function rowOf(thing: StoredThing, language: keyof typeof files): string {
  const place = [places[language][thing.place], thing.where].filter(Boolean).join('. ');
  return [thing.what, thing.detail, place, thing.why, thing.until].join(' | ');
}

/** The rows of the first table, without the spaces that line it up. */
function rowsOf(text: string): string[] {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith('|'));
  const to = lines.findIndex((line, index) => index > from && !line.startsWith('|'));
  return lines.slice(from + 2, to).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
      .join(' | '),
  );
}

describe.each(['en', 'de'] as const)('the privacy statement (%s)', (language) => {
  let text = '';

  beforeAll(async () => {
    await setPortalLocale(language);
    text = await readFile(files[language], 'utf8');
  });

  it('lists exactly what the options list under "What is stored", word for word', () => {
    expect(rowsOf(text)).toEqual(storedThings().map((thing) => rowOf(thing, language)));
  });

  it('names what Firefox is told to leave the browser', () => {
    for (const type of DATA_TYPES) expect(text).toContain(`\`${type}\``);
  });
});
