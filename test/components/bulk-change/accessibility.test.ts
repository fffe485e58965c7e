import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import * as stories from '../../../src/components/bulk-change/bulk-change.stories.js';
import { itIsAccessibleInStories } from '../shared/stories.js';
import { openBulk } from './stage.js';

describe('<portal-bulk-change> accessibility', () => {
  itIsAccessibleInStories(stories);
});

describe('<portal-bulk-change> by keyboard alone', () => {
  it('goes from the rules to a started job', async () => {
    const stage = await openBulk();
    await stage.open('activate');
    const inside = (): Element | null => stage.root.activeElement;
    const tabTo = async (selector: string): Promise<void> => {
      for (let tries = 0; tries < 60; tries += 1) {
        if (inside()?.matches(selector) === true) return;
        await userEvent.tab();
      }
      throw new Error(`Tab never comes to ${selector}.`);
    };
    await tabTo('input[type=radio]');
    await userEvent.keyboard('{ArrowDown}');
    expect(inside()?.getAttribute('value')).toBe('first-last');
    await stage.until(() => stage.text('.preview code').includes('.'));
    await tabTo('.check-plan');
    await userEvent.keyboard('{Enter}');
    await stage.untilPlan();
    await stage.until(() => inside()?.id === 'stage');
    await tabTo('.consent input');
    await userEvent.keyboard(' ');
    await tabTo('.start');
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.started.length === 1);
  });

  it('says the counts of the plan to whoever does not see the table', async () => {
    const stage = await openBulk();
    await stage.open('activate');
    await stage.check();
    await stage.until(() =>
      stage.text('[role=status][aria-live]').startsWith('New login: 11, Activated again: 2'),
    );
  });

  it('is closed by Escape, which asks first where something was entered', async () => {
    const stage = await openBulk();
    await stage.open('activate');
    await stage.click('[value=first-last]');
    await userEvent.keyboard('{Escape}');
    await stage.until(() => stage.inside('portal-dialog').querySelector('.stay') !== null);
    expect(stage.dialog.open).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect(stage.dialog.open).toBe(true);
  });
});
