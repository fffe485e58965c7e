import { msg } from '@lit/localize';
import { nothing } from 'lit';
import type { PortalError, PortalJobs } from '../../contract/index.js';
import { errorNotice, notice } from '../shared/index.js';

/** What keeps a change of many contacts from being started. */
export function startTrouble(
  error: PortalError | undefined,
  isLoading: boolean,
  jobs: PortalJobs | undefined,
): unknown {
  if (error !== undefined) return errorNotice(error);
  if (isLoading)
    return notice({
      tone: 'info',
      title: msg('The contacts are still being loaded.'),
      text: msg('You can go on as soon as all are there: only then it is known which user names are free.'),
    });
  if (jobs !== undefined) return nothing;
  return notice({
    tone: 'warn',
    title: msg('This app cannot change many contacts at once.'),
    text: msg(
      'It has no place where such a job could run. You can see what would happen, but not start it. Change the contacts one by one.',
    ),
  });
}
