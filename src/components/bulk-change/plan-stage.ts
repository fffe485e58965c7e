import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { live } from 'lit/directives/live.js';
import { LARGEST_JOB } from '../../contract/index.js';
import type { ContactRow, PortalUserOptions } from '../../model/index.js';
import { notice, numberWords } from '../shared/index.js';
import type { ShownPlan } from './shown-plan.js';
import { namesNotice, type NamesView } from './names-notice.js';
import { consentWords, doneBy, needsConsent, planNotices } from './plan-notices.js';

export interface PlanView {
  readonly plan: ShownPlan;
  readonly options: PortalUserOptions | undefined;
  readonly rows: readonly ContactRow[];
  readonly companyId: number;
  /** Lines of a file that name nobody, or several. */
  readonly leftOut: number;
  readonly title: string;
  readonly hasConsent: boolean;
  /** Undefined where nobody can be asked about user names. */
  readonly names: NamesView | undefined;
  /** Somebody wanted to start without it. */
  readonly isConsentMissing: boolean;
  readonly consent: (hasConsent: boolean) => void;
}

/** The second step: what will happen to whom, what it costs, and what can't be taken back. */
export function planStage({ plan, options, rows, companyId, ...view }: PlanView): TemplateResult {
  const { summary, draft } = plan;
  return html`<div class="stage plan">
    <h3 id="stage" tabindex="-1">${view.title}</h3>
    ${obstacle(plan)} ${leftOutNotice(view.leftOut)} ${planNotices(summary, companyId)}
    ${view.names === undefined ? nothing : namesNotice(view.names)}
    <portal-dry-run
      .steps=${draft.steps}
      .summary=${summary}
      .options=${options}
      .rows=${rows}
    ></portal-dry-run>
    ${needsConsent(summary, companyId) && !plan.isTooLarge ? consentField(plan, companyId, view) : nothing}
  </div>`;
}

function leftOutNotice(leftOut: number): unknown {
  if (leftOut === 0) return nothing;
  return notice({
    tone: 'warn',
    title:
      leftOut === 1
        ? msg('1 line of the file is left out.')
        : msg(str`${numberWords(leftOut)} lines of the file are left out.`),
    text: msg('They name nobody of this company, several contacts, or one that an earlier line names.'),
  });
}

function obstacle({ summary, isTooLarge }: ShownPlan): unknown {
  if (isTooLarge)
    return notice({
      tone: 'bad',
      title: msg(str`At most ${numberWords(LARGEST_JOB)} contacts can be changed at once.`),
      text: msg('Choose fewer contacts, for example with a filter.'),
    });
  if (doneBy(summary) > 0) return nothing;
  return notice({
    tone: 'warn',
    title: msg('Nothing would happen.'),
    text: msg('Every contact is refused. The table says why.'),
  });
}

function consentField(
  { summary }: ShownPlan,
  companyId: number,
  { hasConsent, isConsentMissing, consent }: Pick<PlanView, 'hasConsent' | 'isConsentMissing' | 'consent'>,
): TemplateResult {
  const onChange = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) consent(target.checked);
  };
  return html`<label class=${classMap({ check: true, consent: true, missing: isConsentMissing })}>
    <input
      type="checkbox"
      .checked=${live(hasConsent)}
      aria-invalid=${isConsentMissing ? 'true' : nothing}
      @change=${onChange}
    />
    <span>${consentWords(summary, companyId)}</span>
  </label>`;
}
