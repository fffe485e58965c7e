import { msg, str } from '@lit/localize';
import { PortalError, type Job, type JobCounts } from '../../contract/index.js';
import { describeError, momentWords, numberWords, type Tone } from '../shared/index.js';

/** With how many contacts a job has to do. */
export function totalOf(counts: JobCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** How many steps are still to be done or under way. */
export function leftOf({ planned, running }: JobCounts): number {
  return planned + running;
}

/** What the job is, for example "Activate 200 contacts". */
export function jobTitle(job: Job): string {
  const total = totalOf(job.counts);
  const count = numberWords(total);
  if (job.undoes !== null)
    return total === 1 ? msg('Undo a job for 1 contact') : msg(str`Undo a job for ${count} contacts`);
  switch (job.kind) {
    case 'activate':
      return total === 1 ? msg('Activate 1 contact') : msg(str`Activate ${count} contacts`);
    case 'deactivate':
      return total === 1 ? msg('Deactivate 1 contact') : msg(str`Deactivate ${count} contacts`);
    case 'change':
      return total === 1 ? msg('Change 1 login') : msg(str`Change ${count} logins`);
  }
}

/** ms. A pause after an error that is shorter than this is no news. */
const LONG_WAIT = 5_000;

/** Why nothing moves, where that lasts long enough to tell. */
export function longWait({ state, waiting, changedAt }: Job): NonNullable<Job['waiting']> | undefined {
  if (state !== 'running' || waiting === null) return undefined;
  const { until } = waiting;
  const isLong = until === null || Date.parse(until) - Date.parse(changedAt) >= LONG_WAIT;
  return isLong ? waiting : undefined;
}

export interface StateWords {
  readonly tone: Tone | 'off';
  readonly words: string;
}

/** Where the job stands, in a word or two. */
export function jobState(job: Job): StateWords {
  switch (job.state) {
    case 'running':
      if (longWait(job) !== undefined) return { tone: 'warn', words: msg('Waiting') };
      return { tone: 'info', words: msg('Running') };
    case 'paused':
      return job.counts.running > 0
        ? { tone: 'off', words: msg('Pausing …') }
        : { tone: 'off', words: msg('Paused') };
    case 'cancelled':
      return { tone: 'off', words: msg('Cancelled') };
    case 'finished':
      return job.counts.failed > 0
        ? { tone: 'bad', words: msg('Finished with failures') }
        : { tone: 'good', words: msg('Finished') };
  }
}

export interface CountWords {
  readonly state: 'done' | 'failed' | 'refused' | 'cancelled' | 'left';
  readonly words: string;
}

/** The counts that say something, the same ones that the bar shows. */
export function countWords(counts: JobCounts): CountWords[] {
  const done = numberWords(counts.done);
  const failed = numberWords(counts.failed);
  const refused = numberWords(counts.refused);
  const cancelled = numberWords(counts.cancelled);
  const left = numberWords(leftOf(counts));
  const all: (CountWords & { count: number })[] = [
    { state: 'done', count: Math.max(1, counts.done), words: msg(str`${done} done`) },
    { state: 'failed', count: counts.failed, words: msg(str`${failed} failed`) },
    { state: 'refused', count: counts.refused, words: msg(str`${refused} refused`) },
    { state: 'cancelled', count: counts.cancelled, words: msg(str`${cancelled} not done`) },
    { state: 'left', count: leftOf(counts), words: msg(str`${left} left`) },
  ];
  return all.filter(({ count }) => count > 0).map(({ state, words }) => ({ state, words }));
}

/** Why nothing moves, and what has to happen so that it goes on. */
export function waitingWords({ error, until }: NonNullable<Job['waiting']>): { title: string; text: string } {
  const { what, next } = describeError(new PortalError(error));
  const isLimit = error.code === 'rate-limited';
  const title = isLimit ? msg('The API’s hourly limit is reached.') : what;
  if (until === null) return { title, text: error.code === 'locked' ? unlockWords() : next };
  const time = momentWords(until);
  if (error.code === 'auth' || error.code === 'storage-full')
    return { title, text: `${next} ${msg(str`It is tried again at ${time} by itself.`)}` };
  return { title, text: msg(str`It goes on at ${time} by itself; nothing is lost.`) };
}

function unlockWords(): string {
  return msg('Unlock the vault in the extension’s options to go on.');
}

/** How long it still takes, rounded as far as it can be known. */
export function remainingWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return msg('Less than a minute left');
  if (minutes === 1) return msg('About a minute left');
  if (minutes < 90) return msg(str`About ${minutes} minutes left`);
  const hours = numberWords(Math.round(minutes / 60));
  return msg(str`About ${hours} hours left`);
}

/** The whole as a sentence, for whoever does not see the card. */
export function jobSummary(job: Job): string {
  const counts = countWords(job.counts)
    .map(({ words }) => words)
    .join(', ');
  return `${jobTitle(job)}, ${job.companyName}: ${jobState(job).words}. ${counts}.`;
}
