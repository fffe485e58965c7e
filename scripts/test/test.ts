import { ensureBrowser } from '../setup/install-browsers.js';
import { checks, runCheck } from './checks.js';
import { addUp, closingLines, type Outcome } from './outcome.js';
import { runVitest } from './vitest-run.js';

type Stage = () => Promise<Outcome>;

/**
 * What runs one after the other, beside the other lane. End-to-end tests wait for browsers, alarms and worker ends most of
 * the time: what needs a core goes on meanwhile. More at a time would make slow machines fail by time-out.
 */
const lanes: readonly (readonly Stage[])[] = [
  [
    () => runCheck(checks.types),
    () => runCheck(checks.lint),
    () => runCheck(checks.house),
    () => runVitest(['unit', 'sandbox', 'contract'], 2),
    () => runVitest(['elements'], 1),
  ],
  [
    () => runVitest(['e2e', 'faults'], 2),
    () => runVitest(['elements-firefox'], 1),
    () => runVitest(['package'], 1),
    () => runCheck(checks.format),
    () => runCheck(checks.translations),
  ],
];

/**
 * `npm test`: everything that proves the product, in one run that ends with `N passed, N failed` and a matching exit
 * code. `npm run test:long` runs the same campaigns at their full length, which the tests read from TEST_LONG.
 */
async function main(): Promise<number> {
  if (process.argv.includes('--long')) process.env.TEST_LONG = '1';
  console.log(`Browsers: ${ensureBrowser('chromium')}, ${ensureBrowser('firefox')}`);
  const outcomes = (await Promise.all(lanes.map(runLane))).flat();
  const sum = addUp(outcomes);
  console.log(`\n${closingLines(sum)}`);
  return sum.failed.length === 0 && sum.passed > 0 ? 0 : 1;
}

async function runLane(stages: readonly Stage[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const stage of stages) outcomes.push(await stage());
  return outcomes;
}

process.exitCode = await main();
