import { msg, str } from '@lit/localize';
import type { Job, JobStep } from '../../contract/index.js';
import { numberWords } from '../shared/index.js';
import { jobTitle, leftOf } from './job-words.js';

/** What is asked before something that cannot simply be taken back. */
export interface JobQuestion {
  readonly title: string;
  /** What will happen, a sentence each. */
  readonly effects: readonly string[];
  /** What will not, or not any more. */
  readonly limits: readonly string[];
  /** The verb on the button. */
  readonly confirm: string;
}

export function cancelQuestion(job: Job): JobQuestion {
  const left = leftOf(job.counts);
  const done = numberWords(job.counts.done);
  return {
    title: msg(str`Cancel “${jobTitle(job)}”?`),
    effects: [
      left === 1
        ? msg('The contact that is left stays as it is. Steps under way are still ended properly.')
        : msg(
            str`The ${numberWords(left)} contacts that are left stay as they are. Steps under way are still ended properly.`,
          ),
      msg(str`What is done (${done}) stays done. You can undo it afterwards.`),
    ],
    limits: [msg('A cancelled job cannot go on. To stop for a while, pause it instead.')],
    confirm: msg('Cancel the job'),
  };
}

export function forgetQuestion(job: Job): JobQuestion {
  const passwords = job.hasPasswords
    ? [msg('The initial passwords that nobody has taken yet are lost. They can only be reset in the PSA.')]
    : [];
  return {
    title: msg(str`Remove “${jobTitle(job)}” from the list?`),
    effects: [msg('Nothing changes in the PSA. What the job wrote stays in the journal.')],
    limits: [
      ...passwords,
      msg('Its result can no longer be seen or exported, and it cannot be undone any more.'),
    ],
    confirm: msg('Remove'),
  };
}

/** How many of a job's steps did what, as far as taking it back goes. */
interface Deeds {
  created: number;
  activated: number;
  deactivated: number;
  changed: number;
}

function deedsOf(steps: readonly JobStep[]): Deeds {
  const deeds: Deeds = { created: 0, activated: 0, deactivated: 0, changed: 0 };
  for (const { planned, state } of steps) {
    if (state !== 'done' || planned.action === 'refused') continue;
    if (planned.action === 'create') deeds.created += 1;
    else if (planned.change.isActive === true && !planned.before.isActive) deeds.activated += 1;
    else if (planned.change.isActive === false && planned.before.isActive) deeds.deactivated += 1;
    else deeds.changed += 1;
  }
  return deeds;
}

/** What becomes of them when the job is undone; nothing is said of what it did not do. */
function deedWords({ created, activated, deactivated, changed }: Deeds): string[] {
  const told = (count: number, one: string, several: string): string[] => {
    if (count === 0) return [];
    return [count === 1 ? one : several];
  };
  return [
    ...told(
      created,
      msg('The login that it created is deactivated; nobody can sign in with it.'),
      msg(str`${numberWords(created)} logins that it created are deactivated; nobody can sign in with them.`),
    ),
    ...told(
      activated,
      msg('The login that it activated is deactivated again.'),
      msg(str`${numberWords(activated)} logins that it activated are deactivated again.`),
    ),
    ...told(
      deactivated,
      msg('The login that it deactivated works again.'),
      msg(str`${numberWords(deactivated)} logins that it deactivated work again.`),
    ),
    ...told(
      changed,
      msg('1 login gets its earlier values back.'),
      msg(str`${numberWords(changed)} logins get their earlier values back.`),
    ),
  ];
}

export function undoQuestion(job: Job, steps: readonly JobStep[]): JobQuestion {
  const { created } = deedsOf(steps);
  return {
    title: msg(str`Undo “${jobTitle(job)}”?`),
    effects: [
      ...deedWords(deedsOf(steps)),
      msg('Logins that somebody else has changed since are left alone, and the result names them.'),
    ],
    limits: [
      ...(created > 0
        ? [
            msg(
              'Logins cannot be deleted, only deactivated: the PSA offers no way. Their user names stay taken.',
            ),
          ]
        : []),
      msg('Mails that the PSA may have sent cannot be called back.'),
    ],
    confirm: msg('Undo'),
  };
}
