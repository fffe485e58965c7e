import { describe, expect, it } from 'vitest';
import { openLog } from './stage.js';

describe('<portal-sso-log> by keyboard', () => {
  it('goes from day to day by arrows, with one stop for all of them (L4)', async () => {
    const stage = await openLog();
    expect(stage.all('.days [tabindex="0"]')).toHaveLength(1);
    const place = (): number => stage.all('.days button').findIndex((one) => one === stage.focused);
    stage.get('.days [tabindex="0"]').focus();
    expect(place()).toBe(29);
    for (const [key, there] of [
      ['ArrowLeft', 28],
      ['PageUp', 21],
      ['Home', 0],
      ['ArrowLeft', 0],
      ['ArrowRight', 1],
      ['End', 29],
    ] as const) {
      await stage.press(key);
      await stage.until(() => place() === there);
    }
    expect(stage.all('.days [tabindex="0"]')).toHaveLength(1);
  });

  it('says what the day at the focus is about', async () => {
    const stage = await openLog();
    stage.get('.days [tabindex="0"]').focus();
    await stage.press('ArrowLeft');
    await stage.until(() => stage.text('.about') === stage.focused?.ariaLabel);
  });

  it('opens a sign-in with Enter, and gives the focus back', async () => {
    const stage = await openLog();
    stage.get('.rows .row .cell.userName').focus();
    await stage.press('Enter');
    await stage.until(() => stage.has('portal-dialog[open] .done'));
    await stage.click('portal-dialog .done');
    await stage.until(() => stage.focused?.closest('.cell')?.classList.contains('userName') === true);
  });
});
