import { describe, expect, it } from 'vitest';
import { setPortalLocale } from '../../../src/locales/localization.js';
import { DAIRY, FLORIST_WITH_TASKFIRE, openTaskfire, openWithUsers } from './stage.js';

describe('<portal-taskfire> events', () => {
  it('tells what was changed to listeners outside the shadow tree', async () => {
    const stage = await openWithUsers();
    const told: HTMLElementEventMap['portal-taskfire-changed'][] = [];
    const listen = (event: HTMLElementEventMap['portal-taskfire-changed']): number => told.push(event);
    document.body.addEventListener('portal-taskfire-changed', listen);
    await stage.press('.remove');
    await stage.until(() => told.length === 1);
    await stage.press('.disable');
    await stage.choose('#move-4', '1');
    await stage.choose('#move-5', '1');
    await stage.press('.primary.danger');
    await stage.until(() => told.length === 2);
    document.body.removeEventListener('portal-taskfire-changed', listen);
    expect(told.map(({ bubbles, composed }) => [bubbles, composed])).toEqual([
      [true, true],
      [true, true],
    ]);
    const [billed, disabled] = told.map(({ detail }) => detail);
    expect(billed).toMatchObject({
      companyId: FLORIST_WITH_TASKFIRE,
      taskfire: { billing: null },
      moved: [],
    });
    expect(disabled?.taskfire.isActive).toBe(false);
    expect(disabled?.moved.map(({ from, to }) => [from, to])).toEqual([
      [4, 1],
      [5, 1],
    ]);
  });

  it('listens to nothing once it has left the page', async () => {
    const stage = await openTaskfire();
    stage.element.remove();
    await stage.give(4);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(stage.text('.licences')).toBe('0 licences');
    document.body.append(stage.element);
    await stage.until(() => stage.text('.licences') === '1 licence');
    stage.element.remove();
  });

  it('speaks the language that is set, from one moment to the next', async () => {
    const stage = await openTaskfire({}, DAIRY);
    await setPortalLocale('de');
    await stage.until(() => stage.text('.pill') === 'Nicht aktiv');
    await setPortalLocale('en');
    await stage.until(() => stage.text('.pill') === 'Not active');
  });
});
