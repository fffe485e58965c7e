import { describe, expect, it } from 'vitest';
import { planAgain } from '../../../src/components/job-list/plan-again.js';
import type { Job, JobStep } from '../../../src/contract/index.js';
import { FLORIST_WITH_TASKFIRE, manyContacts, openBulk, type Stage } from './stage.js';

const rows = manyContacts(6).map((row) => ({
  portalUser: null,
  contact: { ...row.contact, isActive: true, email: `${row.contact.id}@oberdorf.example` },
}));

async function ended(stage: Stage, { id }: Job): Promise<Job> {
  let job: Job | undefined;
  for (let tries = 0; tries < 500; tries += 1) {
    job = (await stage.jobs.list()).find((one) => one.id === id);
    if (job?.state === 'finished') return job;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`The job stands at ${job?.state ?? 'nothing'}.`);
}

async function stepsOf(stage: Stage, { id }: Job): Promise<JobStep[]> {
  const steps: JobStep[] = [];
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
    const page = await stage.jobs.steps(id, cursor);
    steps.push(...page.steps);
    cursor = page.next;
  }
  return steps;
}

/** Gives somebody of another company the user name. */
async function take(stage: Stage, userName: string): Promise<void> {
  const page = await stage.admin.contacts(FLORIST_WITH_TASKFIRE, null);
  const holder = page.rows.find(({ portalUser }) => portalUser !== null)?.portalUser;
  if (holder == null) throw new Error('Nobody has a login there.');
  await stage.admin.changePortalUser(FLORIST_WITH_TASKFIRE, holder.id, { userName }, null);
}

async function start(stage: Stage): Promise<Job> {
  const before = stage.started.length;
  await stage.click('.consent input');
  await stage.click('.start');
  await stage.until(() => stage.started.length > before);
  const job = stage.started.at(-1);
  if (job === undefined) throw new Error('Nothing was started.');
  return ended(stage, job);
}

describe('a user name that somebody takes between plan and job', () => {
  it('fails by its own row, which is planned again with another name and nothing else anew (U8)', async () => {
    const stage = await openBulk({ rows, asks: true });
    await stage.open('activate');
    await stage.enter('#otherwise', '3');
    await stage.check();
    const [victim] = rows;
    await take(stage, victim?.contact.email ?? '');
    const first = await start(stage);
    expect(first.counts).toMatchObject({ done: 5, failed: 1 });

    const again = planAgain(await stepsOf(stage, first));
    await stage.set(again);
    expect(stage.words).toContain(
      `Somebody else has these user names by now: ${victim?.contact.email ?? ''}.`,
    );
    expect(stage.root.querySelector('#otherwise')).toBeNull();
    expect(stage.all('.preview code')).toHaveLength(1);
    await stage.check();
    expect(stage.counts).toEqual(['All 1', 'New login 1']);
    const second = await start(stage);
    expect(second.counts).toMatchObject({ done: 1, failed: 0 });
    const [step] = await stepsOf(stage, second);
    expect(step?.after).toMatchObject({ contactId: victim?.contact.id, securityLevel: 3 });
    expect(step?.after?.userName).not.toBe(victim?.contact.email);
  });

  it('leads straight to the table where nothing is to be said', async () => {
    const stage = await openBulk({ rows });
    const [one] = rows;
    const given = {
      userName: 'one@x.example',
      securityLevel: 1,
      dateFormat: 15,
      timeFormat: 3,
      numberFormat: 2,
    };
    await stage.set({
      action: 'activate',
      targets: [{ contactId: one?.contact.id ?? -1, given }],
      takenNames: [],
    });
    await stage.untilPlan();
    expect(stage.table[0]?.[2]).toBe('one@x.example');
    expect(stage.root.querySelector('.back')).toBeNull();
  });
});
