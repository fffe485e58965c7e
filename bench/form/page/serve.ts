import type { FormContestant } from '../contestant.js';
import { FormHarness } from './harness.js';

declare global {
  /** Undefined until the page is ready. */
  var formBench: FormHarness | undefined;
  /** Of a page that mounts at once: ms since it was asked for until the whole form was painted. */
  var formStart: Promise<number> | undefined;
}

/** CSS pixels: the inner width that the PSA's page leaves. */
const WIDTH = 1100;

/** Gives a contestant its box and puts it into the driver's hands. */
export function serve(contestant: FormContestant): FormHarness {
  const place = document.createElement('div');
  place.style.inlineSize = `${WIDTH}px`;
  document.body.append(place);
  globalThis.formBench = new FormHarness(contestant, place);
  return globalThis.formBench;
}

/** The same for a page that is measured from its first byte on. */
export function start(contestant: FormContestant): void {
  globalThis.formStart = serve(contestant).start();
}
