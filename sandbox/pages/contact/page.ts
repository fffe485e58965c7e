import { html } from 'hono/html';
import { sortName, type ContactRow } from '../../../src/model/index.js';
import { formats } from '../../store/formats.js';
import { innerPage } from '../layout.js';
import { clientPath, contactPath, paths } from '../paths.js';
import type { View } from '../view.js';
import {
  checkbox,
  editor,
  messageBar,
  section,
  selector,
  textBox,
  toolBarButton,
  type Choice,
  type Markup,
} from '../widgets.js';
import type { AccessValues, ContactModel } from './model.js';

/** What the general tab shows; empty for a new contact. */
export interface GeneralValues {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly title: string;
  readonly isActive: boolean;
}

/** The contact form, tab "General": who somebody is. */
export function generalTab(view: View, model: ContactModel, values: GeneralValues): Markup {
  const { t } = view;
  const isDisabled = !model.mayEdit;
  const text = (name: Exclude<keyof GeneralValues, 'isActive'>, label: string): Markup =>
    editor(label, (labelId) => textBox({ name, value: values[name], isDisabled, labelId }));
  const fields = html`${text('firstName', t.contact.firstName)} ${text('lastName', t.contact.lastName)}
  ${text('email', t.contact.email)} ${text('phone', t.contact.phone)} ${text('title', t.contact.jobTitle)}
  ${editor(t.contact.isActive, (labelId) =>
    checkbox({ name: 'isActive', isChecked: values.isActive, isDisabled, labelId }),
  )}`;
  return contactPage(view, model, 'general', section(t.contact.general, fields));
}

/** The contact form, tab "Client Portal": the one place where the vendor's pages activate somebody. */
export function portalTab(view: View, model: ContactModel, values: AccessValues): Markup {
  const { t } = view;
  const isDisabled = !model.mayEdit;
  const pick = (name: 'securityLevel' | keyof typeof formats, choices: readonly Choice[]): Markup =>
    editor(t.contact[name], (labelId) =>
      selector({ name, value: values[name].toString(), choices, isDisabled, labelId }),
    );
  const formatChoices = (name: keyof typeof formats): Choice[] =>
    formats[name].map(({ value, label }) => ({ value: value.toString(), label }));
  const levels = model.levels
    .filter(({ isActive }) => isActive)
    .map(({ id, name, kind }): Choice => ({
      value: id.toString(),
      label: `${name} (${t.levels.kinds[kind]})`,
    }));
  const hint = model.row?.portalUser == null ? t.contact.passwordHint : t.contact.passwordSet;
  const fields = html`${editor(t.contact.activate, (labelId) =>
      checkbox({ name: 'isActive', isChecked: values.isActive, isDisabled, labelId }),
    )}
    ${editor(t.contact.userName, (labelId) =>
      textBox({ name: 'userName', value: values.userName, isDisabled, labelId }),
    )}
    ${editor(t.contact.password, (labelId) =>
      textBox({ name: 'password', value: '', type: 'password', isDisabled, labelId, hint }),
    )}
    <p class="Hint">${hint}</p>
    ${pick('securityLevel', levels)} ${pick('dateFormat', formatChoices('dateFormat'))}
    ${pick('timeFormat', formatChoices('timeFormat'))} ${pick('numberFormat', formatChoices('numberFormat'))}`;
  return contactPage(view, model, 'portal', section(t.contact.clientPortal, fields));
}

function contactPage(view: View, model: ContactModel, tab: 'general' | 'portal', content: Markup): Markup {
  const { t } = view;
  const { row, company, mayEdit, isPortalEnabled } = model;
  return innerPage(view, {
    title: t.contact.title,
    secondaryTitle: row === null ? company.name : `${sortName(row.contact)} - ${company.name}`,
    bodyClass: 'EntityEdit',
    formAction:
      row === null ? `${paths.newContact}?accountId=${company.id}` : contactPath(row.contact.id, tab),
    toolBar: html`${toolBarButton(t.contact.save, { isDisabled: !mayEdit })}
    ${toolBarButton(t.contact.back, { href: clientPath(company.id) })}`,
    content: html`${model.message ?? ''} ${mayEdit ? '' : messageBar('Warning', t.detail.readOnly)}
    ${isPortalEnabled ? '' : messageBar('Warning', t.contact.portalOff)}
    ${row === null ? '' : tabs(view, row, tab)} ${content}`,
  });
}

function tabs({ t }: View, { contact }: ContactRow, current: 'general' | 'portal'): Markup {
  const link = (tab: 'general' | 'portal', label: string): Markup =>
    html`<a class="TabButton" href="${contactPath(contact.id, tab)}" aria-current="${String(tab === current)}"
      >${label}</a
    >`;
  return html`<nav class="TabButtonContainer">
    ${link('general', t.contact.general)} ${link('portal', t.contact.clientPortal)}
  </nav>`;
}
