import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toPortalError, type JobStep, type PortalError, type PortalJobs } from '../../contract/index.js';

type Page = Awaited<ReturnType<PortalJobs['steps']>>;

interface Source {
  readonly jobs: PortalJobs;
  readonly jobId: string;
}

const unsettled: readonly JobStep['state'][] = ['planned', 'running'];

/** The steps of one job, read page by page, and read again where they can have moved. */
export class JobSteps implements ReactiveController {
  /** Whether all pages have been read once. */
  isComplete = false;
  error: PortalError | undefined;
  #pages: Page[] = [];
  #all: readonly JobStep[] | undefined;
  #source: Source | undefined;
  #running: Promise<void> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** All that have been read, in the plan's order. */
  get all(): readonly JobStep[] {
    return (this.#all ??= this.#pages.flatMap(({ steps }) => steps));
  }

  hostDisconnected(): void {
    this.follow(undefined);
  }

  /** Reads the steps of another job from now on, or none. */
  follow(source: Source | undefined): void {
    this.#source = source;
    this.#pages = [];
    this.#all = undefined;
    this.#running = undefined;
    this.isComplete = false;
    this.error = undefined;
  }

  /** Reads every page. Resolves when all are there or one failed; it never rejects. */
  load(): Promise<void> {
    return this.#enqueue(false);
  }

  /** Reads again what can have moved: steps run in the plan's order, so behind a page that stands still nothing has. */
  catchUp(): Promise<void> {
    return this.#enqueue(true);
  }

  #enqueue(isCatchUp: boolean): Promise<void> {
    const source = this.#source;
    if (source === undefined) return Promise.resolve();
    const before = this.#running ?? Promise.resolve();
    this.#running = before.then(() => this.#read(source, isCatchUp && this.isComplete));
    return this.#running;
  }

  async #read(source: Source, isCatchUp: boolean): Promise<void> {
    try {
      this.error = undefined;
      let cursor: string | null = null;
      for (let at = 0; at === 0 || cursor !== null; at += 1) {
        const known = isCatchUp ? this.#pages[at] : undefined;
        const isSettled = known?.steps.every(({ state }) => !unsettled.includes(state)) === true;
        const page: Page = known !== undefined && isSettled ? known : await this.#page(source, cursor);
        if (source !== this.#source) return;
        this.#put(at, page);
        cursor = page.next;
        if (isCatchUp && page.steps.every(({ state }) => state === 'planned')) break;
      }
      this.isComplete = true;
    } catch (thrown) {
      if (source === this.#source) this.error = toPortalError(thrown);
    }
    this.host.requestUpdate();
  }

  async #page({ jobs, jobId }: Source, cursor: string | null): Promise<Page> {
    return jobs.steps(jobId, cursor);
  }

  #put(at: number, page: Page): void {
    if (this.#pages[at] === page) return;
    this.#pages[at] = page;
    this.#all = undefined;
    this.host.requestUpdate();
  }
}
