import type { IDBPTransaction } from 'idb';
import { PortalError } from '../../contract/index.js';
import {
  storageError,
  type Database,
  type JobRecord,
  type PortalSchema,
  type StepRecord,
  type StepState,
} from '../database/index.js';
import { recounted, settledJob } from './job-record.js';
import type { Advance, Advanced, JobStore } from './job-store.js';

type Writing = IDBPTransaction<PortalSchema, ('jobs' | 'steps')[], 'readwrite'>;

/** All steps of a job. An array is greater than any number or text, so it ends the range. */
const ofJob = (jobId: string) => IDBKeyRange.bound([jobId], [jobId, []]);
const ofState = (jobId: string, state: StepState) => IDBKeyRange.bound([jobId, state], [jobId, state, []]);

/** Jobs in IndexedDB. */
export function createJobStore(database: Database, now: () => Date = () => new Date()): JobStore {
  /** Runs the work in one transaction. An error anywhere undoes all of it. */
  async function write<T>(work: (transaction: Writing) => Promise<T>): Promise<T> {
    const opened = await database();
    // Strict: a step is on disk as running before it is sent, also for a computer that loses power.
    const transaction = opened.transaction(['jobs', 'steps'], 'readwrite', { durability: 'strict' });
    const ended = transaction.done.then(
      () => null,
      (thrown: unknown) => storageError(thrown),
    );
    try {
      const result = await work(transaction);
      const failure = await ended;
      if (failure !== null) throw failure;
      return result;
    } catch (thrown) {
      if (!(thrown instanceof PortalError)) throw (await ended) ?? storageError(thrown);
      abort(transaction);
      throw thrown;
    }
  }

  async function read<T>(work: (opened: Awaited<ReturnType<Database>>) => Promise<T>): Promise<T> {
    const opened = await database();
    return work(opened).catch((thrown: unknown) => {
      throw storageError(thrown);
    });
  }

  return {
    add: (job, steps) =>
      write(async (transaction) => {
        const known = await transaction.objectStore('jobs').get(job.id);
        if (known !== undefined) return known;
        const store = transaction.objectStore('steps');
        await Promise.all([
          transaction.objectStore('jobs').add(job),
          ...steps.map((step) => store.add(step)),
        ]);
        return job;
      }),
    find: (jobId) => read((opened) => opened.get('jobs', jobId)),
    list: async () => (await read((opened) => opened.getAllFromIndex('jobs', 'by-age'))).reverse(),
    steps: (jobId, from, count) =>
      read((opened) => opened.getAll('steps', IDBKeyRange.bound([jobId, from], [jobId, []]), count)),
    stepsIn: (jobId, state) =>
      read((opened) => opened.getAllFromIndex('steps', 'by-state', ofState(jobId, state))),
    advance: (jobId, change) =>
      write((transaction) => advance(transaction, jobId, change, now().toISOString())),
    remove: (jobId) =>
      write(async (transaction) => {
        await transaction.objectStore('steps').delete(ofJob(jobId));
        await transaction.objectStore('jobs').delete(jobId);
      }),
  };
}

/** Undoes what was written so far; one that has ended by itself needs no more. */
function abort(transaction: Writing): void {
  try {
    transaction.abort();
  } catch {
    // It has ended.
  }
}

async function advance(transaction: Writing, jobId: string, change: Advance, at: string): Promise<Advanced> {
  const stored = await transaction.objectStore('jobs').get(jobId);
  if (stored === undefined) throw new PortalError({ code: 'not-found' });
  let job: JobRecord = change.job?.(stored) ?? stored;
  const put = async (steps: readonly StepRecord[]): Promise<void> => {
    for (const [from, to] of await putSteps(transaction, steps))
      job = { ...job, counts: recounted(job.counts, from, to) };
  };
  await put(change.steps ?? []);
  if (change.each !== undefined)
    await put((await inState(transaction, jobId, change.each.in)).map(change.each.become));
  const claimed = await claimable(transaction, job, change.claim ?? 0);
  const running = claimed.map((step): StepRecord => ({ ...step, state: 'running', at }));
  await put(running);
  job = settledJob({ ...job, changedAt: at });
  await transaction.objectStore('jobs').put(job);
  return { job, claimed: running };
}

/** Resolves to the state that each had, and the one it has now. */
async function putSteps(
  transaction: Writing,
  steps: readonly StepRecord[],
): Promise<(readonly [StepState, StepState])[]> {
  const store = transaction.objectStore('steps');
  return Promise.all(
    steps.map(async (step) => {
      const before = await store.get([step.jobId, step.index]);
      if (before === undefined) throw new PortalError({ code: 'not-found' });
      await store.put(step);
      return [before.state, step.state] as const;
    }),
  );
}

function inState(
  transaction: Writing,
  jobId: string,
  state: StepState,
  most?: number,
): Promise<StepRecord[]> {
  return transaction.objectStore('steps').index('by-state').getAll(ofState(jobId, state), most);
}

async function claimable(transaction: Writing, job: JobRecord, most: number): Promise<StepRecord[]> {
  return most > 0 && job.state === 'running' ? inState(transaction, job.id, 'planned', most) : [];
}
