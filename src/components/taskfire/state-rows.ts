import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { billedLicences, isProviderCompany, type ActiveTaskfire } from '../../model/index.js';
import type { TaskfireView } from './taskfire-view.js';
import { acceptedWords, portalOffWords, usersWords } from './taskfire-words.js';

/** T1: what Taskfire is, and the way to it. */
export function inactiveRow(view: TaskfireView, enable: () => void): TemplateResult {
  const isPortalOff = view.isPortalEnabled === false;
  return html`<div class="row" part="row" data-row="enable">
    <div class="about">
      <span class="name" part="label">${msg('Help desk for the company’s own people')}</span>
      <p part="help">
        ${msg('Taskfire gives a company its own ticketing and hours. Each user with a Taskfire level costs a monthly licence fee.')}
      </p>
    </div>
    <div class="control" part="control">
      ${
        view.availability.state === 'available'
          ? html`<button
              type="button"
              class="button primary enable"
              aria-describedby="enable-reason"
              ?disabled=${isPortalOff}
              @click=${enable}
            >
              ${msg('Enable Taskfire …')}
            </button>`
          : nothing
      }
      <div class="notes" id="enable-reason">
        ${isPortalOff ? html`<div class="caution">${portalOffWords()}</div>` : nothing}
      </div>
    </div>
  </div>`;
}

/** T2: who accepted what. */
export function agreementRow(taskfire: ActiveTaskfire, view: () => void): TemplateResult {
  return html`<div class="row" part="row" data-row="agreement">
    <div class="about">
      <span class="name" part="label">${msg('Agreement')}</span>
      <p part="help">${acceptedWords(taskfire)}</p>
    </div>
    <div class="control" part="control">
      <button type="button" class="button acknowledgment" @click=${view}>${msg('View the agreement')}</button>
    </div>
  </div>`;
}

/** T4: what is counted, and whether it costs anything. */
export function licenceRow(companyId: number, { licences, levelsInUse }: ActiveTaskfire): TemplateResult {
  const billed = billedLicences(companyId, licences);
  const accounts = levelsInUse.reduce((sum, { users }) => sum + users, 0);
  return html`<div class="row" part="row" data-row="licences">
    <div class="about">
      <span class="name" part="label">${msg('Licences')}</span>
      <p part="help">
        ${
          isProviderCompany(companyId)
            ? msg(
                'Users with a Taskfire level whose login is active. In your own company they are never billed.',
              )
            : msg('Users with a Taskfire level whose login is active. Each is billed as a licence.')
        }
      </p>
    </div>
    <div class="control" part="control">
      <strong class="licences">${licences === 1 ? msg('1 licence') : msg(str`${licences} licences`)}</strong>
      <div class="notes">
        ${levelsInUse.map(({ name, users }) => html`<div>${name}: ${usersWords(users)}</div>`)}
        ${billed === licences ? nothing : html`<div>${msg(str`Billed: ${billed}`)}</div>`}
        ${accounts > licences ? html`<div>${msg(str`Of these, not active and not counted: ${accounts - licences}`)}</div>` : nothing}
        ${accounts === 0 ? html`<div>${msg('Nobody can work in Taskfire yet: give at least one user a Taskfire level.')}</div>` : nothing}
      </div>
    </div>
  </div>`;
}

/** T3 */
export function disableRow(disable: () => void): TemplateResult {
  return html`<div class="row" part="row" data-row="disable">
    <div class="about">
      <span class="name" part="label">${msg('Disable Taskfire')}</span>
      <p part="help">
        ${msg('You see what is lost, and choose which portal level the users get, before anything happens.')}
      </p>
    </div>
    <div class="control" part="control">
      <button type="button" class="button danger disable" @click=${disable}>
        ${msg('Disable Taskfire …')}
      </button>
    </div>
  </div>`;
}
