import { benchJobs } from './jobs.js';
import { benchWorker } from './worker.js';

const benches = { worker: benchWorker, jobs: benchJobs };

/**
 * `npm run bench [name …]`: measured comparisons. A number stands only beside that of a peer or a limit from the same run,
 * since times alone say more about the machine than about the product. Without a name: all.
 */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in benches));
  if (unknown.length > 0)
    throw new Error(`unknown: ${unknown.join(', ')}; there is ${Object.keys(benches).join(', ')}`);
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`\n# ${name}`);
    for (const line of await bench()) console.log(line);
  }
}

await main(process.argv.slice(2));
