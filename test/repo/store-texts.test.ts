import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };
import {
  DATA_TYPES,
  LANGUAGES,
  LIMITS,
  readListing,
  readListingText,
  SEARCH_TERMS,
  STORES,
} from '../../scripts/store/listing.js';
import { storeSheet } from '../../scripts/store/texts.js';

const texts = LANGUAGES.map(readListingText);
const [english, german] = texts;

/** Every permission and host that the manifest names, in its order. */
const asked = [...manifest.permissions, ...manifest.host_permissions, ...manifest.optional_host_permissions];

describe.each(texts)('what stores are told ($language)', (text) => {
  it.each(STORES)('fits the form of %s', (store) => {
    const limits = LIMITS[store];
    expect(text.name.length).toBeLessThanOrEqual(limits.name);
    expect(text.summary.length).toBeLessThanOrEqual(limits.summary);
    expect(text.description.length).toBeLessThanOrEqual(limits.description);
  });

  it('fits the fields that only one store has', () => {
    expect(text.description.length).toBeGreaterThanOrEqual(LIMITS.edge.leastDescription);
    expect(text.whatsNew.lines.length).toBeLessThanOrEqual(LIMITS.firefox.whatsNew);
    for (const why of [text.singlePurpose, ...Object.values(text.permissions)])
      expect(why.length).toBeLessThanOrEqual(LIMITS.chrome.justification);
    expect(text.searchTerms.length).toBeLessThanOrEqual(SEARCH_TERMS.count);
    for (const term of text.searchTerms) expect(term.length).toBeLessThanOrEqual(SEARCH_TERMS.length);
    expect(text.searchTerms.join(' ').split(' ').length).toBeLessThanOrEqual(SEARCH_TERMS.words);
  });

  it('is named and summed up as in the browser', async () => {
    const file = `public/_locales/${text.language}/messages.json`;
    const messages = JSON.parse(await readFile(file, 'utf8')) as Record<string, { message: string }>;
    expect(messages.extName?.message).toBe(text.name);
    expect(messages.extDescription?.message).toBe(text.summary);
  });

  it('justifies each permission of the manifest, and no other', () => {
    expect(Object.keys(text.permissions)).toEqual(asked);
  });

  it('is about the version that is released', () => {
    expect(text.whatsNew.version).toBe(packageJson.version);
  });

  it('says that the vendor has nothing to do with it', () => {
    expect(text.description).toMatch(
      /not affiliated with[\s\S]*Autotask or Kaseya|mit Autotask und Kaseya nicht verbunden/,
    );
  });

  it.each(STORES)('stands in the sheet for %s, whole', (store) => {
    const sheet = storeSheet(store, readListing(), text);
    expect(sheet).toContain(text.description);
    expect(sheet).toContain(text.privacy.authenticationInfo);
  });
});

describe('the two languages', () => {
  it('say the same, line by line', () => {
    const shape = (text: string | undefined) => text?.split('\n').map((line) => line.startsWith('•'));
    expect(shape(german?.description)).toEqual(shape(english?.description));
    expect(shape(german?.whatsNew.lines)).toEqual(shape(english?.whatsNew.lines));
  });

  it('name all data that leave the browser', () => {
    expect(readListing().dataTypes).toEqual(DATA_TYPES);
  });
});

describe('the list of permissions for users', () => {
  it('has a section for each that the manifest asks for, in its order', async () => {
    const text = await readFile('docs/permissions.md', 'utf8');
    const sections = [...text.matchAll(/^### `([^`]+)`/gm)].map(([, name]) => name);
    expect(sections).toEqual(asked);
  });

  it('says for each why, without what, and when it is asked', async () => {
    const text = await readFile('docs/permissions.md', 'utf8');
    for (const section of text.split(/^### `/m).slice(1)) {
      expect(section).toMatch(/^- \*\*Why:\*\* \S/m);
      expect(section).toMatch(/^- \*\*Without it:\*\* \S/m);
      expect(section).toMatch(/^- \*\*Asked:\*\* \S/m);
    }
  });
});
