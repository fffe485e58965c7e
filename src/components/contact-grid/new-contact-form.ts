import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import {
  CONTACT_MAX_LENGTHS,
  contactFields,
  sortName,
  type ContactField,
  type ContactRow,
} from '../../model/index.js';
import { notice } from '../shared/index.js';
import { fieldText, formField } from './form-field.js';
import type { Likeness } from './like-contacts.js';

/** What stands in the fields. */
export type NewContactValues = Readonly<Record<ContactField, string>>;

export const emptyContact: NewContactValues = {
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
  title: '',
};

/** What the fields show, and how they report a change. */
export interface NewContactView {
  readonly values: NewContactValues;
  /** Sentences to show at their fields. */
  readonly problems: ReadonlyMap<ContactField, string>;
  readonly set: (field: ContactField, text: string) => void;
  /** Somebody has done with a field, for now. */
  readonly leave: (field: ContactField) => void;
}

interface FieldTraits {
  readonly label: () => string;
  readonly type: 'text' | 'email' | 'tel';
  readonly isRequired?: boolean;
  readonly hint?: () => string;
}

const traits: Readonly<Record<ContactField, FieldTraits>> = {
  firstName: { label: () => msg('First name'), type: 'text', isRequired: true },
  lastName: { label: () => msg('Last name'), type: 'text', isRequired: true },
  email: {
    label: () => msg('E-mail'),
    type: 'email',
    hint: () => msg('Without one, nobody can reset the password of a portal login.'),
  },
  phone: { label: () => msg('Phone'), type: 'tel' },
  title: { label: () => msg('Title'), type: 'text' },
};

export function newContactFields(view: NewContactView): TemplateResult {
  const [first, last, email, phone, title] = contactFields.map((field) => textField(field, view));
  return html`<div class="pair">${first}${last}</div>
    ${email}
    <div class="pair">${phone}${title}</div>`;
}

/** What is wrong with a field is said in words; the browser's own checks of the types are off. */
function textField(field: ContactField, { values, problems, set, leave }: NewContactView): TemplateResult {
  const { label, type, isRequired = false, hint } = traits[field];
  return formField({
    id: field,
    label: label(),
    hint: problems.has(field) ? nothing : hint?.(),
    problem: problems.get(field),
    control: (describedBy, isInvalid) =>
      html`<input
        id=${field}
        type=${type}
        ?required=${isRequired}
        autocomplete="off"
        spellcheck="false"
        dir="auto"
        .value=${live(values[field])}
        aria-invalid=${ifDefined(isInvalid)}
        aria-describedby=${describedBy}
        @input=${(event: Event) => set(field, fieldText(event))}
        @change=${() => leave(field)}
      />`,
  });
}

export function fieldProblemWords(field: ContactField, code: string): string | undefined {
  if (code === 'required' && field === 'firstName') return msg('Enter the first name.');
  if (code === 'required' && field === 'lastName') return msg('Enter the last name.');
  if (code === 'too-long') return msg(str`Use at most ${CONTACT_MAX_LENGTHS[field]} characters.`);
  if (code === 'email-malformed') return msg('This is no e-mail address, such as name@example.com.');
  return undefined;
}

/** Contacts that may be the same person, with a way to each of them. */
export function likenessNotice(
  { sameEmail, sameName }: Likeness,
  isComplete: boolean,
  show: (row: ContactRow) => void,
): TemplateResult | undefined {
  const [found] = [...sameEmail, ...sameName];
  if (found === undefined) return undefined;
  const [, ...others] = new Set([...sameEmail, ...sameName]);
  const name = sortName(found.contact);
  const title =
    sameEmail.length > 0
      ? msg(str`${name} already has this e-mail address.`)
      : msg(str`There is already a contact of this name: ${name}.`);
  return notice({
    tone: 'warn',
    title,
    text: html`${others.length === 0 ? nothing : othersWords(others.length)}
    ${isComplete ? nothing : msg('Not all contacts are loaded yet, so there may be more.')}`,
    actions: html`<button type="button" class="button show" @click=${() => show(found)}>
      ${msg('Show this contact')}
    </button>`,
  });
}

function othersWords(count: number): string {
  return count === 1 ? msg('One more is like this.') : msg(str`${count} more are like this.`);
}
