import { describe, expect, it } from 'vitest';
import { fixture, html } from '@open-wc/testing';
import { createMemoryClient, demoData } from '../../../src/clients/memory/index.js';
import type { PortalGlobalSettings } from '../../../src/components/global-settings/global-settings.js';
import { openGlobals, openWith, Stage } from './stage.js';

describe('<portal-global-settings> states', () => {
  it('shows each value that companies inherit, and how many follow (D1)', async () => {
    const stage = await openGlobals();
    expect(stage.select('twoFactor').value).toBe('taskfire');
    expect(stage.row('twoFactor')).toContain('4 of 5 companies follow.');
    // One has Taskfire, one a quick ticket of its own.
    expect(stage.row('quickTicket')).toContain('3 of 5 companies follow.');
    expect(stage.row('ticketsFrom')).toContain('Holds for every company.');
    expect(stage.row('genericLoginUrl')).toContain('https://portal.nordlicht.example/login');
    expect(stage.row('headquartersTimeZone')).toContain('Europe/Berlin');
    expect(stage.row('headquartersTimeZone')).toContain('3 of 5 companies follow.');
    expect(stage.row('isEarlyAccessActivated')).toContain('Activated');
  });

  it('says of what cannot be changed here where it is changed (D1)', async () => {
    const stage = await openGlobals();
    for (const key of ['headquartersTimeZone', 'isEarlyAccessActivated', 'genericLoginUrl', 'logos']) {
      expect(stage.has(`[data-setting="${key}"] :is(input, select)`), key).toBe(false);
      expect(stage.row(key), key).toMatch(/Changed in the PSA|cannot be changed here|Changed among/);
    }
  });

  it('says before saving what changes for how many (D1)', async () => {
    const stage = await openGlobals();
    await stage.choose('twoFactor', 'all');
    expect(stage.row('twoFactor')).toContain('was: Required for Taskfire users');
    expect(stage.row('twoFactor')).toContain('Changes for 4 companies.');
    expect(stage.text('.changes')).toContain('Changes for 4 companies.');
    await stage.choose('ticketsFrom', 'all');
    expect(stage.text('.bar b')).toBe('2 changes');
    expect(stage.row('ticketsFrom')).toContain('Changes for 5 companies.');
  });

  it('warns of a day that is still to come', async () => {
    const stage = await openGlobals();
    await stage.enter('#tickets-from-day', '2099-01-01');
    expect(stage.row('ticketsFrom')).toContain('none of the tickets that exist today');
  });

  it('takes no empty day, and keeps the one that was there', async () => {
    const stage = await openGlobals();
    await stage.enter('#tickets-from-day', '');
    stage.get('#tickets-from-day').dispatchEvent(new Event('blur'));
    expect(stage.element.isDirty).toBe(false);
    expect((stage.get('#tickets-from-day') as HTMLInputElement).value).toBe('2024-01-01');
  });

  it('keeps a quick ticket whose type was deactivated, marked, and offers it to nobody else (R3)', async () => {
    const seed = demoData();
    const requestTypes = seed.requestTypes.map((type) => ({
      ...type,
      isActive: type.isActive && type.id !== 11,
    }));
    const stage = await openGlobals({ seed: { ...seed, requestTypes } });
    expect(stage.row('quickTicket')).toContain('Incident (deactivated)');
    expect(stage.row('quickTicket')).toContain('This type is deactivated.');
    await stage.choose('ticketsFrom', 'all');
    await stage.save();
    expect((await stage.admin.globalSettings()).settings.quickTicket?.requestTypeId).toBe(11);
    await stage.enter('#quick-ticket-type', '12');
    expect(
      [...(stage.get('#quick-ticket-type') as HTMLSelectElement).options].map(({ label }) => label),
    ).toEqual(['New employee', 'Hardware order', 'Printer trouble']);
  });

  it('names priority and queue, marks those that are gone, and says what they were (S10, D1)', async () => {
    const seed = demoData();
    const quickTicket = { requestTypeId: 11, priority: 2, queueId: 4711, titleEditable: true };
    const stage = await openGlobals({ seed: { ...seed, provider: { ...seed.provider, quickTicket } } });
    const chosen = (id: string) => (stage.get(id) as HTMLSelectElement).selectedOptions[0]?.label;
    expect(chosen('#quick-ticket-priority')).toBe('Medium');
    expect(chosen('#quick-ticket-queue')).toBe('Queue 4711 (unknown)');
    await stage.enter('#quick-ticket-queue', '9');
    expect(stage.row('quickTicket')).toContain('was: Incident, priority Medium, queue 4711 (unknown)');
    expect(stage.text('.changes')).toContain('queue Second level');
    await stage.save();
    expect((await stage.admin.globalSettings()).settings.quickTicket?.queueId).toBe(9);
  });

  it('takes numbers where the backend has no names for them (S10)', async () => {
    const limits = { operations: { ticketOptions: { state: 'absent', reason: 'no-api' } } } as const;
    const stage = await openGlobals({ limits });
    await stage.enter('#quick-ticket-priority', '17');
    expect(stage.text('.changes')).toContain('priority 17, queue 8');
  });

  it('shows everything to a viewer and lets them change nothing (S15)', async () => {
    const stage = await openGlobals({ permission: 'viewer' });
    expect(stage.text('.notices')).toContain('Your security level lacks the permission');
    for (const control of stage.root.querySelectorAll<HTMLInputElement>('select, input'))
      expect(control.disabled).toBe(true);
  });

  it('says that they cannot be read, and what to do, where no backend has them', async () => {
    const limits = { operations: { globalSettings: { state: 'absent', reason: 'no-api' } } } as const;
    const stage = await openGlobals({ limits });
    expect(stage.text('.notice')).toContain('cannot be read through this connection');
    expect(stage.has('.row')).toBe(false);
  });

  it('offers another try after an outage', async () => {
    const admin = createMemoryClient({
      failures: [{ method: 'globalSettings', error: { code: 'offline' } }],
    });
    const stage = await openWith(admin);
    await stage.click('.notice button');
    await stage.until(() => stage.has('.row'));
  });

  it('works without request types, and says what failed', async () => {
    const stage = await openGlobals({ failures: [{ method: 'requestTypes', error: { code: 'offline' } }] });
    expect(stage.row('quickTicket')).toContain('Request type 11');
    expect(stage.has('.notice.bad')).toBe(true);
  });

  it('says what is missing without a connection, and that it is reconnecting', async () => {
    const element = await fixture<PortalGlobalSettings>(
      html`<portal-global-settings></portal-global-settings>`,
    );
    const stage = new Stage(element, createMemoryClient());
    expect(stage.text('.notice')).toContain('Not connected to a PSA yet.');
    element.reconnecting = true;
    await stage.until(() => stage.text('.notice').includes('Reconnecting'));
    element.admin = stage.admin;
    await stage.until(() => stage.has('.row'));
  });
});
