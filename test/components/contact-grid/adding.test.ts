import { describe, expect, it } from 'vitest';
import { createMemoryClient, manyContacts } from '../../../src/clients/memory/index.js';
import { PortalError } from '../../../src/contract/index.js';
import { DAIRY, EMPTY_BRANCH, openGrid, openWith, withRows, type Stage } from './stage.js';

const ines = { firstName: 'Ines', lastName: 'Aal', email: 'ines@people.example' };

async function openForm(stage: Stage): Promise<ShadowRoot> {
  await stage.click('.new-contact');
  const form = stage.inside('portal-new-contact');
  await stage.until(() => stage.has('portal-dialog[open] #firstName', form));
  for (const [id, text] of Object.entries(ines)) stage.enter(`#${id}`, text, form);
  return form;
}

async function timesInDairy(stage: Stage): Promise<number> {
  const { rows } = await stage.admin.contacts(DAIRY, null);
  return rows.filter(({ contact }) => contact.lastName === 'Aal').length;
}

describe('a new contact in the grid', () => {
  it('stands at its place with the focus, and its login can be activated', async () => {
    const stage = await openGrid();
    const told: unknown[] = [];
    stage.element.addEventListener('portal-contact-added', ({ detail }) => told.push(detail));
    const form = await openForm(stage);
    await stage.click('.primary', form);
    await stage.until(() => stage.names.includes('Aal, Ines'));
    await stage.until(() => stage.focused?.closest('.row') === stage.row('Aal, Ines'));
    expect(stage.names.slice(0, 2)).toEqual(['Aal, Ines', 'Adler, Mareike']);
    expect(stage.text('.level button', stage.row('Aal, Ines'))).toContain('Activate portal login');
    expect(told).toMatchObject([{ companyId: DAIRY, contact: ines }]);
    expect(await timesInDairy(stage)).toBe(1);
  });

  it('is shown whatever is filtered', async () => {
    const stage = await openGrid();
    await stage.search('brüggemann');
    await stage.until(() => stage.rows.length < 5);
    const form = await openForm(stage);
    await stage.click('.primary', form);
    await stage.until(() => stage.focused?.closest('.row')?.textContent.includes('Aal, Ines') === true);
  });

  it('is found, not added again, where its answer was lost', async () => {
    const admin = createMemoryClient();
    const createContact = admin.createContact.bind(admin);
    // The answer is lost on its way: the client has done it.
    admin.createContact = async (...args) => {
      admin.createContact = createContact;
      await createContact(...args);
      throw new PortalError({ code: 'worker-restarted' });
    };
    const stage = await openWith(admin);
    await stage.until(() => stage.has('.rows .row'));
    const form = await openForm(stage);
    await stage.click('.primary', form);
    await stage.until(() => stage.names.includes('Aal, Ines'));
    await stage.until(() => !stage.has('portal-dialog[open]', form));
    expect(await timesInDairy(stage)).toBe(1);
  });

  it('is looked for before it is sent once more, where it could not be found out at first', async () => {
    const admin = createMemoryClient();
    const createContact = admin.createContact.bind(admin);
    admin.createContact = async (...args) => {
      admin.createContact = createContact;
      await createContact(...args);
      // For our look, and for the one after each change that is heard of.
      admin.fail({ method: 'contacts', error: { code: 'offline' }, times: 2 });
      throw new PortalError({ code: 'worker-restarted' });
    };
    const stage = await openWith(admin);
    await stage.until(() => stage.has('.rows .row'));
    const form = await openForm(stage);
    await stage.click('.primary', form);
    await stage.until(() => stage.has('.notice.bad', form));
    expect(stage.get('#lastName', form)).toHaveProperty('value', 'Aal');
    await stage.click('.primary', form);
    await stage.until(() => stage.names.includes('Aal, Ines'));
    expect(await timesInDairy(stage)).toBe(1);
  });

  it('leads to a contact with the same address, and keeps what was typed', async () => {
    const stage = await openGrid();
    const form = await openForm(stage);
    stage.enter('#email', 'mareike.adler@oberdorf.example', form);
    await stage.until(() => stage.has('.notice.warn .show', form));
    await stage.click('.notice.warn .show', form);
    await stage.until(() => stage.focused?.closest('.row') === stage.row('Adler, Mareike'));
    await stage.click('.new-contact');
    await stage.until(() => stage.has('portal-dialog[open] #lastName', form));
    expect(stage.get('#lastName', form)).toHaveProperty('value', 'Aal');
  });

  it('can be the first one of a company', async () => {
    const stage = await openWith(createMemoryClient(), EMPTY_BRANCH);
    await stage.until(() => stage.has('.nothing .new-contact'));
    const form = await openForm(stage);
    await stage.click('.primary', form);
    await stage.until(() => stage.names.includes('Aal, Ines'));
  });

  it('is refused with the reason to whoever may only look', async () => {
    const stage = await openGrid({ permission: 'viewer' });
    const button = stage.get('.new-contact');
    expect([button.ariaDisabled, button.title]).toEqual(['true', 'You may only look.']);
    await stage.click('.new-contact');
    expect(stage.has('portal-new-contact')).toBe(false);
  });

  it('is shown where somebody else adds one', async () => {
    const stage = await openGrid({ seed: withRows(manyContacts(30)), pageSize: 8 });
    await stage.until(() => stage.text('[slot=tools]').includes('All 30'));
    await stage.admin.createContact(DAIRY, { ...ines, phone: null, title: null });
    await stage.until(() => stage.names.includes('Aal, Ines'));
    expect(stage.text('[slot=tools]')).toContain('All 31');
  });
});
