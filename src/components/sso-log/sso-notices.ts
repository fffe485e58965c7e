import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Availability } from '../../contract/index.js';
import { describeError, isInExtension, notice, numberWords } from '../shared/index.js';
import type { LogFacts } from './sso-facts.js';
import type { SsoRows } from './sso-rows.js';

/** In place of the log: this connection does not offer it. */
export function logAbsent({ reason }: Extract<Availability, { state: 'absent' }>): TemplateResult {
  return nothingToShow(
    msg('The log of sign-ins cannot be shown here.'),
    reason === 'no-api'
      ? msg('This PSA has no interface for it. In the PSA itself it is behind “View Log”.')
      : isInExtension()
        ? msg(
            'No connection that offers it has been set up. You can add the portal service in the extension’s options; in the PSA itself the log is behind “View Log”.',
          )
        : msg(
            'This application has no connection that offers it. In the PSA itself the log is behind “View Log”.',
          ),
  );
}

/** In place of the log, once it is known that it is empty. */
export function logEmpty(refresh: () => void): TemplateResult {
  return nothingToShow(
    msg('Nobody has signed in through an identity provider in the last 30 days.'),
    msg(
      'Only such sign-ins are logged, and only for 30 days. Whoever enters user name and password on the portal’s login page does not appear here.',
    ),
    button(msg('Read again'), refresh),
  );
}

/** In place of rows: filter or search leave none. */
export function nothingFits(showAll: () => void): TemplateResult {
  return nothingToShow(msg('No sign-in matches.'), undefined, button(msg('Show all sign-ins'), showAll));
}

/** A page did not come. What came before can be used. */
export function readFailure(rows: SsoRows, retry: () => void): TemplateResult | undefined {
  if (rows.error === undefined) return undefined;
  const { what, why, next } = describeError(rows.error);
  const loaded = numberWords(rows.list.all.length);
  return notice({
    tone: 'bad',
    title: what,
    text: missingWords(
      rows,
      `${why} ${next}`,
      msg(str`${why} The ${loaded} newest sign-ins are loaded; older ones are missing.`),
      msg(str`${why} What is shown was read before.`),
    ),
    actions: button(msg('Try again'), retry),
    isUrgent: true,
  });
}

function missingWords(rows: SsoRows, nothingCame: string, restMissing: string, isOld: string): string {
  if (rows.list.all.length === 0) return nothingCame;
  return rows.state === 'failed' ? restMissing : isOld;
}

/** The reader's zone stands in for the company's. */
export function zoneNotice({ isCompanyZone, zone }: LogFacts): TemplateResult | undefined {
  if (isCompanyZone) return undefined;
  return notice({
    tone: 'info',
    title: msg('The company’s time zone is not known.'),
    text: msg(str`Times and days are those of your computer (${zone}).`),
  });
}

function nothingToShow(title: string, text?: string, action?: TemplateResult): TemplateResult {
  return html`<div class="nothing" part="empty">
    <p><b>${title}</b></p>
    ${text === undefined ? nothing : html`<p>${text}</p>`} ${action ?? nothing}
  </div>`;
}

function button(label: string, run: () => void): TemplateResult {
  return html`<button type="button" class="button" @click=${run}>${label}</button>`;
}

/** Nobody has opened a page for the contact: it says where it can be edited. */
export function contactHint(name: string): TemplateResult {
  return notice({
    tone: 'info',
    title: msg('Contacts are edited in the PSA.'),
    text: msg(str`Search for ${name} there and open the contact.`),
  });
}
