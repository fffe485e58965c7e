import { describe, expect, it } from 'vitest';
import { elementUpdated } from '@open-wc/testing';
import { userEvent } from 'vitest/browser';
import { createMemoryPageMemory } from '../../../src/clients/memory/index.js';
import { openPage, type Stage } from './stage.js';

const sheet = (stage: Stage) => stage.get('portal-shortcuts-sheet');

/** Puts the focus into the page, where nothing takes letters. */
function enter(stage: Stage): void {
  stage.stop('Sign-in').focus();
}

describe('<portal-company-page> keyboard', () => {
  it('leads to the search by "/" and by Ctrl+K', async () => {
    const stage = await openPage();
    for (const keys of ['/', '{Control>}k{/Control}']) {
      enter(stage);
      await userEvent.keyboard(keys);
      expect(stage.focused, keys).toBe(stage.search);
      expect(stage.search.value).toBe('');
    }
  });

  it('leads to sections by "g" and a letter', async () => {
    const stage = await openPage();
    enter(stage);
    await userEvent.keyboard('gr');
    await stage.until(() => stage.focused?.id === 'section-request-types');
    await userEvent.keyboard('gu');
    await stage.until(() => stage.root.activeElement === stage.get('[data-part="users"]'));
    await userEvent.keyboard('g');
    await new Promise((resolve) => setTimeout(resolve, 1600));
    await userEvent.keyboard('s');
    await elementUpdated(stage.element);
    expect(stage.root.activeElement).toBe(stage.get('[data-part="users"]'));
  });

  it('shows its help by "?", from which the focus comes back', async () => {
    const stage = await openPage();
    enter(stage);
    await userEvent.keyboard('?');
    await stage.until(() => sheet(stage).hasAttribute('open'));
    await elementUpdated(sheet(stage));
    const text = stage.inside('portal-shortcuts-sheet').textContent;
    expect(text).toContain('Request types');
    await userEvent.keyboard('gu');
    expect(stage.element.target).toBe('');
    await userEvent.keyboard('{Escape}');
    await stage.until(() => !sheet(stage).hasAttribute('open'));
    expect(stage.focused).toBe(stage.stop('Sign-in'));
  });

  it('takes no letter from those who type, here or in an element inside', async () => {
    const stage = await openPage();
    stage.search.focus();
    await userEvent.keyboard('g/u?');
    expect(stage.search.value).toBe('g/u?');
    const select = stage.settings.querySelector<HTMLElement>('select');
    select?.focus();
    await userEvent.keyboard('?/');
    expect(stage.focused).toBe(select);
    expect(sheet(stage).hasAttribute('open')).toBe(false);
  });

  it('leaves single keys alone when they are turned off, for good; the search keeps Ctrl+K', async () => {
    const memory = createMemoryPageMemory();
    const stage = await openPage({ memory });
    enter(stage);
    await userEvent.keyboard('?');
    await stage.until(() => sheet(stage).hasAttribute('open'));
    stage.inside('portal-shortcuts-sheet').querySelector<HTMLElement>('.switch')?.click();
    await userEvent.keyboard('{Escape}');
    await stage.until(() => !sheet(stage).hasAttribute('open'));
    for (const page of [stage, await openPage({ memory })]) {
      enter(page);
      await page.until(() => !page.get('portal-page-search').hasAttribute('has-slash'));
      // Not "/": where nobody takes it, it opens Firefox's own search, which keeps the keyboard.
      await userEvent.keyboard('?gu');
      expect(page.focused).toBe(page.stop('Sign-in'));
      expect(sheet(page).hasAttribute('open')).toBe(false);
      await userEvent.keyboard('{Control>}k{/Control}');
      expect(page.focused).toBe(page.search);
    }
  });

  it('hears nothing while the focus is outside', async () => {
    const stage = await openPage();
    stage.stop('Sign-in').focus();
    stage.stop('Sign-in').blur();
    await userEvent.keyboard('?');
    expect(sheet(stage).hasAttribute('open')).toBe(false);
  });

  it('opens its list of sections in a narrow page, which Escape closes', async () => {
    const stage = await openPage();
    stage.element.style.inlineSize = '360px';
    const button = stage.get('.list-button');
    const list = stage.get('#places');
    expect(getComputedStyle(list).display).toBe('none');
    button.focus();
    await userEvent.keyboard('{Enter}');
    await stage.until(() => getComputedStyle(list).display !== 'none');
    expect(button.ariaExpanded).toBe('true');
    await userEvent.keyboard('{Escape}');
    await stage.until(() => getComputedStyle(list).display === 'none');
    await userEvent.keyboard('{Enter}');
    await elementUpdated(stage.element);
    stage.stop('Tickets').click();
    await stage.until(() => stage.focused?.id === 'section-tickets');
    expect(getComputedStyle(list).display).toBe('none');
    expect(button.textContent.trim()).toBe('Tickets');
    expect(stage.element.scrollWidth).toBeLessThanOrEqual(360);
  });
});
