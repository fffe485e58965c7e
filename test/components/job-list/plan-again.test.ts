import { elementUpdated } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { planAgain } from '../../../src/components/job-list/plan-again.js';
import type { JobStep, PortalErrorData } from '../../../src/contract/index.js';
import { openJobs } from './stage.js';

const account = { securityLevel: 1, dateFormat: 15, timeFormat: 3, numberFormat: 2 };
const before = { ...account, id: 9, contactId: 8, userName: 'b@x.example', isActive: false };

function create(index: number, userName: string, more: Partial<JobStep>): JobStep {
  const contactId = index + 1;
  return {
    ...{ index, after: null, at: '2026-11-24T10:00:00Z', state: 'failed', error: null },
    planned: {
      ...{ action: 'create', contactId, contactName: 'x' },
      account: { contactId, userName, isActive: true, ...account },
    },
    ...more,
  };
}

const refused = (field: string, code: string): Pick<JobStep, 'error'> => ({
  error: { code: 'validation', problems: [{ path: [field], code }] },
});

describe('what failed in a job', () => {
  it('is planned again with all that was decided but what was refused (U8)', () => {
    const steps: JobStep[] = [
      create(0, 'a@x.example', refused('userName', 'user-name-taken')),
      create(1, 'c@x.example', { state: 'done' }),
      create(2, 'd@x.example', refused('securityLevel', 'level-unknown')),
      create(3, 'e@x.example', { error: { code: 'forbidden' } }),
      {
        ...create(4, '', refused('isActive', 'changed-meanwhile')),
        planned: {
          ...{ action: 'change', contactId: 8, contactName: 'y', before },
          change: { isActive: true, securityLevel: 3 },
        },
      },
    ];
    expect(planAgain(steps)).toEqual({
      action: 'activate',
      targets: [
        { contactId: 1, given: account },
        { contactId: 3, given: { userName: 'd@x.example', dateFormat: 15, timeFormat: 3, numberFormat: 2 } },
        { contactId: 4, given: { userName: 'e@x.example', ...account } },
        { contactId: 8, given: { securityLevel: 3 } },
      ],
      takenNames: ['a@x.example'],
    });
  });

  const taken: PortalErrorData = {
    code: 'validation',
    problems: [{ path: ['userName'], code: 'user-name-taken' }],
  };

  it('is offered where somebody can make a new plan, and told whole', async () => {
    const stage = await openJobs({
      admin: { failures: [{ method: 'createPortalUser', error: taken, times: 2 }] },
    });
    await stage.untilState('Finished with failures');
    expect(stage.actions).toEqual(['retry', 'undo', 'forget']);
    stage.element.plansAgain = true;
    await elementUpdated(stage.element);
    await stage.until(() => stage.actions.includes('plan-again'));
    const told: HTMLElementEventMap['portal-plan-again'][] = [];
    stage.element.addEventListener('portal-plan-again', (event) => told.push(event));
    await stage.click('[data-action=plan-again]');
    await stage.until(() => told.length === 1);
    expect(told[0]?.detail.companyId).toBe(174);
    expect(told[0]?.detail.again.takenNames).toHaveLength(2);
    expect(told[0]?.detail.again.targets.map(({ given }) => given?.securityLevel)).toEqual([1, 1]);
  });

  it('is not offered of an undo, nor where nothing is to be decided anew', async () => {
    const stage = await openJobs();
    stage.element.plansAgain = true;
    await stage.untilState('Finished');
    expect(stage.actions).toEqual(['undo', 'forget']);
    stage.admin.fail({ method: 'changePortalUser', error: { code: 'forbidden' }, times: 99 });
    await stage.confirm('undo');
    await stage.until(() => stage.cards.length === 2);
    const [undo] = stage.cards;
    await stage.until(() => undo !== undefined && stage.text('.pill', undo) === 'Finished with failures');
    expect(undo?.querySelector('[data-action=retry]')).not.toBeNull();
    expect(undo?.querySelector('[data-action=plan-again]')).toBeNull();
  });
});
