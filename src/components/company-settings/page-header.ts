import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { settingKeys } from '../../model/index.js';
import { lastSaved, readOnlyNotice } from '../settings-form/index.js';
import { connectionHint, notice } from '../shared/index.js';
import { rulesContext, type CompanyView } from './company-view.js';
import { settingState, type SettingState } from './setting-state.js';

/** The company and how its portal stands, in one line. */
export function pageHeader(view: CompanyView): TemplateResult {
  const { portalEnabled } = view.snapshot.settings;
  return html`<header part="header" role="none">
    <div class="title">
      <p class="crumb">${msg('Client portal and Taskfire')}</p>
      <h2 part="heading">${view.company?.name ?? msg(str`Company ${view.snapshot.companyId}`)}</h2>
    </div>
    ${
      portalEnabled === undefined
        ? nothing
        : portalEnabled
          ? html`<span class="pill good">${msg('Portal on')}</span>`
          : html`<span class="pill warn">${msg('Portal off')}</span>`
    }
    ${rulesContext(view).isTaskfireActive ? html`<span class="pill">${msg('Taskfire')}</span>` : nothing}
    ${lastSaved(view.snapshot)}
  </header>`;
}

/** What one should know before touching anything: what cannot be changed, what cannot be seen, whom it does not serve. */
export function pageNotices(view: CompanyView): TemplateResult[] {
  const states = settingKeys.map((key) => settingState(key, view.snapshot.settings, view));
  return [
    ...readOnlyNotice(view.capabilities.operations.settings),
    ...unknownNotice(states),
    ...customerNotice(view),
  ];
}

function unknownNotice(states: readonly SettingState[]): TemplateResult[] {
  const unknown = states.filter(({ kind }) => kind === 'unknown');
  if (unknown.length === 0) return [];
  const [first] = unknown;
  const isNotConnected = first?.kind === 'unknown' && first.reason === 'not-connected';
  return [
    notice({
      tone: 'info',
      title:
        unknown.length === states.length
          ? msg('The settings cannot be read through this connection.')
          : msg(str`${unknown.length} of ${states.length} settings cannot be read through this connection.`),
      text: isNotConnected
        ? connectionHint()
        : msg('They are shown as unknown. Use the PSA’s own form to see and change them.'),
    }),
  ];
}

function customerNotice({ company }: CompanyView): TemplateResult[] {
  if (company === undefined || (company.isActive && company.isCustomer)) return [];
  return [
    notice({
      tone: 'warn',
      title: msg('This company is not an active customer.'),
      text: msg('Its contacts cannot have portal access until it is one. The settings can be prepared.'),
    }),
  ];
}
