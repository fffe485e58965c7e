import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PortalError } from '../../contract/index.js';
import { contractEnd, type ActiveTaskfire, type BillingContract } from '../../model/index.js';
import { returnedInWords } from '../settings-form/index.js';
import { notice, today } from '../shared/index.js';
import { draftOf, isSameBilling, withContract, type BillingDraft } from './billing-draft.js';
import { meanwhileNotice, refusalNotice } from './taskfire-notices.js';
import { billingWords, contractEndLine, contractWords } from './taskfire-words.js';

/** What the row shows and what its controls do. */
export interface BillingPart {
  readonly taskfire: ActiveTaskfire;
  /** undefined where nothing can be chosen: then it is only shown. */
  readonly contracts: readonly BillingContract[] | undefined;
  readonly draft: BillingDraft;
  /** The service was missing when somebody wanted to save. */
  readonly isServiceAsked: boolean;
  /** The draft waited while another company was shown. */
  readonly isReturned: boolean;
  readonly isBusy: boolean;
  readonly error: PortalError | undefined;
  readonly meanwhile: readonly string[];
  readonly edit: (draft: BillingDraft) => void;
  readonly save: () => void;
  readonly discard: () => void;
  readonly remove: () => void;
}

/** T2: where the licence fee goes. */
export function billingRow(part: BillingPart): TemplateResult {
  const { billing } = part.taskfire;
  return html`<div class="row" part="row" data-row="billing">
    <div class="about">
      <span class="name" part="label" id="billing-name">${msg('Billing automation')}</span>
      <p part="help">
        ${msg('The contract to which the monthly fee of each Taskfire user is added, prorated from the day the user gets a Taskfire level. Without one you bill it yourself.')}
      </p>
    </div>
    <div class="control" part="control">
      ${part.contracts === undefined ? html`<span>${billing === null ? msg('Not automated') : billingWords(billing)}</span>` : form(part, part.contracts)}
      ${endNote(part)}
    </div>
    <div class="wide notices">
      ${part.isReturned ? notice({ tone: 'info', title: returnedInWords() }) : nothing}
      ${meanwhileNotice(part.meanwhile, !isSameBilling(part.taskfire, part.draft))}
      ${refusalNotice(part.error, part.meanwhile)}
    </div>
  </div>`;
}

function form(part: BillingPart, contracts: readonly BillingContract[]): TemplateResult {
  const { taskfire, draft } = part;
  const isChanged = !isSameBilling(taskfire, draft);
  return html`<form class="billing" @submit=${submitting(part.save)}>
    ${contracts.length === 0 ? html`<p class="caution">${msg('The company has no recurring contract.')}</p>` : nothing}
    <label for="contract">${msg('Contract')}</label>
    ${contractSelect(part, contracts)} ${draft.contractId === null ? nothing : serviceField(part, contracts)}
    <div class="actions">${isChanged ? saving(part) : removal(part)}</div>
  </form>`;
}

function contractSelect(
  { taskfire, draft, isBusy, edit }: BillingPart,
  contracts: readonly BillingContract[],
): TemplateResult {
  const now = taskfire.billing?.contractId;
  const choose = (event: Event): void => {
    const chosen = numberOf(event);
    edit(chosen === now ? draftOf(taskfire.billing) : withContract(contracts, chosen));
  };
  return html`<select id="contract" aria-describedby="contract-end" ?disabled=${isBusy} @change=${choose}>
    <option value="" .selected=${live(draft.contractId === null)}>${msg('Not automated')}</option>
    ${contracts.map(
      (contract) =>
        html`<option
          value=${contract.id}
          ?disabled=${contractEnd(contract.expiresOn, today()) === 'over' && contract.id !== now}
          .selected=${live(contract.id === draft.contractId)}
        >
          ${contractWords(contract)}
        </option>`,
    )}
  </select>`;
}

function serviceField(
  { draft, isServiceAsked, isBusy, edit }: BillingPart,
  contracts: readonly BillingContract[],
): TemplateResult {
  const services = contracts.find(({ id }) => id === draft.contractId)?.services ?? [];
  const isMissing = isServiceAsked && draft.serviceId === null;
  const problem = isMissing ? msg('Choose the service to which the fee is added.') : nothing;
  return html`<label for="service">${msg('Service that carries the fee')}</label>
    <select
      id="service"
      aria-invalid=${isMissing}
      aria-describedby="service-missing"
      ?disabled=${isBusy}
      @change=${(event: Event) => edit({ ...draft, serviceId: numberOf(event) })}
    >
      <option value="" .selected=${live(draft.serviceId === null)}>${msg('Choose a service')}</option>
      ${services.map(
        ({ id, name }) =>
          html`<option value=${id} .selected=${live(id === draft.serviceId)}>${name}</option>`,
      )}
    </select>
    <p id="service-missing" class="problem">${problem}</p>`;
}

function saving({ isBusy, discard }: BillingPart): TemplateResult {
  return html`<button type="submit" class="button primary" ?disabled=${isBusy}>
      ${isBusy ? html`<span class="spinner" aria-hidden="true"></span>${msg('Saving …')}` : msg('Save billing')}
    </button>
    <button type="button" class="button plain" ?disabled=${isBusy} @click=${discard}>
      ${msg('Discard')}
    </button>`;
}

function removal({ taskfire, isBusy, remove }: BillingPart): TemplateResult | typeof nothing {
  if (taskfire.billing === null) return nothing;
  return html`<button type="button" class="button remove" ?disabled=${isBusy} @click=${remove}>
    ${isBusy ? html`<span class="spinner" aria-hidden="true"></span>${msg('Saving …')}` : msg('Remove automation')}
  </button>`;
}

/** T2: the warning once the contract that is chosen is over, and before that. */
function endNote(part: BillingPart): TemplateResult {
  const { billing } = part.taskfire;
  const chosen = isSameBilling(part.taskfire, part.draft)
    ? billing
    : part.contracts?.find(({ id }) => id === part.draft.contractId);
  return html`<div class="notes" id="contract-end">
    ${chosen === null || chosen === undefined ? nothing : contractEndLine(chosen.expiresOn)}
  </div>`;
}

function numberOf(event: Event): number | null {
  const value = event.target instanceof HTMLSelectElement ? event.target.value : '';
  return value === '' ? null : Number(value);
}

function submitting(save: () => void) {
  return (event: Event): void => {
    event.preventDefault();
    save();
  };
}
