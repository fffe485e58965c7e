import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Availability, PortalError } from '../../contract/index.js';
import { portalLocale } from '../../locales/localization.js';
import type { KeyOf, Some } from '../../model/index.js';
import { errorNotice, notice } from '../shared/index.js';
import type { FormSnapshot } from './form-draft.js';
import type { FormSession } from './form-session.js';
import { conflictWords } from './settings-conflict.js';

/** When it was saved last, and by whom. */
export function lastSaved({
  changedBy,
  changedAt,
}: Pick<FormSnapshot<unknown>, 'changedBy' | 'changedAt'>): TemplateResult | typeof nothing {
  if (changedAt === null) return nothing;
  const when = new Intl.DateTimeFormat(portalLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(changedAt),
  );
  const text =
    changedBy === null ? msg(str`Last saved ${when}`) : msg(str`Last saved ${when} by ${changedBy}`);
  return html`<span class="last-saved">${text}</span>`;
}

/** S15: that everything can only be read, and why. */
export function readOnlyNotice(settings: Availability): TemplateResult[] {
  if (settings.state !== 'read-only') return [];
  const why =
    settings.reason === 'permission-missing'
      ? msg(
          'Your security level lacks the permission “Configure client portal and Taskfire”. Ask a PSA administrator for it.',
        )
      : msg('The PSA’s API offers these settings for reading only. Change them in the PSA’s own form.');
  return [notice({ tone: 'info', title: msg('You can look, but not change.'), text: why })];
}

/** What went wrong with reading, or that somebody else saved while there are unsaved entries. */
export function formNotices<S, V, N extends FormSnapshot<S>>(
  session: FormSession<S, V, N>,
  failures: readonly PortalError[],
): TemplateResult | typeof nothing {
  const retry = (): void => void session.reload();
  const { loading, newer } = session;
  const [failure] = failures;
  if (loading.error !== undefined) return errorNotice(loading.error, retry);
  if (newer === undefined) return failure === undefined ? nothing : errorNotice(failure, retry);
  const who = newer.changedBy ?? msg('Someone else');
  return notice({
    tone: 'warn',
    title: msg(str`${who} has changed these settings.`),
    text: msg('Your entries are still here.'),
    actions: html`<button type="button" class="button" @click=${() => session.compare(newer)}>
      ${msg('Compare')}
    </button>`,
  });
}

/** Both versions beside each other, while somebody has to choose. */
export function conflictDialog<S, V, N extends FormSnapshot<S>>(
  session: FormSession<S, V, N>,
  labels: readonly { readonly key: KeyOf<S>; readonly label: string }[],
  inWords: (key: KeyOf<S>, settings: Some<S>) => string,
): TemplateResult | typeof nothing {
  const { conflict, draft } = session;
  if (conflict === undefined) return nothing;
  return html`<portal-settings-conflict
    .words=${conflictWords(draft, conflict, labels, inWords)}
    .version=${conflict.version}
    .settle=${(keep: readonly string[]) => void session.settleConflict(keep)}
    .cancel=${() => session.compare(undefined)}
  ></portal-settings-conflict>`;
}
