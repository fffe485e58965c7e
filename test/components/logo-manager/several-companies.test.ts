import { describe, expect, it } from 'vitest';
import { png } from '../../model/logo-files/pictures.js';
import { DAIRY, file, FLORIST, openLogos, type Stage } from './stage.js';

async function turnTo(stage: Stage, companyId: number, origin: string): Promise<void> {
  stage.element.companyId = companyId;
  await stage.until(() => stage.has('.stage') && stage.slot('login').includes(origin));
}

const toDairy = (stage: Stage): Promise<void> => turnTo(stage, DAIRY, 'From the provider');
const toFlorist = (stage: Stage): Promise<void> => turnTo(stage, FLORIST, 'Own logo');
const leave = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

/** A chosen file that is being saved until it is let go; then it is saved, or refused. */
async function saving(stage: Stage): Promise<() => void> {
  await stage.choose('login', file(png(), 'mine.png'));
  const save = stage.admin.setLogo.bind(stage.admin);
  let go = (): void => undefined;
  stage.admin.setLogo = async (...args) => {
    await new Promise<void>((resolve) => (go = resolve));
    return save(...args);
  };
  stage.button('Use this logo', 'login').click();
  await stage.element.updateComplete;
  await toDairy(stage);
  return () => go();
}

describe('<portal-logo-manager> turned from company to company', () => {
  it('brings a chosen file back with its company, and shows it at no other', async () => {
    const stage = await openLogos();
    await stage.choose('login', file(png(), 'mine.png'));
    await toDairy(stage);
    expect(stage.slot('login')).not.toContain('mine.png');
    expect(stage.element.isDirty).toBe(false);
    expect(leave()).toBe(true);
    await toFlorist(stage);
    expect(stage.slot('login')).toContain('mine.png');
    expect(stage.element.isDirty).toBe(true);
    await stage.press('Use this logo', 'login');
    expect(stage.slot('login')).toContain('The new logo is in force.');
    expect(leave()).toBe(false);
  });

  it('takes a file to its company that was still being read when another one was shown', async () => {
    const stage = await openLogos();
    const transfer = new DataTransfer();
    transfer.items.add(file(png(), 'mine.png'));
    stage.field('login').files = transfer.files;
    stage.field('login').dispatchEvent(new Event('change', { bubbles: true }));
    await toDairy(stage);
    expect(stage.slot('login')).not.toContain('mine.png');
    await toFlorist(stage);
    await stage.until(() => stage.slot('login').includes('mine.png'));
  });

  it('says nothing elsewhere of what was saved, and nothing waits then', async () => {
    const stage = await openLogos();
    const go = await saving(stage);
    expect(leave()).toBe(true);
    go();
    await stage.until(() => !leave());
    expect(stage.slot('login')).not.toContain('The new logo is in force.');
    await toFlorist(stage);
    expect(stage.slot('login')).not.toContain('mine.png');
  });

  it('keeps what was refused elsewhere, and says why once its company is shown', async () => {
    const stage = await openLogos();
    const go = await saving(stage);
    stage.admin.fail({ method: 'setLogo', error: { code: 'offline' } });
    go();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(stage.slot('login')).not.toContain('There is no connection');
    await toFlorist(stage);
    expect(stage.slot('login')).toContain('mine.png');
    expect(stage.slot('login')).toContain('There is no connection to the PSA.');
  });
});
