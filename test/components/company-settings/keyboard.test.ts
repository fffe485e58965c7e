import { describe, expect, it } from 'vitest';
import { elementUpdated } from '@open-wc/testing';
import { userEvent } from 'vitest/browser';
import { openSettings, type Stage } from './stage.js';

async function tabTo(stage: Stage, selector: string, backwards = false): Promise<void> {
  const target = stage.get(selector);
  for (let steps = 0; steps < 80; steps += 1) {
    if (stage.root.activeElement === target) return;
    await userEvent.keyboard(backwards ? '{Shift>}{Tab}{/Shift}' : '{Tab}');
  }
  throw new Error(`The Tab key does not lead to ${selector}.`);
}

describe('<portal-company-settings> keyboard', () => {
  it('does one full edit: find, choose, switch, undo, save', async () => {
    const stage = await openSettings();
    await tabTo(stage, '.find');
    await tabTo(stage, '#setting-portalEnabled');
    await userEvent.keyboard('/');
    expect(stage.root.activeElement).toBe(stage.get('.find'));

    await userEvent.keyboard('worked{Enter}');
    await elementUpdated(stage.element);
    expect(stage.root.activeElement?.id).toBe('setting-workedTime');
    await userEvent.keyboard('{ArrowDown}');
    expect(stage.select('workedTime').value).toBe('billed');

    await tabTo(stage, '.find', true);
    await userEvent.keyboard('{Escape}');
    await elementUpdated(stage.element);
    await tabTo(stage, '#setting-documents');
    await userEvent.keyboard(' ');
    await tabTo(stage, '#setting-knowledgeBase', true);
    await userEvent.keyboard(' ');
    await tabTo(stage, '[data-setting="knowledgeBase"] .was .link-button');
    await userEvent.keyboard('{Enter}');
    await elementUpdated(stage.element);
    expect(stage.root.activeElement?.id).toBe('setting-knowledgeBase');

    await tabTo(stage, '.bar .primary');
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.has('.passing'));
    expect(stage.text('.passing')).toBe('Saved. Worked time and Documents');
    const { settings } = await stage.admin.settings(174);
    expect([settings.workedTime, settings.documents, settings.knowledgeBase]).toEqual([
      'billed',
      false,
      false,
    ]);
  });

  it('brings the focus back from the bar when the bar goes', async () => {
    const stage = await openSettings();
    await stage.flip('documents');
    stage.get('.bar .primary').focus();
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.has('.passing'));
    await stage.until(() => stage.root.activeElement?.id === 'setting-documents');
  });

  it('leaves "/" to whoever types it into a field', async () => {
    const stage = await openSettings();
    stage.get('.find').focus();
    await userEvent.keyboard('a/b');
    expect((stage.get('.find') as HTMLInputElement).value).toBe('a/b');
  });

  it('takes a section from the list and puts the focus on its heading', async () => {
    const stage = await openSettings();
    await tabTo(stage, 'nav li:nth-child(3) button');
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.root.activeElement?.id === 'section-tickets');
    await elementUpdated(stage.element);
    expect(stage.text('nav [aria-current="true"]')).toBe('Tickets');
  });
});
