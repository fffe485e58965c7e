import { benchForm } from './form/form.js';
import { benchGrid } from './grid/grid.js';
import { benchJobs } from './jobs.js';
import { benchWorker } from './worker.js';

/** Each takes the options that follow the names, such as `--quick`. */
const benches = { worker: plain(benchWorker), jobs: plain(benchJobs), grid: benchGrid, form: benchForm };

/**
 * `npm run bench [name …] [-- --option …]`: measured comparisons. A number stands only beside that of a peer or a limit from
 * the same run, since times alone say more about the machine than about the product. Without a name: all.
 */
async function main(args: readonly string[]): Promise<void> {
  const names = args.filter((arg) => !arg.startsWith('--'));
  const options = args.filter((arg) => arg.startsWith('--'));
  const unknown = names.filter((name) => !(name in benches));
  if (unknown.length > 0)
    throw new Error(`unknown: ${unknown.join(', ')}; there is ${Object.keys(benches).join(', ')}`);
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`\n# ${name}`);
    for (const line of await bench(options)) console.log(line);
  }
}

function plain(bench: () => Promise<string[]>): (options: readonly string[]) => Promise<string[]> {
  return (options) => {
    if (options.length > 0) throw new Error(`it takes no ${options.join(' ')}`);
    return bench();
  };
}

await main(process.argv.slice(2));
