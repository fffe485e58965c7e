import { describe, expect, it } from 'vitest';
import { DAIRY, openGrid } from './stage.js';

const GRUENWALD = 'Grünwald, Şirin';
const JAEGER = 'Jäger, Aylin';

describe('<portal-contact-grid> events', () => {
  it('tells about an activation, through every shadow root', async () => {
    const stage = await openGrid();
    const told: HTMLElementEventMap['portal-user-changed'][] = [];
    const listen = (event: HTMLElementEventMap['portal-user-changed']): number => told.push(event);
    document.body.addEventListener('portal-user-changed', listen);
    const dialog = await stage.openDialog(GRUENWALD);
    await stage.click('.primary', dialog);
    await stage.until(() => told.length > 0);
    document.body.removeEventListener('portal-user-changed', listen);
    expect(told).toHaveLength(1);
    expect(told[0]?.detail).toMatchObject({
      companyId: DAIRY,
      portalUser: { isActive: true, securityLevel: 1 },
    });
    expect(told[0]?.composed).toBe(true);
  });

  it('tells about a deactivation, and about nothing that was refused', async () => {
    const stage = await openGrid({
      failures: [{ method: 'changePortalUser', error: { code: 'forbidden' } }],
    });
    const told: boolean[] = [];
    stage.element.addEventListener('portal-user-changed', ({ detail }) =>
      told.push(detail.portalUser.isActive),
    );
    await stage.deactivate(JAEGER);
    await stage.until(() => stage.has('.notice.bad'));
    expect(told).toEqual([]);
    await stage.click('.notice.bad button');
    await stage.until(() => stage.has('.notice.good'));
    expect(told).toEqual([false]);
  });

  it('lets an embedding app edit the contact, and else says where that is done', async () => {
    const stage = await openGrid();
    await stage.choose(JAEGER, 'Edit contact');
    expect(stage.text('.notices')).toContain('Contacts are edited in the PSA.');
    await stage.click('.notices button');
    const edited: string[] = [];
    stage.element.addEventListener('portal-edit-contact', (event) => {
      event.preventDefault();
      edited.push(event.detail.contact.lastName ?? '');
    });
    await stage.choose(JAEGER, 'Edit contact');
    expect(edited).toEqual(['Jäger']);
    expect(stage.has('.notice')).toBe(false);
  });

  it('shows what others change', async () => {
    const stage = await openGrid();
    const { rows } = await stage.admin.contacts(DAIRY, null);
    const account = rows.find(({ contact }) => contact.lastName === 'Jäger')?.portalUser;
    if (!account) throw new Error('Jäger has no account.');
    await stage.admin.changePortalUser(DAIRY, account.id, { userName: 'a.jaeger', isActive: false }, null);
    await stage.until(() => stage.text('.userName', stage.row(JAEGER)) === 'a.jaeger');
    expect(stage.text('.status', stage.row(JAEGER))).toBe('Inactive');
  });
});
