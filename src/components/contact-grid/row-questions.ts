import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { isProviderCompany, type ContactRow } from '../../model/index.js';
import { LazyPart } from '../shared/index.js';
import type { LevelInUse, PortalLevelDetails } from './level-details.js';
import type { RowEditing } from './row-editing.js';
import type { RowRules } from './row-rules.js';

export interface QuestionSource {
  readonly editing: RowEditing;
  readonly rules: () => RowRules;
  /** All contacts of the company, as far as they are loaded. */
  readonly contacts: () => readonly ContactRow[];
  readonly companyId: () => number | undefined;
  /** The question whether to deactivate was closed. */
  readonly onClosed: () => void;
  /** Gives the focus back to the grid. */
  readonly focus: () => void;
}

/** What a row's menu leads to and few ask for: what its level permits, and whether its login shall be deactivated. */
export class RowQuestions implements ReactiveController {
  readonly #details: LazyPart;
  readonly #deactivation: LazyPart;
  /** The level that is asked about, and where. */
  #asked: { readonly level: LevelInUse; readonly place: DOMRect } | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode },
    private readonly source: QuestionSource,
  ) {
    this.#details = new LazyPart(host, () => import('./level-details.js'));
    this.#deactivation = new LazyPart(host, () => import('./deactivation-dialog.js'));
    host.addController(this);
  }

  get parts(): readonly LazyPart[] {
    return [this.#details, this.#deactivation];
  }

  hostUpdate(): void {
    this.#details.want(this.#asked !== undefined);
    this.#deactivation.want(this.source.editing.deactivating !== undefined);
  }

  /** Shows the level's details as soon as the element for it is rendered. */
  hostUpdated(): void {
    const details = this.host.renderRoot.querySelector<PortalLevelDetails>('portal-level-details');
    if (this.#asked === undefined || details === null) return;
    const { level, place } = this.#asked;
    this.#asked = undefined;
    void details.open(level, place);
  }

  explainLevel({ portalUser }: ContactRow, place: DOMRect): void {
    if (portalUser === null) return;
    const id = portalUser.securityLevel;
    const users = this.source
      .contacts()
      .filter((row) => row.portalUser?.isActive && row.portalUser.securityLevel === id);
    this.#asked = { level: { id, level: this.source.rules().levels?.get(id), users: users.length }, place };
    this.host.requestUpdate();
  }

  render(): unknown {
    return html`${this.#deactivation.isReady ? this.#question() : this.#deactivation.progress()}
    ${
      this.#details.isReady
        ? html`<portal-level-details @close=${this.source.focus}></portal-level-details>`
        : this.#details.progress()
    }`;
  }

  #question(): unknown {
    const { editing, rules, companyId, onClosed } = this.source;
    const company = companyId();
    const level = editing.deactivating?.portalUser?.securityLevel;
    const isTaskfire = level !== undefined && rules().levels?.get(level)?.kind === 'taskfire';
    const freesLicence = isTaskfire && company !== undefined && !isProviderCompany(company);
    return html`<portal-deactivation-dialog
      .row=${editing.deactivating}
      ?frees-licence=${freesLicence}
      .confirm=${editing.confirmDeactivation}
      @close=${onClosed}
    ></portal-deactivation-dialog>`;
  }
}
