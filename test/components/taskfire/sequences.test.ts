import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementUpdated } from '@open-wc/testing';
import { FLORIST_WITH_TASKFIRE, openWithUsers, type Stage } from './stage.js';

/** What somebody may press or choose, whether or not it makes sense now. */
const presses = [
  '.enable',
  'input[name="fees"]',
  'input[name="authority"]',
  '.accept',
  '.acknowledgment',
  '.close',
  '.billing .primary',
  '.billing .plain',
  '.remove',
  '.undo',
  '.disable',
  '.primary.danger',
  '.keep',
  '.leave',
] as const;
const choices = [
  ['#contract', ''],
  ['#contract', '29684'],
  ['#contract', '29690'],
  ['#service', '7302'],
  ['#service', '7310'],
  ['#move-4', '1'],
  ['#move-5', '3'],
] as const;
const others = ['enable', 'disable', 'bill', 'level'] as const;

const step = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...presses).map((press) => ({ press })) },
  { weight: 3, arbitrary: fc.constantFrom(...choices).map((choose) => ({ choose })) },
  { weight: 1, arbitrary: fc.constantFrom(...others).map((other) => ({ other })) },
);
type Step = { press: string } | { choose: readonly [string, string] } | { other: (typeof others)[number] };

async function take(stage: Stage, one: Step): Promise<void> {
  if ('press' in one) stage.find(one.press)?.click();
  else if ('choose' in one) choose(stage, ...one.choose);
  else await byAnother(stage, one.other);
  await new Promise((resolve) => setTimeout(resolve, 15));
  await elementUpdated(stage.element);
}

function choose(stage: Stage, selector: string, value: string): void {
  const select = stage.find(selector);
  if (!(select instanceof HTMLSelectElement)) return;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Somebody else in the PSA: what they may not do is refused to them too. */
async function byAnother(stage: Stage, other: (typeof others)[number]): Promise<void> {
  const { taskfireByAnother } = stage.admin;
  try {
    if (other === 'enable') taskfireByAnother.enable(FLORIST_WITH_TASKFIRE);
    else if (other === 'bill') taskfireByAnother.bill(FLORIST_WITH_TASKFIRE, null);
    else if (other === 'disable') taskfireByAnother.disable(FLORIST_WITH_TASKFIRE, bothMoved);
    else await stage.give(4, 2);
  } catch {
    return;
  }
  await stage.element.reload();
}
const bothMoved = [4, 5].map((from) => ({ from, to: 1 }));

describe('<portal-taskfire> whatever is pressed', () => {
  it('shows what is so, and brings the company into no state that the rules forbid (T1, T2, T3, T5)', async () => {
    const sequences = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
      const stage = await openWithUsers();
      for (const one of steps) await take(stage, one);
      await stage.element.reload();
      await elementUpdated(stage.element);
      const taskfire = await stage.taskfire();
      expect(stage.text('.pill')).toBe(taskfire === undefined ? 'Not active' : 'Active');
      if (taskfire !== undefined)
        expect(stage.text('.licences')).toMatch(new RegExp(`^${taskfire.licences} `));
      const { rows } = await stage.admin.contacts(FLORIST_WITH_TASKFIRE, null);
      const levels = rows.flatMap(({ portalUser }) => portalUser?.securityLevel ?? []);
      if (taskfire === undefined) expect(levels.filter((level) => level === 4 || level === 5)).toEqual([]);
      stage.element.remove();
    });
    await fc.assert(sequences, { numRuns: 15 });
  });
});
