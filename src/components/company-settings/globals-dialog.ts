import { msg } from '@lit/localize';
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { PortalAdmin } from '../../contract/index.js';
import '../global-settings/global-settings.js';
import type { DirtyChangedDetail } from '../settings-form/index.js';
import type { PortalEvent } from '../shared/index.js';

/** D1: what all companies inherit, in a dialog over the settings of one. */
export class GlobalsDialog implements ReactiveController {
  #isOpen = false;
  #isDirty = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#close();
  }

  open(): void {
    this.#isOpen = true;
    this.host.requestUpdate();
  }

  template(admin: PortalAdmin | undefined, companyId: number | undefined): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    return html`<portal-dialog
      open
      size="medium"
      heading=${msg('Global settings')}
      lead=${msg('For all companies that follow them, not only this one.')}
      ?has-unsaved=${this.#isDirty}
      @close=${this.#close}
    >
      <portal-global-settings
        without-heading
        .admin=${admin}
        .companyId=${companyId}
        @portal-dirty-changed=${this.#heard}
      ></portal-global-settings>
      <button slot="actions" type="button" class="button" @click=${requestClose}>${msg('Close')}</button>
    </portal-dialog>`;
  }

  /** It is not the form around that has changed, so nobody outside hears of it. */
  readonly #heard = (event: PortalEvent<DirtyChangedDetail>): void => {
    event.stopPropagation();
    this.#isDirty = event.detail.isDirty;
    this.host.requestUpdate();
  };

  readonly #close = (): void => {
    this.#isOpen = false;
    this.#isDirty = false;
    this.host.requestUpdate();
  };
}

function requestClose(event: Event): void {
  (event.target as HTMLElement).closest('portal-dialog')?.requestClose();
}
