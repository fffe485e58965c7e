import { msg, str } from '@lit/localize';
import type { BulkAction, BulkSummary, Deed, PatternProblem, Placeholder } from '../../model/index.js';
import { shortRefusal } from '../job-list/refusal-words.js';
import { numberWords } from '../shared/index.js';

/** What is about to be done, as a heading. */
export function actionTitle(action: BulkAction, count: number): string {
  const contacts = numberWords(count);
  switch (action) {
    case 'activate':
      return count === 1 ? msg('Activate 1 contact') : msg(str`Activate ${contacts} contacts`);
    case 'deactivate':
      return count === 1 ? msg('Deactivate 1 contact') : msg(str`Deactivate ${contacts} contacts`);
    case 'change-level':
      return count === 1
        ? msg('Change the security level of 1 contact')
        : msg(str`Change the security level of ${contacts} contacts`);
    case 'change-formats':
      return count === 1
        ? msg('Change the formats of 1 contact')
        : msg(str`Change the formats of ${contacts} contacts`);
  }
}

export function actionName(action: BulkAction): string {
  switch (action) {
    case 'activate':
      return msg('Activate');
    case 'deactivate':
      return msg('Deactivate');
    case 'change-level':
      return msg('Change level');
    case 'change-formats':
      return msg('Change formats');
  }
}

export function placeholderName(placeholder: Placeholder): string {
  switch (placeholder) {
    case 'email':
      return msg('e-mail address');
    case 'mailbox':
      return msg('e-mail before the @');
    case 'domain':
      return msg('e-mail after the @');
    case 'first':
      return msg('first name');
    case 'last':
      return msg('last name');
    case 'f':
      return msg('initial of the first name');
    case 'l':
      return msg('initial of the last name');
    case 'id':
      return msg('contact ID');
    case 'number':
      return msg('number, where the name is taken');
  }
}

export function patternProblemWords(problem: PatternProblem): string {
  switch (problem.code) {
    case 'pattern-empty':
      return msg('Enter a pattern, for example {first}.{last}');
    case 'pattern-brace':
      return msg('A curly brace has no partner. Write {{ or }} where you mean the sign itself.');
    case 'pattern-placeholder':
      return msg(str`There is nothing called {${problem.text}}. Use the parts below.`);
    case 'pattern-characters':
      return msg(str`“${problem.text}” has signs that no user name may have.`);
  }
}

/** In the order in which they are shown. */
export const deeds = [
  'created',
  'reactivated',
  'deactivated',
  'changed',
  'refused',
] as const satisfies readonly Deed[];

export function deedWords(deed: Deed): string {
  switch (deed) {
    case 'created':
      return msg('New login');
    case 'reactivated':
      return msg('Activated again');
    case 'deactivated':
      return msg('Deactivated');
    case 'changed':
      return msg('Changed');
    case 'refused':
      return msg('Refused');
  }
}

/** "12 no e-mail address, 3 user name taken". */
export function reasonCounts({ reasons }: Pick<BulkSummary, 'reasons'>): string {
  return reasons.map(([reason, count]) => `${numberWords(count)} ${shortRefusal(reason)}`).join(', ');
}

/** The counts of a plan as a sentence. */
export function planWords(summary: BulkSummary): string {
  const counts = deeds
    .filter((deed) => summary[deed] > 0)
    .map((deed) => `${deedWords(deed)}: ${numberWords(summary[deed])}`);
  return [...counts, reasonCounts(summary)].filter((words) => words !== '').join(', ');
}

const stages = { selection: ['rules', 'plan'], csv: ['file', 'rules', 'plan'] } as const;

/** Which step it is, and what it is about. */
export function stepTitle(from: keyof typeof stages, stage: 'file' | 'rules' | 'plan'): string {
  const order: readonly string[] = stages[from];
  const place = order.indexOf(stage) + 1;
  const step = msg(str`Step ${place} of ${order.length}`);
  switch (stage) {
    case 'file':
      return `${step}: ${msg('whom the file names')}`;
    case 'rules':
      return `${step}: ${msg('rules')}`;
    case 'plan':
      return `${step}: ${msg('what will happen. Nothing has been changed yet.')}`;
  }
}
