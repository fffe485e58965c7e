import { describe, expect, it } from 'vitest';
import { createMemoryClient, manyContacts } from '../../../src/clients/memory/index.js';
import type { ContactRow } from '../../../src/model/index.js';
import { DAIRY, EMPTY_BRANCH, openGrid, openWith, withRows } from './stage.js';

const JAEGER = 'Jäger, Aylin';

function without(change: Partial<ContactRow['contact']>, index: number): ContactRow[] {
  return manyContacts(6).map((row, place) =>
    place === index ? { ...row, contact: { ...row.contact, ...change } } : row,
  );
}

describe('<portal-contact-grid> loading', () => {
  it('can be used while pages arrive, and says how far it is', async () => {
    const admin = createMemoryClient({ seed: withRows(manyContacts(2_000)), latencyMs: 60 });
    const stage = await openWith(admin);
    expect(stage.has('.skeleton')).toBe(true);
    await stage.until(() => stage.has('progress') && stage.rows.length > 5);
    expect(stage.text('.progress')).toMatch(/^(500|1,000|1,500) of 2,000 loaded$/);
    await stage.until(() => !stage.has('progress'));
    expect(stage.text('.foot')).toContain('2,000 contacts');
  });

  it('keeps what came before a failed page, and goes on from there', async () => {
    const admin = createMemoryClient({ seed: withRows(manyContacts(1_800)), latencyMs: 30 });
    const stage = await openWith(admin);
    await stage.until(() => stage.has('.rows .row'));
    admin.fail({ method: 'contacts', error: { code: 'offline' } });
    await stage.until(() => stage.has('.notice.bad'));
    expect(stage.text('.notice.bad')).toMatch(
      /The (500|1,000|1,500) contacts below are loaded; the rest is missing/,
    );
    expect(stage.rows.length).toBeGreaterThan(5);
    await stage.click('.notice.bad button');
    await stage.until(() => stage.text('.foot').startsWith('1,800 contacts'));
    expect(stage.has('.notice.bad')).toBe(false);
  });

  it('says when nothing can be loaded, and tries again', async () => {
    const error = { code: 'offline' } as const;
    const admin = createMemoryClient({ failures: [{ method: 'capabilities', error }] });
    const stage = await openWith(admin);
    await stage.until(() => stage.has('.notice.bad'));
    expect(stage.text('.notice.bad')).toContain('There is no connection to the PSA.');
    await stage.click('.notice.bad button');
    await stage.until(() => stage.has('.rows .row'));
  });

  it('says that a company is empty, and that its parent’s contacts count too', async () => {
    const stage = await openWith(createMemoryClient(), EMPTY_BRANCH);
    await stage.until(() => stage.has('.nothing'));
    expect(stage.text('.nothing')).toContain('no contacts yet');
    expect(stage.text('.notices')).toContain('Contacts of the parent can create tickets');
  });
});

describe('<portal-contact-grid> what needs attention', () => {
  it('says that nobody can sign in, and leads to somebody who could', async () => {
    const seed = withRows(manyContacts(5).map((row) => ({ ...row, portalUser: null })));
    const stage = await openGrid({ seed });
    expect(stage.text('.notice.warn')).toContain('Nobody of this company can sign in');
    await stage.click('.notice.warn button');
    expect(stage.focusedPlace).toBe('2:4');
    expect(stage.focused?.textContent).toContain('Activate portal login');
  });

  it('finds an inactive contact whose login still works', async () => {
    const stage = await openGrid({ seed: withRows(without({ isActive: false }, 0)) });
    await stage.click('.chip:last-child');
    expect(stage.names).toEqual(['Adler, Mareike']);
    expect(stage.text('.rows .attention')).toBe('Inactive contact whose login still works.');
    expect(stage.get('.rows .mark').ariaLabel).toContain('Inactive contact whose login still works.');
  });

  it('marks contacts without an e-mail address', async () => {
    const stage = await openGrid({ seed: withRows(without({ email: null }, 0)) });
    expect(stage.text('.email', stage.row('Adler, Mareike'))).toBe('no e-mail');
    expect(stage.text('.chip:last-child')).toBe('Needs attention 1');
  });

  it('shows a level that the PSA does not list', async () => {
    const rows = manyContacts(3).map((row) => ({
      ...row,
      portalUser: row.portalUser && { ...row.portalUser, securityLevel: 999 },
    }));
    const stage = await openGrid({ seed: withRows(rows) });
    expect(stage.text('.level', stage.row('Adler, Mareike'))).toBe('Unknown level 999');
  });
});

describe('<portal-contact-grid> what cannot be changed', () => {
  it('offers no change to a viewer, and says why', async () => {
    const stage = await openGrid({ permission: 'viewer' });
    expect(stage.text('.notices')).toContain('Configure client portal and Taskfire');
    expect(stage.has('.rows .level button')).toBe(false);
    await stage.click('.more', stage.row(JAEGER));
    const menu = stage.inside('portal-grid-menu');
    await stage.until(() => stage.has('[role=menuitem]', menu));
    const disabled = [...menu.querySelectorAll('[aria-disabled=true]')].map((item) => item.textContent);
    expect(disabled).toHaveLength(2);
    expect(disabled.every((text) => text.includes('You may only look.'))).toBe(true);
  });

  it('leaves out what a connection does not know', async () => {
    const absent = { state: 'absent', reason: 'no-api' } as const;
    const stage = await openGrid({ limits: { operations: { portalUsers: absent } } });
    expect(stage.has('.head .status')).toBe(false);
    expect(stage.text('.chips')).toBe('All 24');
    expect(stage.text('.notices')).toContain('Portal logins are not shown.');
    expect(stage.text('.notices')).not.toContain('Nobody');
  });
});

describe('<portal-contact-grid> changes', () => {
  it('shows a deactivation at once, and takes it back with Undo', async () => {
    const stage = await openGrid({ latencyMs: 40 });
    await stage.deactivate(JAEGER);
    expect(stage.text('.status', stage.row(JAEGER))).toBe('Saving …');
    await stage.until(() => stage.has('.notice.good'));
    expect(stage.text('.status', stage.row(JAEGER))).toBe('Inactive');
    await stage.until(() => stage.text('[aria-live]') === 'The portal login of Jäger, Aylin is deactivated.');
    await stage.click('.notice.good button');
    await stage.until(() => stage.text('.status', stage.row(JAEGER)) === 'Active');
    await stage.until(() => stage.text('.notice.good').includes('can sign in to the portal again'));
  });

  it('rolls back what was refused, says why, and can try again', async () => {
    const failures = [{ method: 'changePortalUser', error: { code: 'forbidden' } }] as const;
    const stage = await openGrid({ failures });
    await stage.deactivate(JAEGER);
    await stage.until(() => stage.has('.notice.bad'));
    expect(stage.text('.status', stage.row(JAEGER))).toBe('Not saved');
    expect(stage.text('.notice.bad')).toContain('was not deactivated. You are not allowed to do this.');
    const { rows } = await stage.admin.contacts(DAIRY, null);
    expect(rows.find(({ contact }) => contact.lastName === 'Jäger')?.portalUser?.isActive).toBe(true);
    await stage.click('.notice.bad button');
    await stage.until(() => stage.text('.status', stage.row(JAEGER)) === 'Inactive');
  });

  it('keeps a row that was changed in view although the filter no longer fits', async () => {
    const stage = await openGrid();
    await stage.click('.chip:nth-child(2)');
    const { length } = stage.names;
    await stage.deactivate(JAEGER);
    await stage.until(() => stage.has('.notice.good'));
    expect(stage.names).toContain(JAEGER);
    expect(stage.names).toHaveLength(length);
  });
});
