import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { DAIRY, openTaskfire, openWithUsers, type Stage } from './stage.js';

/** In a dialog it never goes round: Firefox would lead to its own controls there. */
async function tabTo(stage: Stage, selector: string, backwards = false): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    if (stage.focused?.matches(selector) === true) return;
    await userEvent.keyboard(backwards ? '{Shift>}{Tab}{/Shift}' : '{Tab}');
  }
  throw new Error(`The Tab key does not lead to ${selector}.`);
}

describe('<portal-taskfire> keyboard', () => {
  it('enables Taskfire: read, confirm, accept', async () => {
    const stage = await openTaskfire({}, DAIRY);
    await tabTo(stage, '.enable');
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.focused?.matches('.text') === true);
    await tabTo(stage, 'input[name="fees"]');
    await userEvent.keyboard(' ');
    await tabTo(stage, '.accept');
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.focused?.matches('input[name="authority"]') === true);
    await userEvent.keyboard(' ');
    await tabTo(stage, '.accept');
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.has('.done') && stage.focused?.id === 'heading');
    expect(await stage.taskfire(DAIRY)).toBeDefined();
  });

  it('bills and disables: choose with the arrows, confirm, and end at the heading', async () => {
    const stage = await openWithUsers();
    await tabTo(stage, '#contract');
    await userEvent.keyboard('{ArrowDown}');
    await stage.until(() => stage.has('.billing .primary'));
    expect(stage.get('#contract')).toHaveProperty('value', '29690');
    await tabTo(stage, '.billing .primary');
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.has('.done') && stage.focused?.id === 'heading');
    await tabTo(stage, '.disable');
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.focused?.matches('.keep') === true);
    await stage.until(() => stage.has('#move-4'));
    for (const id of ['move-5', 'move-4']) {
      await tabTo(stage, `#${id}`, true);
      await userEvent.keyboard('{ArrowDown}');
    }
    await tabTo(stage, '.primary.danger');
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.has('.done') && stage.focused?.id === 'heading');
    expect(await stage.taskfire()).toBeUndefined();
  });

  it('leaves everything as it is on Escape, and asks first where levels are chosen', async () => {
    const stage = await openWithUsers();
    await tabTo(stage, '.disable');
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.has('#move-4') && stage.isAsking);
    await userEvent.keyboard('{Escape}');
    await stage.until(() => !stage.isAsking && stage.focused?.matches('.disable') === true);
    await userEvent.keyboard('{Enter}');
    await stage.choose('#move-4', '1');
    await userEvent.keyboard('{Escape}');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(stage.isAsking).toBe(true);
    expect(await stage.taskfire()).toBeDefined();
  });
});
