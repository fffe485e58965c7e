import { msg, str } from '@lit/localize';
import type { Job } from '../../contract/index.js';
import { numberWords } from '../shared/index.js';
import { jobSummary, jobTitle, longWait, totalOf, waitingWords } from './job-words.js';

/** ms between two sentences about mere progress. */
const QUIET = 30_000;

/**
 * What a screen reader hears of a job: at once when its state changes, and of its progress no more than every half
 * minute, so that one can go on working beside it.
 */
export class JobAnnouncements {
  #last: Job | undefined;
  #spokenAt = 0;

  constructor(
    private readonly announce: (sentence: string) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  see(job: Job): void {
    const before = this.#last;
    this.#last = job;
    // The first sight is read like any other text; another job in the same card as well.
    if (before?.id !== job.id) this.#spokenAt = this.now();
    else if (isOtherState(before, job)) this.#speak(stateSentence(job));
    else if (job.state === 'running' && this.now() - this.#spokenAt >= QUIET)
      this.#speak(progressSentence(job));
  }

  #speak(sentence: string): void {
    this.#spokenAt = this.now();
    this.announce(sentence);
  }
}

function isOtherState(before: Job, job: Job): boolean {
  return before.state !== job.state || longWait(before)?.error.code !== longWait(job)?.error.code;
}

function stateSentence(job: Job): string {
  const waiting = longWait(job);
  if (waiting === undefined) return jobSummary(job);
  const { title, text } = waitingWords(waiting);
  return `${jobTitle(job)}: ${title} ${text}`;
}

function progressSentence(job: Job): string {
  const done = numberWords(job.counts.done);
  const total = numberWords(totalOf(job.counts));
  return msg(str`${jobTitle(job)}: ${done} of ${total} done.`);
}
