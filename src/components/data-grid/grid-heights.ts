import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a row may be at least and at most, in CSS pixels: whoever sets a token wrong still gets a grid. */
const LEAST = 20;
const MOST = 96;

/**
 * How high rows and header are, in whole CSS pixels, so that the place of a row is a multiplication. The tokens say it in
 * any unit: a probe that nobody sees is as high as a row and as wide as the header is high, and is watched. So the tokens
 * are read when the grid is first shown and when they change, and never while one scrolls.
 */
export class GridHeights implements ReactiveController {
  row = 36;
  header = 32;
  #probe: HTMLElement | undefined;
  readonly #resized = new ResizeObserver(() => {
    const before = this.row;
    if (this.#read()) this.onChange(before);
  });

  /** @param onChange is called when the tokens say something else than before, with the height that rows had. */
  constructor(
    host: ReactiveControllerHost,
    private readonly probe: () => HTMLElement | undefined,
    private readonly onChange: (rowBefore: number) => void,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const probe = this.probe();
    if (probe === this.#probe) return;
    this.#resized.disconnect();
    this.#probe = probe;
    if (probe === undefined) return;
    this.#read();
    this.#resized.observe(probe);
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
    this.#probe = undefined;
  }

  /** True where something differs. A grid that is not laid out says nothing. */
  #read(): boolean {
    const { width, height } = this.#probe?.getBoundingClientRect() ?? { width: 0, height: 0 };
    if (height === 0) return false;
    const [row, header] = [allowed(height), allowed(width)];
    const isOther = row !== this.row || header !== this.header;
    this.row = row;
    this.header = header;
    return isOther;
  }
}

function allowed(height: number): number {
  return Math.round(Math.max(LEAST, Math.min(height, MOST)));
}
