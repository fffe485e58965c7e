import { BarChart, type BarChartOptions } from 'chartist';
import type { DayOfSignIns } from '../../model/index.js';

/** CSS pixels beside the bars: the scale at their left, room at their right. */
export const PLOT_START = 36;
export const PLOT_END = 4;
/** A label under each day of the week that is today's. */
const LABEL_EVERY = 7;
/** How much of its day a bar takes. */
const FILLED = 0.62;

const options: BarChartOptions = {
  stackBars: true,
  low: 0,
  chartPadding: { top: 8, right: PLOT_END, bottom: 0, left: 0 },
  axisX: { offset: 20, showGrid: false },
  axisY: { offset: PLOT_START, onlyInteger: true, scaleMinSpace: 26 },
  classNames: { bar: 'ct-bar' },
};

/** Draws the bars with the chart library, which puts an SVG into `container` and follows the window's width. */
export class DayBars {
  #chart: BarChart | undefined;
  readonly #resizing = new ResizeObserver(() => this.#fit());

  constructor(private readonly container: HTMLElement) {
    this.#resizing.observe(container);
  }

  /** @param label the words under a day. */
  draw(days: readonly DayOfSignIns[], label: (day: string) => string): void {
    const last = days.length - 1;
    const data = {
      labels: days.map(({ day }, index) => ((last - index) % LABEL_EVERY === 0 ? label(day) : '')),
      series: [
        { className: 'succeeded', data: days.map(({ successes }) => successes) },
        { className: 'failed', data: days.map(({ failures }) => failures) },
      ],
    };
    const high = Math.max(4, ...days.map(({ successes, failures }) => successes + failures));
    this.#setBarWidth(days.length);
    if (this.#chart === undefined) this.#chart = this.#begin(data, high);
    else this.#chart.update(data, { ...options, high });
  }

  /** The library listens to the window; without this it would for ever. */
  end(): void {
    this.#resizing.disconnect();
    this.#chart?.detach();
    this.#chart = undefined;
    this.container.replaceChildren();
  }

  #begin(data: ConstructorParameters<typeof BarChart>[1], high: number): BarChart {
    const chart = new BarChart(this.container, data, { ...options, high });
    // What has no failures that day is drawn as nothing, not as a dot of its stroke.
    chart.on('draw', (drawn) => {
      if (drawn.type === 'bar' && drawn.y1 === drawn.y2) drawn.element.remove();
    });
    return chart;
  }

  #days = 0;

  #setBarWidth(days: number): void {
    this.#days = days;
    const room = this.container.clientWidth - PLOT_START - PLOT_END;
    const width = Math.min(22, Math.max(3, (room / Math.max(1, days)) * FILLED));
    this.container.style.setProperty('--_bar', `${width.toFixed(1)}px`);
  }

  #fit(): void {
    if (this.#chart === undefined) return;
    this.#setBarWidth(this.#days);
    this.#chart.update();
  }
}
