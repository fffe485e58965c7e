import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { PortalError } from '../../contract/index.js';
import { isProviderCompany } from '../../model/index.js';
import { errorNotice, isInExtension, notice } from '../shared/index.js';
import type { TaskfireView } from './taskfire-view.js';
import { isChangedMeanwhile, taskfireProblemWords } from './taskfire-words.js';

/** What one should know before touching anything. */
export function stateNotices({ availability, companyId }: TaskfireView): TemplateResult[] {
  return [
    ...(isProviderCompany(companyId) ? [demonstrationNotice()] : []),
    ...(availability.state === 'read-only' ? [readOnlyNotice(availability.reason)] : []),
    ...(availability.state === 'absent' ? [absentNotice(availability.reason)] : []),
  ];
}

function demonstrationNotice(): TemplateResult {
  return notice({
    tone: 'info',
    title: msg('This is your own company.'),
    text: msg('Taskfire serves for demonstration and training here. Its licences are never billed.'),
  });
}

function readOnlyNotice(reason: 'permission-missing' | 'api-read-only'): TemplateResult {
  return notice({
    tone: 'info',
    title: msg('You can look, but not change.'),
    text:
      reason === 'permission-missing'
        ? msg(
            'Your security level lacks the permission “Configure client portal and Taskfire”. Ask a PSA administrator for it.',
          )
        : msg('The PSA’s API offers Taskfire for reading only. Change it in the PSA’s own form.'),
  });
}

function absentNotice(reason: 'no-api' | 'not-connected'): TemplateResult {
  return notice({
    tone: 'info',
    title: msg('Taskfire cannot be changed through this connection.'),
    text:
      reason === 'not-connected'
        ? isInExtension()
          ? msg('Set up a connection that provides it in the extension’s options, or use the PSA’s own form.')
          : msg('This application has no connection that provides it. Use the PSA’s own form.')
        : msg('The PSA has no public API for it. Use the PSA’s own form.'),
  });
}

/** What others did since one started, and that one's own entries are still there. */
export function meanwhileNotice(changes: readonly string[], keeps = true): TemplateResult | typeof nothing {
  if (changes.length === 0) return nothing;
  return notice({
    tone: 'warn',
    title: msg('Somebody else has changed this meanwhile.'),
    text: html`${changes.join(' ')} ${keeps ? msg('Your entries are still here.') : nothing}`,
    isUrgent: true,
  });
}

/** Why a change was not made. What others did is told by `meanwhileNotice`, where it shows. */
export function refusalNotice(
  error: PortalError | undefined,
  changes: readonly string[],
): TemplateResult | typeof nothing {
  if (error === undefined || (isChangedMeanwhile(error) && changes.length > 0)) return nothing;
  const problems = error.as('validation')?.problems ?? [];
  const words = problems.flatMap((problem) => taskfireProblemWords(problem) ?? []);
  if (words.length === 0) return errorNotice(error);
  return notice({
    tone: 'bad',
    title: msg('Nothing was changed.'),
    text: [...new Set(words)].join(' '),
    isUrgent: true,
  });
}
