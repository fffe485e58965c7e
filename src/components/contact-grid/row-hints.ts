import { msg, str } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { sortName, type Contact } from '../../model/index.js';
import { notice, PortalEvent, type Announcer } from '../shared/index.js';
import { copyText } from './copy-text.js';
import { button } from './grid-notices.js';

interface Hint {
  readonly title: string;
  readonly text: string;
}

/** What happens outside the grid, or only in the PSA: the grid asks, copies, or explains where it is. */
export class RowHints implements ReactiveController {
  #hint: Hint | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & EventTarget,
    private readonly announcer: Announcer,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#hint = undefined;
  }

  render(): TemplateResult | undefined {
    if (this.#hint === undefined) return undefined;
    return notice({ tone: 'info', ...this.#hint, actions: button(msg('Dismiss'), () => this.dismiss()) });
  }

  dismiss(): void {
    this.#hint = undefined;
    this.host.requestUpdate();
  }

  /** Asks whoever embeds the grid to open the contact; where nobody does, says where it can be edited. */
  editContact(contact: Contact): void {
    const event = new PortalEvent('portal-edit-contact', { contact }, { cancelable: true });
    if (!this.host.dispatchEvent(event)) return;
    this.#show({
      title: msg('Contacts are edited in the PSA.'),
      text: msg(str`Search for ${sortName(contact)} there and open the contact.`),
    });
  }

  /** The vendor shows the portal as a contact sees it on the contact's own page only, for security reasons. */
  explainPreview(): void {
    this.#show({
      title: msg('The preview is in the PSA itself.'),
      text: msg('Open the contact there and choose Tools > Preview Client Portal as this Contact.'),
    });
  }

  async copy(text: string): Promise<void> {
    if (await copyText(text)) this.announcer.announce(msg('Copied.'));
    else
      this.#show({
        title: msg('This page does not allow copying.'),
        text: msg('Select the text in the row and press Ctrl+C.'),
      });
  }

  #show(hint: Hint): void {
    this.#hint = hint;
    this.announcer.announce(`${hint.title} ${hint.text}`);
    this.host.requestUpdate();
  }
}
