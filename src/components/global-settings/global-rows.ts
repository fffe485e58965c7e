import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { GlobalKey } from '../../model/index.js';
import { describedBy, linkButton, rowFrame, type ControlParts } from '../settings-form/index.js';
import { quickTicketControl, ticketsFromControl, twoFactorControl } from './global-controls.js';
import { globalControlId, type GlobalPage } from './global-page.js';
import {
  changesForInWords,
  followInWords,
  globalInWords,
  globalLabel,
  globalLabels,
  reachOf,
} from './global-words.js';

/** What can be changed here. */
export function changeableRows(page: GlobalPage): TemplateResult[] {
  return globalLabels().map(({ key }) => changeableRow(key, page));
}

const controls = {
  twoFactor: twoFactorControl,
  quickTicket: quickTicketControl,
  ticketsFrom: ticketsFromControl,
};

function changeableRow(key: GlobalKey, page: GlobalPage): TemplateResult {
  const { view, draft, problems } = page;
  const isChanged = draft.changes.some((one) => one.key === key);
  const parts: ControlParts = {
    id: globalControlId(key),
    describedBy: describedBy(key),
    isDisabled: view.capabilities.operations.globalSettings.state !== 'available',
    isInvalid: problems.has(key),
  };
  const problem = problems.get(key);
  return rowFrame({
    ...{ key, isChanged, label: globalLabel(key), controlId: parts.id, help: helpOf(key) },
    control: controls[key](parts, page),
    notes: html`${problem === undefined ? nothing : html`<div class="problem">${problem}</div>`}
      ${key === 'ticketsFrom' ? comingDay(draft.current.ticketsFrom) : nothing}
      ${isChanged ? changeNote(key, page) : nothing}
      <div class="reach">${reachNote(key, page)}</div>`,
  });
}

function helpOf(key: GlobalKey): string {
  switch (key) {
    case 'twoFactor':
      return msg(
        'Who must enter a second factor at companies without a policy of their own. It is not enforced when users sign in with Google or Microsoft.',
      );
    case 'quickTicket':
      return msg(
        'A short form that opens a ticket with these values, for companies without Taskfire and without values of their own.',
      );
    case 'ticketsFrom':
      return msg('How far back users of every company see tickets in the portal.');
  }
}

function reachNote(key: GlobalKey, { view }: GlobalPage): string {
  const { followers } = view.snapshot;
  if (key === 'ticketsFrom') return msg('Holds for every company.');
  return followInWords(reachOf(key, followers), followers);
}

function changeNote(key: GlobalKey, { view, draft, undo }: GlobalPage): TemplateResult {
  const was = msg(str`was: ${globalInWords(key, draft.base, view)}`);
  const reach = changesForInWords(reachOf(key, view.snapshot.followers));
  const button = linkButton(msg('Undo'), () => undo(key), msg(str`Undo ${globalLabel(key)}`));
  return html`<div class="was">${was} ${button}</div>
    <div class="caution">${reach}</div>`;
}

function comingDay(day: string | null | undefined): TemplateResult | typeof nothing {
  const today = new Date().toISOString().slice(0, 10);
  if (day === null || day === undefined || day <= today) return nothing;
  return html`<div class="caution">
    ${msg('This day is still to come: users will see none of the tickets that exist today.')}
  </div>`;
}

/** What companies inherit as well, and what is changed elsewhere in the PSA. */
export function readOnlyRows({ view, copied }: GlobalPage): TemplateResult[] {
  const { settings, followers } = view.snapshot;
  return [
    rowFrame({
      key: 'genericLoginUrl',
      label: msg('Generic portal login'),
      help: msg(
        'The address that users of every company can log in at. It shows your logos, never a company’s own.',
      ),
      control: copied.line(settings.genericLoginUrl, msg('Copy generic portal login address')),
      notes: html`<div>${msg('Follows from your name in the PSA and cannot be changed here.')}</div>`,
    }),
    rowFrame({
      key: 'headquartersTimeZone',
      label: msg('Time zone of your headquarters'),
      help: msg('The default for companies whose address does not give another one.'),
      control: settings.headquartersTimeZone,
      notes: html`<div class="reach">${followInWords(followers.timeZone, followers)}</div>
        <div>
          ${msg('Changed in the PSA under Admin > Company Settings & Users > Your Company > Locations.')}
        </div>`,
    }),
    rowFrame({
      key: 'isEarlyAccessActivated',
      label: msg('Early access to the new portal'),
      help: msg('Whether companies can be given the new portal at all.'),
      control: settings.isEarlyAccessActivated
        ? html`<span class="pill good">${msg('Activated')}</span>`
        : html`<span class="pill off">${msg('Not activated')}</span>`,
      notes: html`<div>${msg('Changed in the PSA under Admin > Activations.')}</div>`,
    }),
    rowFrame({
      key: 'logos',
      label: msg('Your logos'),
      help: msg('Shown to companies without logos of their own.'),
      control: html`<div>${msg('Login page:')} ${followInWords(followers.loginLogo, followers)}</div>
        <div>${msg('Portal header:')} ${followInWords(followers.headerLogo, followers)}</div>`,
      notes: html`<div>${msg('Changed among the logos of your own company.')}</div>`,
    }),
  ];
}
