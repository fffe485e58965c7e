import { ensureBrowser } from '../setup/install-browsers.js';
import { checks, runChecks } from './checks.js';
import { addUp, closingLine, type Outcome } from './outcome.js';
import { runVitest } from './vitest-run.js';

/**
 * `npm test`: everything that proves the product, in one run that ends with `N passed, N failed` and a matching exit
 * code. `npm run test:long` runs the same campaigns at their full length, which the tests read from TEST_LONG.
 */
async function main(): Promise<number> {
  if (process.argv.includes('--long')) process.env.TEST_LONG = '1';
  console.log(`Browsers: ${ensureBrowser('chromium')}, ${ensureBrowser('firefox')}`);
  const outcomes: Outcome[] = [];
  outcomes.push(...(await runChecks(checks)));
  // The fast ones first.
  outcomes.push(await runVitest(['unit', 'sandbox', 'contract']));
  outcomes.push(await runVitest(['elements']));
  outcomes.push(await runVitest(['e2e', 'faults']));
  const sum = addUp(outcomes);
  console.log(`\n${closingLine(sum)}`);
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}

process.exitCode = await main();
