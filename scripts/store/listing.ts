/** What the stores are told about the extension: `store/*.json`, parsed, with what each store takes at most. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

const folder = fileURLToPath(new URL('../../store', import.meta.url));

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

export const STORES = ['chrome', 'edge', 'firefox'] as const;
export type Store = (typeof STORES)[number];

/**
 * In characters; `searchTerms` and `screenshots` are counts. Sources: Chrome's developer dashboard; Microsoft's Partner
 * Center ("search terms": 7 of 30 characters, 21 words in all); addons-server's model of an add-on. Names: MDN on the
 * manifest's `name` (75, 45, 50); the manifest's `description` (132) is Chrome's and Edge's summary.
 */
export const LIMITS = {
  chrome: { name: 75, summary: 132, description: 16_000, justification: 1000, screenshots: 5 },
  edge: { name: 45, summary: 132, description: 10_000, leastDescription: 250, screenshots: 6 },
  firefox: { name: 50, summary: 250, description: 15_000, whatsNew: 3000, screenshots: 10 },
} as const;
export const SEARCH_TERMS = { count: 7, length: 30, words: 21 } as const;

const Words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const Lines = v.pipe(
  v.array(v.string()),
  v.minLength(1),
  v.transform((lines) => lines.join('\n')),
);

/** Firefox' names for what is sent to the PSA; the other stores' forms have the same two under other names. */
export const DATA_TYPES = ['authenticationInfo', 'personallyIdentifyingInfo'] as const;

/** What is the same in every language. */
const ListingSchema = v.strictObject({
  categories: v.strictObject({ chrome: Words, edge: Words, firefox: Words }),
  license: v.literal('MIT'),
  dataTypes: v.array(v.picklist(DATA_TYPES)),
  usesRemoteCode: v.boolean(),
});
export type Listing = v.InferOutput<typeof ListingSchema>;

/** What is said in one language. Texts of several lines are lists in the file and one text here. */
const ListingTextSchema = v.strictObject({
  language: v.picklist(LANGUAGES),
  name: Words,
  summary: Words,
  /** Under the name on the promotional tile. */
  tagline: Words,
  description: Lines,
  whatsNew: v.strictObject({ version: Words, lines: Lines }),
  searchTerms: v.array(Words),
  singlePurpose: Words,
  /** By permission or match pattern, as the manifest names it. */
  permissions: v.record(v.string(), Words),
  privacy: v.strictObject({ authenticationInfo: Words, personallyIdentifyingInfo: Words, notes: Words }),
  reviewNotes: Lines,
});
export type ListingText = v.InferOutput<typeof ListingTextSchema>;

/** @throws {v.ValiError} where a field is missing, empty or unknown. */
export function readListing(): Listing {
  return v.parse(ListingSchema, readJson('listing.json'));
}

/** @throws {v.ValiError} where a field is missing, empty or unknown. */
export function readListingText(language: Language): ListingText {
  return v.parse(ListingTextSchema, readJson(`${language}.json`));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
}
