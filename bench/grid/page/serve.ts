import { BOX, type Contestant } from '../contestant.js';
import { Harness, type StepId } from './harness.js';
import type { Geometry } from './geometry.js';
import type { ScrollFrames } from './scroll.js';

/** What the driver calls in the page. */
export interface BenchPage {
  prepare(count: number, geometry?: Geometry): void;
  calibrate(): Promise<Geometry>;
  step(id: StepId): Promise<number | null>;
  prove(id: StepId): Promise<void>;
  scroll(): Promise<ScrollFrames>;
}

declare global {
  /** Undefined until the page is ready. */
  var gridBench: BenchPage | undefined;
}

/** Gives a contestant its box and puts it into the driver's hands. */
export function serve<Row>(contestant: Contestant<Row>): void {
  const place = document.createElement('div');
  Object.assign(place.style, { inlineSize: `${BOX.width}px`, blockSize: `${BOX.height}px` });
  document.body.append(place);
  globalThis.gridBench = new Harness(contestant, place);
}
