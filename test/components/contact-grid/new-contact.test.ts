import { elementUpdated, expect as expectElement, fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { manyContacts } from '../../../src/clients/memory/index.js';
import '../../../src/components/contact-grid/new-contact.js';
import type { AddContact, PortalNewContact } from '../../../src/components/contact-grid/new-contact.js';
import { PortalError, type PortalErrorData } from '../../../src/contract/index.js';
import type { ContactDraft, ContactRow } from '../../../src/model/index.js';
import { waitFor } from './stage.js';

const rows = manyContacts(40);
const ADLER = rows[0];

class Dialog {
  readonly sent: ContactDraft[] = [];
  readonly shown: ContactRow[] = [];
  closed = 0;
  answers: (PortalErrorData | undefined)[] = [];
  element!: PortalNewContact;

  readonly #add: AddContact = (draft) => {
    this.sent.push(draft);
    const error = this.answers.shift();
    return Promise.resolve(error && new PortalError(error));
  };

  async open(): Promise<this> {
    this.element = await fixture<PortalNewContact>(
      html`<portal-new-contact
        open
        has-all-contacts
        .companyName=${'Käserei'}
        .contacts=${() => rows}
        .add=${this.#add}
        .show=${(row: ContactRow) => this.shown.push(row)}
        @close=${() => (this.closed += 1)}
      ></portal-new-contact>`,
    );
    await this.settled();
    return this;
  }

  get root(): ShadowRoot {
    if (this.element.shadowRoot === null) throw new Error('The root is closed.');
    return this.element.shadowRoot;
  }

  async settled(): Promise<void> {
    await elementUpdated(this.element);
  }

  field(id: string): HTMLInputElement {
    const found = this.root.querySelector<HTMLInputElement>(`#${id}`);
    if (found === null) throw new Error(`No field ${id}.`);
    return found;
  }

  async enter(values: Partial<ContactDraft>): Promise<void> {
    for (const [id, text] of Object.entries(values)) {
      this.field(id).value = text ?? '';
      this.field(id).dispatchEvent(new Event('input', { bubbles: true }));
    }
    await this.settled();
  }

  text(selector: string): string {
    return this.root.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  }

  async click(selector: string): Promise<void> {
    this.root.querySelector<HTMLElement>(selector)?.click();
    await this.settled();
  }

  get isOpen(): boolean {
    return this.root.querySelector('portal-dialog[open]') !== null;
  }

  until(condition: () => boolean): Promise<void> {
    return waitFor(condition, this.root);
  }
}

describe('<portal-new-contact>', () => {
  it('sends what was typed without blanks around it, and closes', async () => {
    const dialog = await new Dialog().open();
    await dialog.enter({ firstName: ' Ines ', lastName: 'Neu', email: 'ines@people.example', title: ' ' });
    await dialog.click('.primary');
    await dialog.until(() => dialog.closed === 1);
    const expected = {
      firstName: 'Ines',
      lastName: 'Neu',
      email: 'ines@people.example',
      phone: null,
      title: null,
    };
    expect(dialog.sent).toEqual([expected]);
    dialog.element.open = true;
    await dialog.settled();
    expect(dialog.field('firstName').value).toBe('');
  });

  it('checks as one types, an address only when it is left', async () => {
    const dialog = await new Dialog().open();
    await dialog.enter({ phone: '1'.repeat(26) });
    expect(dialog.text('#phone-problem')).toBe('Use at most 25 characters.');
    await dialog.enter({ email: 'ines@' });
    expect(dialog.text('#email-problem')).toBe('');
    dialog.field('email').dispatchEvent(new Event('change', { bubbles: true }));
    await dialog.settled();
    expect(dialog.text('#email-problem')).toContain('This is no e-mail address');
    expect(dialog.field('email').ariaInvalid).toBe('true');
    await dialog.enter({ email: 'ines@people.example' });
    expect(dialog.text('#email-problem')).toBe('');
  });

  it('sends nothing without both names, and goes to the first that is missing', async () => {
    const dialog = await new Dialog().open();
    await dialog.enter({ firstName: 'Ines' });
    await dialog.click('.primary');
    await dialog.until(() => dialog.root.activeElement?.id === 'lastName');
    expect(dialog.text('#lastName-problem')).toBe('Enter the last name.');
    expect(dialog.sent).toEqual([]);
  });

  it('points out who has this address or name, whatever the case, and shows them without losing what was typed', async () => {
    const dialog = await new Dialog().open();
    await dialog.enter({
      firstName: 'mareike',
      lastName: 'ADLER',
      email: ADLER?.contact.email?.toUpperCase() ?? '',
    });
    await dialog.until(() =>
      dialog.text('.notice.warn').includes('Adler, Mareike already has this e-mail address.'),
    );
    expect(dialog.text('.primary')).toBe('Add anyway');
    await dialog.click('.notice.warn .show');
    expect(dialog.shown).toEqual([ADLER]);
    await dialog.until(() => dialog.closed === 1);
    expect(dialog.isOpen).toBe(false);
    dialog.element.open = true;
    await dialog.settled();
    expect(dialog.field('lastName').value).toBe('ADLER');
    await dialog.enter({ email: '' });
    await dialog.until(() => dialog.text('.notice.warn').includes('There is already a contact of this name'));
    await dialog.click('.primary');
    await dialog.until(() => dialog.sent.length === 1);
  });

  it('asks before it is closed with something typed', async () => {
    const dialog = await new Dialog().open();
    await dialog.enter({ firstName: 'Ines' });
    const [cancel] = dialog.root.querySelectorAll<HTMLElement>('button[slot=actions]');
    cancel?.click();
    await dialog.settled();
    expect(dialog.isOpen).toBe(true);
    expect(dialog.field('firstName').value).toBe('Ines');
    expect(dialog.closed).toBe(0);
  });

  it('puts a refusal at its field, and keeps everything typed', async () => {
    const dialog = new Dialog();
    dialog.answers = [
      {
        code: 'validation',
        problems: [{ path: ['title'], code: 'refused', detail: 'Title is black-listed.' }],
      },
      { code: 'offline' },
    ];
    await dialog.open();
    await dialog.enter({ firstName: 'Ines', lastName: 'Neu', title: 'Boss' });
    await dialog.click('.primary');
    await dialog.until(() => dialog.text('#title-problem').includes('Title is black-listed.'));
    await dialog.enter({ title: 'CFO' });
    expect(dialog.text('#title-problem')).toBe('');
    await dialog.click('.primary');
    await dialog.until(() => dialog.root.querySelector('.notice.bad') !== null);
    expect(dialog.field('title').value).toBe('CFO');
    await dialog.click('.primary');
    await dialog.until(() => !dialog.isOpen);
    expect(dialog.sent).toHaveLength(3);
  });

  it('has no violations, empty and with every field wrong', async () => {
    const dialog = await new Dialog().open();
    await expectElement(dialog.element).to.be.accessible();
    await dialog.enter({ firstName: 'x'.repeat(51), email: 'x', title: 'x'.repeat(51) });
    await dialog.click('.primary');
    await expectElement(dialog.element).to.be.accessible();
  });
});
