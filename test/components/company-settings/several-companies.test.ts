import { describe, expect, it } from 'vitest';
import { createMemoryClient } from '../../../src/clients/memory/index.js';
import { DAIRY, FLORIST_WITH_TASKFIRE, openSettings, openWith, type Stage } from './stage.js';

const DAIRY_NAME = 'Käserei Oberdorf GmbH';
const FLORIST_NAME = 'Blumen Jäger e. K.';

async function turnTo(stage: Stage, companyId: number, name: string): Promise<void> {
  stage.element.companyId = companyId;
  await stage.until(() => stage.has('h2') && stage.text('h2') === name && stage.has('.row'));
}

const leave = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('<portal-company-settings> turned from company to company', () => {
  it('brings back what was entered, says so, and never mixes it with another company’s', async () => {
    const stage = await openSettings();
    const [dairy, florist] = [
      await stage.admin.settings(DAIRY),
      await stage.admin.settings(FLORIST_WITH_TASKFIRE),
    ];
    await stage.flip('documents');
    await turnTo(stage, FLORIST_WITH_TASKFIRE, FLORIST_NAME);
    expect(stage.element.isDirty).toBe(false);
    expect(stage.box('documents').checked).toBe(florist.settings.documents);
    await stage.choose('workedTime', 'worked');
    await turnTo(stage, DAIRY, DAIRY_NAME);
    expect(stage.element.isDirty).toBe(true);
    expect(stage.text('.bar-text')).toContain('What you had entered here is back. It is not saved yet.');
    expect(stage.text('.changes')).toContain('Documents');
    expect(stage.text('.changes')).not.toContain('Worked time');
    await stage.save();
    expect((await stage.admin.settings(DAIRY)).settings).toEqual({
      ...dairy.settings,
      documents: dairy.settings.documents !== true,
    });
    expect(await stage.admin.settings(FLORIST_WITH_TASKFIRE)).toEqual(florist);
    await turnTo(stage, FLORIST_WITH_TASKFIRE, FLORIST_NAME);
    expect(stage.select('workedTime').value).toBe('worked');
    await stage.save();
    expect((await stage.admin.settings(FLORIST_WITH_TASKFIRE)).settings).toEqual({
      ...florist.settings,
      workedTime: 'worked',
    });
  });

  it('says it until the next edit, and no more once it is discarded', async () => {
    const stage = await openSettings();
    await stage.flip('documents');
    await turnTo(stage, FLORIST_WITH_TASKFIRE, FLORIST_NAME);
    await turnTo(stage, DAIRY, DAIRY_NAME);
    await stage.flip('knowledgeBase');
    expect(stage.text('.bar-text')).not.toContain('is back');
    await stage.press('Discard');
    await turnTo(stage, FLORIST_WITH_TASKFIRE, FLORIST_NAME);
    await turnTo(stage, DAIRY, DAIRY_NAME);
    expect(stage.element.isDirty).toBe(false);
  });

  it('shows what somebody else saved meanwhile beside it', async () => {
    const stage = await openSettings();
    await stage.flip('documents');
    await turnTo(stage, FLORIST_WITH_TASKFIRE, FLORIST_NAME);
    stage.admin.savedByAnother(DAIRY, { knowledgeBase: true }, 'Ole Brüggemann');
    await turnTo(stage, DAIRY, DAIRY_NAME);
    await stage.until(() => stage.has('.notice.warn'));
    expect(stage.element.isDirty).toBe(true);
    await stage.save();
    await stage.until(() => stage.has('portal-settings-conflict'));
  });

  it('asks before the page is left, whichever company is shown', async () => {
    const stage = await openSettings();
    await stage.flip('documents');
    await turnTo(stage, FLORIST_WITH_TASKFIRE, FLORIST_NAME);
    expect(leave()).toBe(true);
    await turnTo(stage, DAIRY, DAIRY_NAME);
    await stage.press('Discard');
    expect(leave()).toBe(false);
  });

  it('takes a save that ends while another company is shown for what it is', async () => {
    const stage = await openWith(createMemoryClient({ latencyMs: 60 }));
    await stage.flip('documents');
    await stage.click('.bar .primary');
    await turnTo(stage, FLORIST_WITH_TASKFIRE, FLORIST_NAME);
    await stage.until(() => !leave());
    await turnTo(stage, DAIRY, DAIRY_NAME);
    expect(stage.element.isDirty).toBe(false);
    expect(stage.has('.notice.warn')).toBe(false);
  });

  it('is still saving where it comes back before the answer', async () => {
    const stage = await openWith(createMemoryClient({ latencyMs: 150 }));
    await stage.flip('documents');
    await stage.click('.bar .primary');
    stage.element.companyId = FLORIST_WITH_TASKFIRE;
    await stage.element.updateComplete;
    await turnTo(stage, DAIRY, DAIRY_NAME);
    await stage.until(() => !stage.element.isDirty);
    expect((await stage.admin.settings(DAIRY)).version).toBe('2');
  });

  it('keeps what a save that failed meanwhile could not save', async () => {
    const failures = [{ method: 'saveSettings', error: { code: 'offline' } }] as const;
    const stage = await openWith(createMemoryClient({ latencyMs: 60, failures }));
    await stage.flip('documents');
    await stage.click('.bar .primary');
    await turnTo(stage, FLORIST_WITH_TASKFIRE, FLORIST_NAME);
    await turnTo(stage, DAIRY, DAIRY_NAME);
    expect(stage.element.isDirty).toBe(true);
    await stage.save();
    expect(stage.element.isDirty).toBe(false);
  });
});
