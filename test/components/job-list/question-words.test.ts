import { describe, expect, it } from 'vitest';
import { cancelQuestion, undoQuestion } from '../../../src/components/job-list/question-words.js';
import type { Job } from '../../../src/contract/index.js';
import { createMemoryClient, createMemoryJobs } from '../../../src/clients/memory/index.js';
import { activateAll, withContacts } from './plans.js';

/** The job as it stands before and after it has activated so many contacts. */
async function ended(contacts: number) {
  const seed = withContacts(40);
  const jobs = createMemoryJobs(createMemoryClient({ seed }));
  const plan = activateAll(seed);
  const creations = plan.steps.filter(({ action }) => action === 'create');
  const draft = { ...plan, steps: creations.slice(0, contacts) };
  const begun = await jobs.start(draft);
  const isOver = async (): Promise<Job | undefined> =>
    (await jobs.list()).find(({ id, state }) => id === draft.id && state === 'finished');
  await expect.poll(isOver).toBeDefined();
  return { begun, job: (await isOver()) ?? begun, steps: (await jobs.steps(draft.id, null)).steps };
}

describe('what is asked before a job is cancelled or undone', () => {
  it('speaks of one contact as of one', async () => {
    const { begun, job, steps } = await ended(1);
    expect(cancelQuestion(begun).effects[0]).toContain('The contact that is left stays as it is.');
    expect(undoQuestion(job, steps).effects[0]).toContain('The login that it created is deactivated');
  });

  it('counts several', async () => {
    const { begun, job, steps } = await ended(3);
    expect(cancelQuestion(begun).effects[0]).toContain('The 3 contacts that are left stay as they are.');
    expect(undoQuestion(job, steps).effects[0]).toContain('3 logins that it created are deactivated');
  });
});
