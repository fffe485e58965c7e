import { msg, str } from '@lit/localize';
import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { PortalError } from '../../contract/index.js';
import { sortName, type ContactRow } from '../../model/index.js';
import { LazyPart, PortalEvent, type Announcer } from '../shared/index.js';
import type { ContactRows } from './contact-rows.js';
import type { AddContact } from './new-contact.js';
import { RowAdding } from './row-adding.js';
import type { ChangeTarget } from './row-changes.js';

export interface AddingContext {
  readonly announcer: Announcer;
  readonly rows: ContactRows;
  readonly companyName: () => string | undefined;
  readonly target: () => ChangeTarget | undefined;
  /** Whether contacts can be added; undefined before that is known. */
  readonly canAdd: () => boolean | undefined;
  /** Shows a contact's row, whatever is filtered, and gives it the focus. */
  readonly goTo: (contactId: number) => void;
}

/** The form for a new contact: whether it is open, and what becomes of what it sends. */
export class ContactAdding implements ReactiveController {
  /** The form, of which the grid itself needs nothing. */
  readonly part: LazyPart;
  isOpen = false;
  #isWished = false;
  #adding = new RowAdding();
  /** To whom the focus goes when the form is closed. */
  #next: number | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & EventTarget,
    private readonly context: AddingContext,
  ) {
    this.part = new LazyPart(host, () => import('./new-contact.js'));
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Another company, or none any more. */
  reset(): void {
    this.isOpen = false;
    this.#isWished = false;
    this.#next = undefined;
    this.#adding = new RowAdding();
    this.host.requestUpdate();
  }

  readonly open = (): void => {
    this.isOpen = true;
    this.host.requestUpdate();
  };

  /** Opens it as soon as it is known whether contacts can be added, if they can. */
  wish(): void {
    this.#isWished = true;
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    const canAdd = this.#isWished ? this.context.canAdd() : undefined;
    if (canAdd !== undefined) {
      this.#isWished = false;
      this.isOpen ||= canAdd;
    }
    this.part.want(this.isOpen);
  }

  dialog(): unknown {
    if (!this.part.isReady) return this.part.progress();
    const { rows, companyName } = this.context;
    return html`<portal-new-contact
      .open=${this.isOpen}
      .companyName=${companyName() ?? ''}
      .contacts=${this.#contacts}
      ?has-all-contacts=${rows.state === 'complete'}
      .add=${this.add}
      .show=${this.show}
      @close=${this.onClose}
    ></portal-new-contact>`;
  }

  readonly #contacts = (): readonly ContactRow[] => this.context.rows.list.all;

  readonly onClose = (): void => {
    const next = this.#next;
    this.#next = undefined;
    this.isOpen = false;
    this.host.requestUpdate();
    if (next !== undefined) this.context.goTo(next);
  };

  /** For the form. */
  readonly show = ({ contact }: ContactRow): void => {
    this.#next = contact.id;
  };

  /** For the form: resolves to the error with which it was refused. */
  readonly add: AddContact = async (draft) => {
    const target = this.context.target();
    if (target === undefined) return new PortalError({ code: 'not-found' });
    const added = await this.#adding.add(target, draft);
    if (added instanceof PortalError) return added;
    if (this.context.target()?.companyId !== target.companyId) return undefined;
    this.#next = added.id;
    this.context.announcer.announce(msg(str`${sortName(added)} is added.`));
    const detail = { companyId: target.companyId, contact: added };
    this.host.dispatchEvent(new PortalEvent('portal-contact-added', detail));
    // Closed in the meantime: nobody will close it for us.
    if (!this.isOpen) this.onClose();
    return undefined;
  };
}
