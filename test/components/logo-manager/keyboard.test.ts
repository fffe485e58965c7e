import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { base64Of } from '../../../src/model/index.js';
import { png } from '../../model/logo-files/pictures.js';
import { file, FLORIST, openLogos, type Stage } from './stage.js';

async function tabTo(stage: Stage, target: HTMLElement): Promise<void> {
  for (let steps = 0; steps < 30; steps += 1) {
    if (stage.root.activeElement === target) return;
    await userEvent.keyboard('{Tab}');
  }
  throw new Error(`The Tab key does not lead to ${target.textContent}.`);
}

describe('<portal-logo-manager> keyboard', () => {
  it('uses a chosen file, undoes that, removes and undoes: all by keys', async () => {
    const stage = await openLogos();
    const before = await stage.admin.logos(FLORIST);
    await tabTo(stage, stage.field('login'));
    await stage.choose('login', file(png()));
    stage.get('h3').focus();
    await tabTo(stage, stage.button('Use this logo', 'login'));
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.slot('login').includes('The new logo is in force.'));
    expect((await stage.admin.logos(FLORIST)).own.login?.data).toBe(base64Of(png()));
    // Its button is gone; the way on begins at the file field of the same place.
    await stage.until(() => stage.root.activeElement === stage.field('login'));
    await tabTo(stage, stage.button('Remove, back to the provider’s', 'login'));
    await userEvent.keyboard(' ');
    await stage.until(() => stage.slot('login').includes('Your own logo is removed.'));
    await stage.until(() => stage.root.activeElement === stage.field('login'));
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    expect(stage.root.activeElement).toBe(stage.button('Undo', 'login'));
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.slot('login').includes('The earlier logo is back.'));
    expect((await stage.admin.logos(FLORIST)).own.login?.data).toBe(base64Of(png()));
    expect(before.own.login).not.toBeNull();
  });

  it('brings the focus back when a file is discarded', async () => {
    const stage = await openLogos();
    await stage.choose('header', file(png()));
    stage.button('Discard', 'header').focus();
    await userEvent.keyboard('{Enter}');
    await stage.until(() => stage.root.activeElement === stage.field('header'));
  });

  it('changes the ground with the arrow keys', async () => {
    const stage = await openLogos();
    const [light] = stage.root.querySelectorAll<HTMLInputElement>('input[type="radio"]');
    light?.focus();
    await userEvent.keyboard('{ArrowRight}');
    await stage.until(() => stage.root.querySelectorAll('.stage.dark').length === 2);
  });
});
