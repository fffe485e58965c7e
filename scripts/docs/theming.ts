/** `node scripts/run.mjs scripts/docs/theming.ts`: writes the tables of `docs/theming.md` anew, from the JSDoc of the elements. */
import { readFile, writeFile } from 'node:fs/promises';
import { themingTables } from './theming-tables.js';

const PAGE = 'docs/theming.md';

let page = await readFile(PAGE, 'utf8');
for (const [name, table] of Object.entries(themingTables())) {
  const [before = '', rest = ''] = page.split(`<!-- ${name} -->`);
  const after = rest.split(`<!-- end of ${name} -->`)[1] ?? '';
  page = `${before}<!-- ${name} -->\n${table}\n<!-- end of ${name} -->${after}`;
}
await writeFile(PAGE, page);
