import { describe, expect, it } from 'vitest';
import { demoData, type MemoryData } from '../../../src/clients/memory/index.js';
import type { QuickTicketValues } from '../../../src/model/index.js';
import { DAIRY, FLORIST_WITH_TASKFIRE, LOGISTICS_WITH_EARLY_ACCESS, openSettings } from './stage.js';

/** The dairy has a quick ticket of its own with these values. */
function withQuickTicket(values: Pick<QuickTicketValues, 'priority' | 'queueId'>): MemoryData {
  const seed = demoData();
  const quickTicket = { mode: 'custom', requestTypeId: 11, titleEditable: true, ...values } as const;
  const companies = seed.companies.map((one) =>
    one.company.id === DAIRY ? { ...one, settings: { ...one.settings, quickTicket } } : one,
  );
  return { ...seed, companies };
}

describe('<portal-company-settings> editing', () => {
  it('shows every setting of the requirements', async () => {
    const { root } = await openSettings({}, LOGISTICS_WITH_EARLY_ACCESS);
    expect(root.querySelectorAll('[data-setting]')).toHaveLength(15);
  });

  it('shows what a setting was and takes it back', async () => {
    const stage = await openSettings();
    await stage.choose('resourceNames', 'hidden');
    expect(stage.row('resourceNames')).toContain('was: Neutral label');
    expect(stage.text('.changes')).toBe('Assigned resource: Neutral label → becomes Hidden');
    await stage.press('Undo Assigned resource');
    expect(stage.select('resourceNames').value).toBe('neutral');
    expect(stage.has('.bar')).toBe(false);
  });

  it('counts no change where the admin chose the old value again', async () => {
    const stage = await openSettings();
    await stage.choose('resourceNames', 'hidden');
    await stage.choose('resourceNames', 'neutral');
    expect(stage.element.isDirty).toBe(false);
  });

  it('shows where inherited values come from, and the way back (D2)', async () => {
    const stage = await openSettings();
    expect(stage.row('timeZone')).toContain('Default, from your headquarters, since');
    expect(stage.row('timeZone')).toMatch(/It is \d+:\d\d [AP]M there now/);
    expect(stage.row('twoFactor')).toContain('Global policy: required for Taskfire users.');
    expect(stage.row('quickTicket')).toContain(
      'Global: Incident, priority Medium, queue Monitoring Alert, title can be edited.',
    );
    const florist = await openSettings({}, FLORIST_WITH_TASKFIRE);
    await florist.press('Use global (required for Taskfire users)');
    expect(florist.select('twoFactor').value).toBe('global');
  });

  it('takes the default zone from a North American address (S8)', async () => {
    const stage = await openSettings({}, LOGISTICS_WITH_EARLY_ACCESS);
    expect(stage.row('timeZone')).toContain('Default (America/Los_Angeles)');
    expect(stage.row('timeZone')).toContain('Default, from the company’s address (WA, US).');
  });

  it('keeps 430 zones usable: by continent, the chosen one selected', async () => {
    const seed = { ...demoData(), timeZones: Intl.supportedValuesOf('timeZone') };
    const stage = await openSettings({ seed });
    expect(stage.root.querySelectorAll('optgroup').length).toBeGreaterThan(7);
    await stage.choose('timeZone', 'Asia/Tokyo');
    expect(stage.row('timeZone')).toContain('was: Default (Europe/Berlin)');
    await stage.press('Undo Time zone');
    expect(stage.select('timeZone').value).toBe('');
  });

  it('locks the portal switch while Taskfire is active and leads to Taskfire', async () => {
    const stage = await openSettings({}, FLORIST_WITH_TASKFIRE);
    expect(stage.box('portalEnabled').disabled).toBe(true);
    expect(stage.row('portalEnabled')).toContain('Stays on while Taskfire is active');
    await stage.press('Go to Taskfire');
    await stage.until(() => stage.root.activeElement?.id === 'section-taskfire');
    expect(stage.text('[data-section="taskfire"]')).toContain('Henrike Sørensen');
  });

  it('applies the early-access rules as one edits, and takes them back with the edit', async () => {
    const stage = await openSettings();
    expect(stage.has('#setting-firstExperience')).toBe(false);
    await stage.flip('earlyAccess');
    await stage.flip('preventLegacyPortal');
    expect(stage.select('firstExperience').value).toBe('early-access');
    expect(stage.select('firstExperience').disabled).toBe(true);
    expect(stage.text('.bar b')).toBe('3 changes');
    expect(stage.text('[aria-live]')).toBe('This also changes: Default first experience');
    await stage.press('Undo Prevent legacy portal');
    expect(stage.select('firstExperience').value).toBe('legacy');
    expect(stage.text('.bar b')).toBe('1 change');
  });

  it('edits a quick ticket of the company’s own (S10)', async () => {
    const stage = await openSettings();
    await stage.choose('quickTicket', 'custom');
    expect(stage.options('#quick-ticket-priority')).toEqual(['Critical', 'High', 'Medium', 'Low']);
    // The given-up one is offered to nobody anew.
    expect(stage.options('#quick-ticket-queue')).not.toContain('Telephone');
    await stage.enter('#quick-ticket-priority', '4');
    expect(stage.text('.changes')).toContain(
      'Own values (Incident, priority Critical, queue Monitoring Alert, title can be edited)',
    );
    await stage.save();
    const { settings } = await stage.admin.settings(DAIRY);
    expect(settings.quickTicket).toEqual({
      mode: 'custom',
      requestTypeId: 11,
      priority: 4,
      queueId: 8,
      titleEditable: true,
    });
  });

  it('keeps a priority that nobody knows and a queue that was given up, marked, until others are chosen (S10)', async () => {
    const stage = await openSettings({ seed: withQuickTicket({ priority: 99, queueId: 7 }) });
    expect(stage.chosen('#quick-ticket-priority')).toBe('Priority 99 (unknown)');
    expect(stage.chosen('#quick-ticket-queue')).toBe('Telephone (deactivated)');
    await stage.flip('ticketDueDates');
    await stage.save();
    const { settings } = await stage.admin.settings(DAIRY);
    expect(settings.quickTicket).toMatchObject({ priority: 99, queueId: 7 });
    await stage.enter('#quick-ticket-queue', '5');
    expect(stage.text('.changes')).toMatch(
      /priority 99 \(unknown\), queue Telephone.*becomes.*queue Client Portal/,
    );
    expect(stage.options('#quick-ticket-queue')).not.toContain('Telephone (deactivated)');
  });

  it('takes numbers where the backend has no names for them, and says what failed where it has (S10)', async () => {
    const seed = withQuickTicket({ priority: 2, queueId: 8 });
    const limits = { operations: { ticketOptions: { state: 'absent', reason: 'no-api' } } } as const;
    const without = await openSettings({ seed, limits });
    expect(without.has('.notices .notice')).toBe(false);
    await without.enter('#quick-ticket-queue', '4711');
    expect(without.text('.changes')).toMatch(/priority 2, queue 8,.*becomes.*priority 2, queue 4711,/);
    await without.enter('#quick-ticket-queue', '-1');
    expect((without.get('#quick-ticket-queue') as HTMLInputElement).value).toBe('4711');
    const failures = [{ method: 'ticketOptions', error: { code: 'offline' } }] as const;
    const failed = await openSettings({ seed, failures });
    expect(failed.has('.notice.bad')).toBe(true);
    expect((failed.get('#quick-ticket-queue') as HTMLInputElement).type).toBe('number');
  });

  it('marks deactivated request types and refuses an empty choice before the PSA is asked (R2, R3)', async () => {
    const stage = await openSettings();
    expect(stage.row('requestTypes')).toContain('Fax line deactivated, not offered');
    for (let left = 3; left > 0; left -= 1) await stage.click('.type input:checked');
    expect(stage.row('requestTypes')).toContain('Choose at least one type');
    await stage.click('.bar .primary');
    await stage.until(() => stage.root.activeElement?.id === 'setting-requestTypes');
    expect(stage.select('requestTypes').ariaInvalid).toBe('true');
    expect((await stage.admin.settings(DAIRY)).version).toBe('1');
  });

  it('starts an own choice of request types with all active ones (R1, R2)', async () => {
    const stage = await openSettings({}, LOGISTICS_WITH_EARLY_ACCESS);
    await stage.choose('requestTypes', 'custom');
    expect(stage.root.querySelectorAll('.type input:checked')).toHaveLength(4);
  });

  it('discards and brings back', async () => {
    const stage = await openSettings();
    await stage.flip('documents');
    await stage.press('Discard');
    expect(stage.box('documents').checked).toBe(true);
    await stage.press('Bring back');
    expect(stage.box('documents').checked).toBe(false);
  });
});
