import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { manyContacts } from '../../../src/clients/memory/index.js';
import { openGrid, withRows, type Stage } from './stage.js';

/** Presses keys and waits until the element has rendered. */
async function press(stage: Stage, keys: string): Promise<void> {
  await userEvent.keyboard(keys);
  await stage.element.updateComplete;
}

async function tabIntoGrid(stage: Stage): Promise<void> {
  for (let steps = 0; steps < 20; steps += 1) {
    await press(stage, '{Tab}');
    if (stage.focused?.closest('[role=grid]')) return;
  }
  throw new Error('The Tab key does not lead into the grid.');
}

describe('<portal-contact-grid> keyboard', () => {
  it('enters at the first contact and leaves with one more Tab', async () => {
    const stage = await openGrid();
    await tabIntoGrid(stage);
    expect(stage.focusedPlace).toBe('2:2');
    await press(stage, '{Tab}');
    expect(stage.focused?.closest('[role=grid]') ?? null).toBe(null);
  });

  it('moves with arrows, Home and End, and stops at the edges', async () => {
    const stage = await openGrid();
    await tabIntoGrid(stage);
    const walk: readonly (readonly [string, string])[] = [
      ['{ArrowLeft}', '2:1'],
      ['{ArrowDown}', '3:1'],
      ['{ArrowRight}', '3:2'],
      ['{End}', '3:10'],
      ['{ArrowRight}', '3:10'],
      ['{Home}', '3:1'],
      ['{ArrowUp}{ArrowUp}{ArrowUp}', '1:1'],
      ['{Control>}{End}{/Control}', '25:10'],
      ['{ArrowDown}', '25:10'],
      ['{Control>}{Home}{/Control}', '2:1'],
    ];
    for (const [keys, place] of walk) {
      await press(stage, keys);
      expect(stage.focusedPlace, keys).toBe(place);
    }
  });

  it('turns pages by what is seen', async () => {
    const stage = await openGrid({ seed: withRows(manyContacts(400)) });
    await tabIntoGrid(stage);
    await press(stage, '{PageDown}');
    const [row = ''] = stage.focusedPlace.split(':');
    expect(Number(row)).toBeGreaterThan(8);
    expect(Number(row)).toBeLessThan(24);
    await press(stage, '{PageUp}');
    expect(stage.focusedPlace).toBe('2:2');
  });

  it('goes the other way in a right-to-left page', async () => {
    const stage = await openGrid();
    stage.element.dir = 'rtl';
    await tabIntoGrid(stage);
    await press(stage, '{ArrowLeft}');
    expect(stage.focusedPlace).toBe('2:3');
  });

  it('puts the focus on the control of a cell, and sorts from the header', async () => {
    const stage = await openGrid();
    await tabIntoGrid(stage);
    await press(stage, '{ArrowUp}');
    expect(stage.focused?.localName).toBe('button');
    await press(stage, '{Enter}');
    expect(stage.get('.head .name').ariaSort).toBe('descending');
    expect(stage.focusedPlace).toBe('1:2');
  });

  it('does one full activation and takes it back, without a mouse', async () => {
    const stage = await openGrid();
    await tabIntoGrid(stage);
    await press(stage, '{ArrowDown}{ArrowRight}{ArrowRight}{Enter}');
    const dialog = stage.inside('portal-activation-dialog');
    await stage.until(() => dialog.activeElement?.id === 'userName');
    await press(stage, '{Control>}a{/Control}mareike.a{Tab}');
    expect(dialog.activeElement?.id).toBe('securityLevel');
    await press(stage, '{ArrowDown}');
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{Enter}');
    await stage.until(() => !stage.has('portal-dialog[open]', dialog));
    await stage.until(() => stage.focusedPlace === '3:4');
    expect(stage.text('.row:nth-child(2) .level')).toBe('Advanced');
    expect(stage.text('.row:nth-child(2) .userName')).toBe('mareike.a');

    await press(stage, '{Shift>}{F10}{/Shift}');
    const menu = stage.inside('portal-grid-menu');
    await stage.until(() => menu.activeElement !== null);
    await press(stage, '{ArrowDown}{Enter}');
    const question = stage.inside('portal-deactivation-dialog');
    await stage.until(() => question.activeElement?.className === 'button primary');
    await press(stage, '{Enter}');
    await stage.until(() => stage.text('.row:nth-child(2) .status') === 'Inactive');
    const { rows } = await stage.admin.contacts(174, null);
    const account = rows.find(({ portalUser }) => portalUser?.userName === 'mareike.a')?.portalUser;
    expect(account?.isActive).toBe(false);
    expect(account?.securityLevel).toBe(2);
  });

  it('returns from dialog and menu with Escape', async () => {
    const stage = await openGrid();
    await tabIntoGrid(stage);
    await press(stage, '{F2}');
    const dialog = stage.inside('portal-activation-dialog');
    await stage.until(() => dialog.activeElement?.id === 'userName');
    await press(stage, '{Escape}');
    await stage.until(() => stage.focusedPlace === '2:2');
    await press(stage, '{Shift>}{F10}{/Shift}');
    const menu = stage.inside('portal-grid-menu');
    await stage.until(() => menu.activeElement !== null);
    await press(stage, '{Escape}');
    await stage.until(() => stage.focusedPlace === '2:2');
  });
});
