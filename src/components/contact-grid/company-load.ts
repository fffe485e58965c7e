import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PortalAdmin } from '../../contract/index.js';
import { LoadTask } from '../shared/index.js';
import { loadFacts, type CompanyFacts } from './company-facts.js';
import type { ContactRows } from './contact-rows.js';
import { followChange } from './follow-change.js';
import { rowRules } from './row-rules.js';

/** Of whom the grid shows what. */
export interface LoadSource {
  readonly rows: ContactRows;
  readonly admin: () => PortalAdmin | undefined;
  readonly companyId: () => number | undefined;
  /** Whether a change of this contact is under way here. */
  readonly isBusy: (contactId: number) => boolean;
  /** What stood there is over: it is about to be read anew, maybe of another company. */
  readonly onStart: () => void;
}

/** Reads a company's facts and contacts, and again what changes elsewhere, for as long as the host is in the page. */
export class CompanyLoad implements ReactiveController {
  readonly facts: LoadTask<CompanyFacts>;
  #unsubscribe: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & { readonly hasUpdated: boolean },
    private readonly source: LoadSource,
  ) {
    this.facts = new LoadTask(host);
    host.addController(this);
  }

  /** The first time, its properties start it. */
  hostConnected(): void {
    if (this.host.hasUpdated) this.start();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }

  readonly start = (): void => {
    const { rows, isBusy } = this.source;
    const [admin, companyId] = [this.source.admin(), this.source.companyId()];
    this.#unsubscribe?.();
    this.source.onStart();
    this.facts.reset();
    if (admin === undefined || companyId === undefined) {
      rows.clear();
      return;
    }
    this.#unsubscribe = admin.subscribe((change) =>
      followChange(change, {
        ...{ companyId, rows, isBusy, facts: this.facts.value, load: this.start },
        loadFacts: () => void this.#loadFacts(admin, companyId),
      }),
    );
    void this.#loadFacts(admin, companyId);
    void rows.start(admin, companyId);
  };

  async #loadFacts(admin: PortalAdmin, companyId: number): Promise<void> {
    const isTaken = await this.facts.run((signal) => loadFacts(admin, companyId, signal));
    const facts = this.facts.value;
    if (isTaken && facts !== undefined) this.source.rows.setRules(rowRules(facts));
  }
}
