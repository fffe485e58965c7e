/**
 * `npm run store:texts`: what has to be entered into the form of each store, in each language, in the form's order:
 * `dist/store/<store>.<language>.md`. Whoever publishes copies from there.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  LANGUAGES,
  readListing,
  readListingText,
  STORES,
  type Listing,
  type ListingText,
  type Store,
} from './listing.js';

const outDir = fileURLToPath(new URL('../../dist/store', import.meta.url));

type Field = readonly [label: string, text: string];

/** What every store asks. */
function common(text: ListingText, category: string): Field[] {
  return [
    ['Name', text.name],
    ['Summary', text.summary],
    ['Category', category],
    ['Description', text.description],
  ];
}

function privacyFields({ dataTypes }: Listing, { privacy }: ListingText): Field[] {
  return [
    ...dataTypes.map((type): Field => [`Data: ${type}`, privacy[type]]),
    ['Data: the rest', privacy.notes],
  ];
}

function purposeFields(listing: Listing, text: ListingText): Field[] {
  return [
    ['Single purpose', text.singlePurpose],
    ...Object.entries(text.permissions).map(([name, why]): Field => [`Permission: ${name}`, why]),
    ['Remote code', listing.usesRemoteCode ? 'yes' : 'no'],
    ...privacyFields(listing, text),
  ];
}

const own: Record<Store, (listing: Listing, text: ListingText) => Field[]> = {
  chrome: purposeFields,
  edge: (listing, text) => [
    ['Search terms', text.searchTerms.join('\n')],
    ...purposeFields(listing, text),
    ['Notes for certification', text.reviewNotes],
  ],
  firefox: (listing, text) => [
    ["What's new", text.whatsNew.lines],
    ['License', listing.license],
    ...privacyFields(listing, text),
    ['Notes to reviewer', text.reviewNotes],
  ],
};

/** One store's form in one language, as Markdown. */
export function storeSheet(store: Store, listing: Listing, text: ListingText): string {
  const fields = [...common(text, listing.categories[store]), ...own[store](listing, text)];
  const parts = fields.map(([label, content]) => `## ${label}\n\n${content}\n`);
  return [`# ${store}, ${text.language}, version ${text.whatsNew.version}\n`, ...parts].join('\n');
}

async function writeSheets(): Promise<void> {
  const listing = readListing();
  await mkdir(outDir, { recursive: true });
  for (const language of LANGUAGES) {
    const text = readListingText(language);
    for (const store of STORES) {
      const file = path.join(outDir, `${store}.${language}.md`);
      await writeFile(file, storeSheet(store, listing, text));
      console.log(path.relative(process.cwd(), file));
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeSheets();
