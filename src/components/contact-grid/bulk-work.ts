import { msg } from '@lit/localize';
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { PortalAdmin, PortalJobs } from '../../contract/index.js';
import type { BulkAction, ContactRow } from '../../model/index.js';
import type { BulkTask } from '../bulk-change/shown-plan.js';
import type { PlanAgain } from '../job-list/plan-again.js';
import { LazyPart, type Announcer, type PortalEvent } from '../shared/index.js';
import type { CompanyFacts } from './company-facts.js';
import type { RowsState } from './contact-rows.js';

/** What the work must know of the rows. */
export interface BulkRows {
  readonly state: RowsState;
  readonly list: {
    readonly all: readonly ContactRow[];
    selected(): readonly ContactRow[];
    readonly selection: { clear(): void };
  };
}

export interface BulkSource {
  readonly announcer: Announcer;
  readonly rows: () => BulkRows;
  readonly facts: () => CompanyFacts | undefined;
  readonly admin: () => PortalAdmin | undefined;
  readonly jobs: () => PortalJobs | undefined;
  /** What is to be planned again; another one opens the dialog. */
  readonly again: () => PlanAgain | undefined;
  /** Gives the focus back to the grid. */
  readonly focus: () => void;
}

const NOBODY: readonly ContactRow[] = [];

/** Changes of many contacts: what the selection offers, and the dialog in which they are planned and started. */
export class BulkWork implements ReactiveController {
  /** The dialog, of which the grid itself needs nothing. */
  readonly part: LazyPart;
  #task: BulkTask | undefined;
  /** The one for which the dialog was opened last. */
  #again: PlanAgain | undefined;
  /** As it was then: while everything is read anew, for example after the vault was unlocked, nothing typed is lost. */
  #facts: CompanyFacts | undefined;
  /** The contacts as they were when the dialog was opened, or when the last of them had come. */
  #known: { readonly count: number; readonly rows: readonly ContactRow[] } | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly source: BulkSource,
  ) {
    this.part = new LazyPart(host, () => import('../bulk-change/bulk-change.js'));
    host.addController(this);
  }

  hostUpdate(): void {
    const again = this.source.again();
    // It waits until it is known what can be given.
    if (again !== this.#again && (again === undefined || this.source.facts() !== undefined)) {
      this.#again = again;
      if (again !== undefined) this.#open(again);
    }
    this.part.want(this.#task !== undefined);
  }

  hostDisconnected(): void {
    this.close();
  }

  close(): void {
    this.#task = this.#known = this.#facts = undefined;
    this.host.requestUpdate();
  }

  /** The buttons in their places: with the selection, and beside the search. Nothing where nobody may change anything. */
  buttons(canChange: boolean): TemplateResult | typeof nothing {
    if (!canChange) return nothing;
    return html`${this.#button('activate', msg('Activate …'))}
      ${this.#button('deactivate', msg('Deactivate …'))}
      ${this.#button('change-level', msg('Change level …'))}
      ${this.#button('change-formats', msg('Change formats …'))}
      <button
        slot="tools"
        type="button"
        class="button"
        data-bulk="csv"
        @click=${() => this.#open({ from: 'csv' })}
      >
        ${msg('From CSV …')}
      </button>`;
  }

  dialog(): unknown {
    if (!this.part.isReady) return this.part.progress();
    const facts = this.source.facts() ?? this.#facts;
    const rows = this.source.rows();
    return html`<portal-bulk-change
      .admin=${this.source.admin()}
      .jobs=${this.source.jobs()}
      .company=${facts?.company}
      .options=${facts?.options}
      .rows=${this.#task === undefined ? NOBODY : this.#snapshot(rows)}
      ?loading=${rows.state === 'loading'}
      .task=${this.#task}
      @portal-bulk-closed=${this.#onClosed}
    ></portal-bulk-change>`;
  }

  #button(action: BulkAction, label: string): TemplateResult {
    const open = (): void => {
      const contactIds = this.source
        .rows()
        .list.selected()
        .map(({ contact }) => contact.id);
      this.#open({ action, contactIds });
    };
    return html`<button slot="selection" type="button" class="button" data-bulk=${action} @click=${open}>
      ${label}
    </button>`;
  }

  #open(task: BulkTask): void {
    this.#task = task;
    this.#facts = this.source.facts();
    this.#known = undefined;
    this.host.requestUpdate();
  }

  #snapshot({ list }: BulkRows): readonly ContactRow[] {
    const count = list.all.length;
    if (this.#known?.count !== count) this.#known = { count, rows: [...list.all] };
    return this.#known.rows;
  }

  readonly #onClosed = ({ detail }: PortalEvent<{ readonly isStarted: boolean }>): void => {
    this.close();
    if (!detail.isStarted) return;
    this.source.rows().list.selection.clear();
    this.source.announcer.announce(msg('The job has been started. It goes on by itself.'));
    this.source.focus();
  };
}
