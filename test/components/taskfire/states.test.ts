import { describe, expect, it } from 'vitest';
import { elementUpdated, fixture, html } from '@open-wc/testing';
import { createMemoryClient } from '../../../src/clients/memory/index.js';
import { withMethods } from '../../../src/contract/index.js';
import type { PortalTaskfire } from '../../../src/components/taskfire/taskfire.js';
import {
  billedUntil,
  BRANCH_WITHOUT_PORTAL,
  DAIRY,
  FLORIST_WITH_TASKFIRE,
  openTaskfire,
  openWithUsers,
  PROVIDER,
  RESOURCE,
  Stage,
} from './stage.js';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('<portal-taskfire> states', () => {
  it('says what is missing without admin or company', async () => {
    const element = await fixture<PortalTaskfire>(html`<portal-taskfire></portal-taskfire>`);
    const stage = new Stage(element, createMemoryClient());
    expect(stage.text('.notice')).toContain('Not connected to a PSA yet.');
    element.admin = stage.admin;
    await elementUpdated(element);
    expect(stage.text('.notice')).toContain('No company chosen.');
  });

  it('shows the shape of the page while it loads', async () => {
    const admin = createMemoryClient({ latencyMs: 60_000 });
    const element = await fixture<PortalTaskfire>(
      html`<portal-taskfire .admin=${admin} .companyId=${DAIRY}></portal-taskfire>`,
    );
    expect(new Stage(element, admin).get('.skeleton').ariaLabel).toBe('Loading Taskfire');
  });

  it('says what went wrong and tries again', async () => {
    const admin = createMemoryClient({ failures: [{ method: 'taskfire', error: { code: 'offline' } }] });
    const element = await fixture<PortalTaskfire>(
      html`<portal-taskfire .admin=${admin} .companyId=${DAIRY}></portal-taskfire>`,
    );
    const stage = new Stage(element, admin);
    await stage.until(() => stage.has('.notice.bad'));
    expect(stage.text('.notice')).toContain('There is no connection to the PSA.');
    await stage.press('.notice .button');
    await stage.until(() => stage.has('.card'));
  });

  it('works without the contracts, and says so', async () => {
    const stage = await openTaskfire({
      failures: [{ method: 'billingContracts', error: { code: 'offline' } }],
    });
    expect(stage.text('.notice.bad')).toContain('There is no connection to the PSA.');
    expect(stage.row('billing')).toContain('Managed workplace – Taskfire licence');
    expect(stage.has('#contract')).toBe(false);
    expect(stage.has('.disable')).toBe(true);
  });

  it('shows that it is not active, and how to enable it (T1)', async () => {
    const stage = await openTaskfire({}, DAIRY);
    expect(stage.text('.pill')).toBe('Not active');
    expect(stage.text('.enable')).toBe('Enable Taskfire …');
    expect(stage.has('.disable')).toBe(false);
  });

  it('shows who accepted, how many licences there are, and how they are billed (T2, T4)', async () => {
    const stage = await openWithUsers();
    expect(stage.text('.pill')).toBe('Active');
    expect(stage.row('agreement')).toContain('Agreement accepted by Henrike Sørensen on Mar 4, 2025');
    expect(stage.text('.licences')).toBe('2 licences');
    expect(stage.row('licences')).toContain('Resource: 1 user');
    expect(stage.row('billing')).toContain('prorated from the day the user gets a Taskfire level');
    expect(stage.row('billing')).toContain('Runs until Feb 28, 2027.');
  });

  it('counts again as soon as somebody gets or loses a level (T4)', async () => {
    const stage = await openTaskfire();
    expect(stage.text('.licences')).toBe('0 licences');
    expect(stage.row('licences')).toContain('give at least one user a Taskfire level');
    const user = await stage.give(RESOURCE);
    await stage.until(() => stage.text('.licences') === '1 licence');
    await stage.admin.changePortalUser(FLORIST_WITH_TASKFIRE, user.id, { isActive: false }, null);
    await stage.until(() => stage.text('.licences') === '0 licences');
    expect(stage.row('licences')).toContain('Of these, not active and not counted: 1');
  });

  it('counts many changes in a row together, as a job makes them (T4)', async () => {
    const stage = await openTaskfire();
    let asked = 0;
    const backend = stage.admin;
    stage.element.admin = withMethods(backend, {
      taskfire: (...args) => {
        asked += 1;
        return backend.taskfire(...args);
      },
    });
    await stage.until(() => asked === 1);
    for (const index of [0, 1, 2, 3, 4]) await stage.give(RESOURCE, index);
    await stage.until(() => stage.text('.licences') === '5 licences');
    expect(asked).toBe(2);
  });

  it('says that the provider’s own company is for demonstration and never billed (T4)', async () => {
    const stage = await openTaskfire({}, PROVIDER);
    stage.admin.taskfireByAnother.enable(PROVIDER);
    await stage.element.reload();
    await stage.until(() => stage.text('.pill') === 'Active');
    expect(stage.text('.notice')).toContain('This is your own company.');
    expect(stage.text('.notice')).toContain('never billed');
    expect(stage.has('[data-row="billing"]')).toBe(false);
    await stage.give(RESOURCE, 0, PROVIDER);
    await stage.until(() => stage.text('.licences') === '1 licence');
    expect(stage.row('licences')).toContain('Billed: 0');
  });

  it('is read-only with the reason for those without the permission (S15)', async () => {
    const stage = await openTaskfire({ permission: 'viewer' });
    expect(stage.text('.notice')).toContain('“Configure client portal and Taskfire”');
    expect(stage.has('.disable')).toBe(false);
    expect(stage.has('#contract')).toBe(false);
    expect(stage.row('billing')).toContain('Managed workplace – Taskfire licence');
    expect((await openTaskfire({ permission: 'viewer' }, DAIRY)).has('.enable')).toBe(false);
  });

  it('shows what the company’s record tells where Taskfire cannot be read', async () => {
    const absent = { state: 'absent', reason: 'no-api' } as const;
    const stage = await openTaskfire({ limits: { operations: { taskfire: absent } } });
    expect(stage.text('.pill')).toBe('Active');
    expect(stage.text('.notice')).toContain('The PSA has no public API for it.');
    expect(stage.has('.row')).toBe(false);
  });

  it('cannot be enabled while the portal is off, and says what to do (S1)', async () => {
    const stage = await openTaskfire({}, BRANCH_WITHOUT_PORTAL);
    expect(stage.get('.enable')).toHaveProperty('disabled', true);
    expect(stage.row('enable')).toContain('Switch it on in the settings first.');
    const { version } = await stage.admin.settings(BRANCH_WITHOUT_PORTAL);
    await stage.admin.saveSettings(BRANCH_WITHOUT_PORTAL, { portalEnabled: true }, version);
    await stage.until(() => !stage.has('.caution'));
    expect(stage.get('.enable')).toHaveProperty('disabled', false);
  });

  it.each([
    ['2024-10-31', 'The contract expired on Oct 31, 2024: new users are not billed.'],
    [inDays(-1), 'expired'],
    [inDays(0), 'ends soon'],
    [inDays(30), 'ends soon'],
    [inDays(31), 'Runs until'],
    [null, 'Without an end date.'],
  ])('warns of a contract that ends on %s (T2)', async (expiresOn, words) => {
    const stage = await openTaskfire(billedUntil(expiresOn));
    expect(stage.text('#contract-end')).toContain(words);
    expect(stage.has('#contract-end .caution')).toBe(/expired|soon/.test(words));
  });

  it('fits 360 px without scrolling sideways', async () => {
    const stage = await openWithUsers();
    stage.element.style.inlineSize = '360px';
    await stage.choose('#contract', '29690');
    expect(stage.element.scrollWidth).toBeLessThanOrEqual(360);
    for (const row of stage.roots[0]?.querySelectorAll('.row') ?? [])
      expect(row.scrollWidth).toBeLessThanOrEqual(360);
  });
});
