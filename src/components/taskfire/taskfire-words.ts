import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { FieldProblem, PortalError } from '../../contract/index.js';
import {
  contractEnd,
  type ActiveTaskfire,
  type BillingContract,
  type Taskfire,
  type TaskfireBilling,
} from '../../model/index.js';
import { dayWords, fullMomentWords, today } from '../shared/index.js';

/** Where the licence fee goes. */
export function billingWords({ contractName, serviceName }: TaskfireBilling): string {
  return `${contractName} – ${serviceName}`;
}

/** Who accepted the agreement and when (T1). */
export function acceptedWords({ acceptedBy, acceptedAt }: ActiveTaskfire): string {
  const when = fullMomentWords(acceptedAt);
  return msg(str`Agreement accepted by ${acceptedBy} on ${when}.`);
}

export function usersWords(users: number): string {
  return users === 1 ? msg('1 user') : msg(str`${users} users`);
}

/** A contract with its end, as a list to choose from shows it. */
export function contractWords({ name, expiresOn }: Pick<BillingContract, 'name' | 'expiresOn'>): string {
  if (expiresOn === null) return msg(str`${name} (without an end date)`);
  const end = dayWords(expiresOn);
  return contractEnd(expiresOn, today()) === 'over'
    ? msg(str`${name} (expired on ${end})`)
    : msg(str`${name} (until ${end})`);
}

/** T2: how long a contract still takes the fee, and a warning where it does not, or not for long. */
export function contractEndLine(expiresOn: string | null): TemplateResult {
  if (expiresOn === null) return html`<div>${msg('Without an end date.')}</div>`;
  const end = dayWords(expiresOn);
  switch (contractEnd(expiresOn, today())) {
    case 'over':
      return html`<div class="caution">
        ${msg(str`The contract expired on ${end}: new users are not billed.`)}
      </div>`;
    case 'soon':
      return html`<div class="caution">
        ${msg(str`The contract ends soon, on ${end}. Renew it, or choose another one: after that new users are not billed.`)}
      </div>`;
    default:
      return html`<div>${msg(str`Runs until ${end}.`)}</div>`;
  }
}

/** What is different by now from what somebody started with, one sentence each. */
export function changesMeanwhile(before: Taskfire, now: Taskfire): string[] {
  if (before.version === now.version) return [];
  if (!now.isActive) return before.isActive ? [msg('Taskfire was disabled.')] : [];
  const { acceptedBy } = now;
  if (!before.isActive) return [msg(str`Taskfire was enabled by ${acceptedBy}.`)];
  const sentences: string[] = [];
  if (before.acceptedAt !== now.acceptedAt)
    sentences.push(msg(str`Taskfire was disabled, and enabled again by ${acceptedBy}.`));
  const [from, to] = [before.billing, now.billing].map((billing) => billing && billingWords(billing));
  if (from !== to)
    sentences.push(
      to === null || to === undefined
        ? msg('The licence fee is no longer added to a contract.')
        : msg(str`The licence fee now goes to: ${to}.`),
    );
  return sentences;
}

/** True where it was refused because somebody else was faster. */
export function isChangedMeanwhile(error: PortalError | undefined): boolean {
  return hasProblem(error, ['changed-meanwhile', 'taskfire-active', 'taskfire-inactive']);
}

export function hasProblem(error: PortalError | undefined, codes: readonly string[]): boolean {
  return error?.as('validation')?.problems.some(({ code }) => codes.includes(code)) === true;
}

/** Why a change was refused, in words; undefined where only the general ones fit. */
export function taskfireProblemWords({ code }: Pick<FieldProblem, 'code'>): string | undefined {
  switch (code) {
    case 'changed-meanwhile':
    case 'taskfire-active':
    case 'taskfire-inactive':
      return msg(
        'Somebody else has changed Taskfire meanwhile. Look at what is there now, then decide anew.',
      );
    case 'agreement-changed':
      return msg('There is a new text of the agreement. Read it, then confirm it.');
    case 'confirmations-missing':
      return msg('Every statement has to be confirmed.');
    case 'portal-disabled':
      return portalOffWords();
    case 'level-move-missing':
      return msg(
        'Somebody has been given another Taskfire level meanwhile. Choose a portal level for it too.',
      );
    case 'level-invalid':
      return msg('One of these levels cannot be given any more. Choose another one.');
    case 'never-billed':
      return msg('Your own company is never billed.');
    case 'contract-unknown':
      return msg('The company no longer has this contract. Choose another one.');
    case 'contract-expired':
      return msg('This contract has expired: nothing can be added to it. Choose another one.');
    case 'service-unknown':
      return msg('The contract no longer has this service. Choose another one.');
    default:
      return undefined;
  }
}

export function portalOffWords(): string {
  return msg('The client portal is off for this company. Switch it on in the settings first.');
}
