import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openGlobals, type Stage } from './stage.js';

async function tabTo(stage: Stage, selector: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if (stage.root.activeElement !== null && stage.root.activeElement === stage.root.querySelector(selector))
      return;
    await userEvent.keyboard('{Tab}');
  }
  throw new Error(`The Tab key does not lead to ${selector}.`);
}

describe('<portal-global-settings> keyboard', () => {
  it('changes, undoes and saves without a mouse', async () => {
    const stage = await openGlobals();
    await tabTo(stage, '#global-twoFactor');
    await userEvent.keyboard('{ArrowDown}');
    await stage.until(() => stage.has('[data-setting="twoFactor"].changed'));
    await tabTo(stage, '[data-setting="twoFactor"] .was .link-button');
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.root.activeElement?.id === 'global-twoFactor');
    expect(stage.element.isDirty).toBe(false);
    await userEvent.keyboard('{ArrowDown}');
    await tabTo(stage, '.bar .primary');
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.has('.passing'));
    await stage.until(() => stage.root.activeElement?.id === 'global-twoFactor');
    expect((await stage.admin.globalSettings()).settings.twoFactor).toBe('all');
  });
});
