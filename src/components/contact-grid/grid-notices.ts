import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Availability } from '../../contract/index.js';
import { canAnyoneLogIn, type Company } from '../../model/index.js';
import { connectionHint, describeError, notice, numberWords } from '../shared/index.js';
import type { ContactRows } from './contact-rows.js';
import { newContactButton, type AddOffer } from './grid-toolbar.js';

/** A button in a notice. */
export function button(label: string, run: () => void): TemplateResult {
  return html`<button type="button" class="button" @click=${run}>${label}</button>`;
}

/** U6: nobody can sign in yet. Undefined where somebody can, or where it is not known yet. */
export function nobodyCanLogIn(
  rows: ContactRows,
  showInactive: (() => void) | undefined,
): TemplateResult | undefined {
  const { list, state } = rows;
  const isKnown = state === 'complete' && rows.rules.knowsPortalUsers && list.all.length > 0;
  if (!isKnown || canAnyoneLogIn(list.all)) return undefined;
  return notice({
    tone: 'warn',
    title: msg('Nobody of this company can sign in to the portal yet.'),
    text: msg('At least one active contact needs an active login.'),
    ...(showInactive && { actions: button(msg('Choose a contact'), showInactive) }),
  });
}

/** U7: the parent's contacts act for this company too. */
export function parentHint(company: Company): TemplateResult | undefined {
  if (company.parentId === null) return undefined;
  return notice({
    tone: 'info',
    title: msg('This company has a parent company.'),
    text: msg(
      'Contacts of the parent can create tickets for this company, even if it is no customer. They are not in this list.',
    ),
  });
}

/** Why logins can be seen but not changed, or not even seen. */
export function availabilityNotice(portalUsers: Availability): TemplateResult | undefined {
  if (portalUsers.state === 'available') return undefined;
  if (portalUsers.state === 'absent')
    return notice({
      tone: 'info',
      title: msg('Portal logins are not shown.'),
      text: portalUsers.reason === 'no-api' ? msg('This PSA has no interface for them.') : connectionHint(),
    });
  return notice({
    tone: 'info',
    title: msg('You can look, but not change logins.'),
    text:
      portalUsers.reason === 'permission-missing'
        ? msg('Your security level in the PSA lacks the permission “Configure client portal and Taskfire”.')
        : msg('The PSA’s interface offers them for reading only.'),
  });
}

/** A page of contacts did not come. What came before can be used. */
export function loadFailure(rows: ContactRows, resume: () => void): TemplateResult | undefined {
  if (rows.state !== 'failed' || rows.error === undefined) return undefined;
  const { what, why, next } = describeError(rows.error);
  const count = rows.list.all.length;
  const loaded = numberWords(count);
  return notice({
    tone: 'bad',
    title: what,
    text:
      count === 0
        ? `${why} ${next}`
        : msg(str`${why} The ${loaded} contacts below are loaded; the rest is missing.`),
    actions: button(msg('Try again'), resume),
    isUrgent: true,
  });
}

/** The sentence where rows would be. */
export function nothingToShow(sentence: string, action?: TemplateResult): TemplateResult {
  return html`<div class="nothing" part="empty">
    <p>${sentence}</p>
    ${action ?? nothing}
  </div>`;
}

/** In place of the grid: the backend has no contacts to offer. */
export function contactsAbsent(): TemplateResult {
  return nothingToShow(msg('This connection does not offer contacts.'));
}

/** In place of the grid, once it is known that there is nobody. */
export function emptyCompany(add: AddOffer): TemplateResult {
  if (typeof add === 'function')
    return nothingToShow(msg('This company has no contacts yet.'), newContactButton(add));
  return nothingToShow(
    msg('This company has no contacts yet. Create the first one in the PSA; it then appears here.'),
  );
}

/** In place of rows: filter or search leave none. */
export function nothingFound(showAll: () => void): TemplateResult {
  return nothingToShow(msg('No contact matches.'), button(msg('Show all contacts'), showAll));
}
