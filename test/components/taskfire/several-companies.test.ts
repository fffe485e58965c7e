import { describe, expect, it } from 'vitest';
import { DAIRY, FLORIST_WITH_TASKFIRE, openTaskfire, type Stage } from './stage.js';

async function turnTo(stage: Stage, companyId: number, isThere: string): Promise<void> {
  stage.element.companyId = companyId;
  await stage.until(() => stage.has(isThere));
}

const toDairy = (stage: Stage): Promise<void> => turnTo(stage, DAIRY, '.enable');
const toFlorist = (stage: Stage): Promise<void> => turnTo(stage, FLORIST_WITH_TASKFIRE, '#contract');
const leave = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('<portal-taskfire> turned from company to company', () => {
  it('brings back what was chosen, says so until the next choice, and saves it', async () => {
    const stage = await openTaskfire();
    await stage.choose('#contract', '29690');
    await toDairy(stage);
    expect(leave()).toBe(true);
    await toFlorist(stage);
    expect(stage.get('#contract')).toHaveProperty('value', '29690');
    expect(stage.row('billing')).toContain('What you had entered here is back. It is not saved yet.');
    await stage.press('.billing .primary');
    await stage.until(() => stage.has('.done'));
    expect((await stage.taskfire())?.billing?.contractId).toBe(29_690);
    expect(stage.row('billing')).not.toContain('is back');
    expect(leave()).toBe(false);
  });

  it('says what somebody else changed while it waited', async () => {
    const stage = await openTaskfire();
    await stage.choose('#contract', '29690');
    await toDairy(stage);
    stage.admin.taskfireByAnother.bill(FLORIST_WITH_TASKFIRE, null);
    await toFlorist(stage);
    expect(stage.text('.notice.warn')).toContain('The licence fee is no longer added to a contract.');
    expect(stage.get('#contract')).toHaveProperty('value', '29690');
  });

  it('says nothing of a save that ends after another company is shown, and nothing waits then', async () => {
    const stage = await openTaskfire();
    await stage.choose('#contract', '29690');
    const save = stage.admin.setTaskfireBilling.bind(stage.admin);
    let [go, ended] = [(): void => undefined, (): void => undefined];
    const isEnded = new Promise<void>((resolve) => (ended = resolve));
    stage.admin.setTaskfireBilling = async (...args) => {
      await new Promise<void>((resolve) => (go = resolve));
      const taskfire = await save(...args);
      ended();
      return taskfire;
    };
    const events: Event[] = [];
    stage.element.addEventListener('portal-taskfire-changed', (event) => events.push(event));
    await stage.press('.billing .primary');
    await toDairy(stage);
    expect(leave()).toBe(true);
    go();
    await isEnded;
    await stage.until(() => !leave());
    expect(stage.has('.done')).toBe(false);
    expect(events).toEqual([]);
    await stage.press('.enable');
    await stage.until(() => stage.has('.accept'));
  });

  it('keeps what could not be saved where another company is shown', async () => {
    const stage = await openTaskfire();
    await stage.choose('#contract', '29690');
    let refuse = (): void => undefined;
    const save = stage.admin.setTaskfireBilling.bind(stage.admin);
    stage.admin.fail({ method: 'setTaskfireBilling', error: { code: 'offline' } });
    stage.admin.setTaskfireBilling = async (...args) => {
      await new Promise<void>((resolve) => (refuse = resolve));
      return save(...args);
    };
    await stage.press('.billing .primary');
    await toDairy(stage);
    refuse();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(stage.has('.notice.bad')).toBe(false);
    await toFlorist(stage);
    expect(stage.get('#contract')).toHaveProperty('value', '29690');
    expect(stage.has('.billing .primary:not([disabled])')).toBe(true);
  });
});
