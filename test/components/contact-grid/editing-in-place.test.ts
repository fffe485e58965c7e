import { expect as expectElement } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { DAIRY, FLORIST_WITH_TASKFIRE, openGrid, type Stage } from './stage.js';

const JAEGER = 'Jäger, Aylin';
const ADLERS_NAME = 'mareike.adler@oberdorf.example';

async function edit(stage: Stage, name: string, column: string): Promise<void> {
  const cell = stage.get(`.${column}`, stage.row(name));
  cell.focus();
  cell.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true, composed: true }));
  await stage.until(() => stage.has('.cell.editing'));
}

function press(stage: Stage, key: string): void {
  const field = stage.get('.cell.editing input, .cell.editing select');
  field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}

const message = (stage: Stage): string => stage.text('.cell.editing .cell-message:popover-open');

describe('editing a login in its row', () => {
  it('takes a new user name at once, and the PSA has it', async () => {
    const stage = await openGrid();
    await edit(stage, JAEGER, 'userName');
    expect(stage.focused?.localName).toBe('input');
    stage.enter('.cell.editing input', 'a.jaeger', stage.gridRoot);
    await stage.until(() => message(stage) === 'This user name is free.');
    press(stage, 'Enter');
    await stage.until(() => stage.text('.userName', stage.row(JAEGER)) === 'a.jaeger');
    await stage.until(() => stage.text('.notice.good').includes('Jäger, Aylin is changed'));
    const { rows } = await stage.admin.contacts(DAIRY, null);
    expect(rows.find(({ contact }) => contact.lastName === 'Jäger')?.portalUser?.userName).toBe('a.jaeger');
  });

  it('checks as one types: the rules, who has the name here, and who elsewhere', async () => {
    const stage = await openGrid();
    await edit(stage, JAEGER, 'userName');
    stage.enter('.cell.editing input', 'a jäger', stage.gridRoot);
    await stage.until(() => message(stage).includes('Use only Latin letters'));
    expect(stage.get('.cell.editing input').ariaInvalid).toBe('true');
    press(stage, 'Enter');
    expect(stage.has('.cell.editing')).toBe(true);
    stage.enter('.cell.editing input', ADLERS_NAME.toUpperCase(), stage.gridRoot);
    await stage.until(() => message(stage) === 'Adler, Mareike has this user name.');
    const elsewhere = await someUserNameOf(stage, FLORIST_WITH_TASKFIRE);
    stage.enter('.cell.editing input', elsewhere, stage.gridRoot);
    await stage.until(() => message(stage).includes('Somebody else in this PSA has this user name.'));
    await expectElement(stage.element).to.be.accessible();
    press(stage, 'Escape');
    await stage.until(() => !stage.has('.cell.editing'));
    expect(stage.text('.userName', stage.row(JAEGER))).toBe('aylin.jaeger@oberdorf.example');
    expect(stage.has('.notice.bad')).toBe(false);
  });

  it('takes back what the PSA refuses, and goes on from what was typed', async () => {
    const problems = [{ path: ['userName'], code: 'vendor-rule', detail: 'Name is on the black list.' }];
    const stage = await openGrid({
      failures: [{ method: 'changePortalUser', error: { code: 'validation', problems } }],
    });
    await edit(stage, JAEGER, 'userName');
    stage.enter('.cell.editing input', 'a.jaeger', stage.gridRoot);
    press(stage, 'Enter');
    await stage.until(() => stage.text('.notice.bad').includes('Name is on the black list.'));
    expect(stage.text('.userName', stage.row(JAEGER))).toBe('aylin.jaeger@oberdorf.example');
    await edit(stage, JAEGER, 'userName');
    expect(stage.get('.cell.editing input')).toHaveProperty('value', 'a.jaeger');
    await stage.until(() => message(stage).includes('Name is on the black list.'));
    stage.enter('.cell.editing input', 'aylin.j', stage.gridRoot);
    press(stage, 'Enter');
    await stage.until(() => stage.text('.userName', stage.row(JAEGER)) === 'aylin.j');
    await stage.until(() => stage.has('.notice.good'));
  });

  it('sends nothing where nothing was changed', async () => {
    const stage = await openGrid({
      failures: [{ method: 'changePortalUser', error: { code: 'offline' } }],
    });
    await edit(stage, JAEGER, 'userName');
    press(stage, 'Enter');
    await stage.until(() => !stage.has('.cell.editing'));
    await edit(stage, JAEGER, 'level');
    press(stage, 'Enter');
    await stage.until(() => !stage.has('.cell.editing'));
    expect(stage.has('.notice.bad')).toBe(false);
  });

  it('chooses another level, and only one that can be given', async () => {
    const stage = await openGrid();
    await edit(stage, JAEGER, 'level');
    expect(stage.has('.cell.editing optgroup[label=Taskfire] option:not([disabled])')).toBe(false);
    stage.enter('.cell.editing select', '2', stage.gridRoot);
    press(stage, 'Enter');
    await stage.until(() => stage.text('.level', stage.row(JAEGER)) === 'Advanced');
    await stage.until(() => stage.has('.notice.good'));
  });

  it('says before it is saved that a Taskfire level costs a licence', async () => {
    const stage = await openGrid({}, FLORIST_WITH_TASKFIRE);
    const row = stage.rows.find(
      (one) => stage.text('.status', one) === 'Active' && !one.matches('.inactive'),
    );
    if (row === undefined) throw new Error('Nobody is active.');
    await edit(stage, stage.text('.name .text', row), 'level');
    stage.enter('.cell.editing select', '4', stage.gridRoot);
    await stage.until(() => message(stage).includes('billed as a Taskfire licence'));
  });

  it('leaves a contact without a login to the form, and everybody to whoever may only look', async () => {
    const stage = await openGrid({ permission: 'viewer' });
    const cell = stage.get('.userName', stage.row(JAEGER));
    cell.focus();
    cell.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true, composed: true }));
    await stage.until(() => true);
    expect(stage.has('.cell.editing')).toBe(false);
  });

  it('has columns for the formats, hidden at first', async () => {
    const stage = await openGrid();
    expect(stage.has('.head .dateFormat')).toBe(false);
    const grid = stage.root.querySelector('portal-data-grid');
    grid?.rows?.arrange({
      columns: [{ id: 'dateFormat', width: null, isHidden: false, isPinned: false }],
    });
    await stage.until(() => stage.has('.head .dateFormat'));
    const before = stage.text('.dateFormat', stage.row(JAEGER));
    expect(before).toBe('dd.MM.yyyy');
    await edit(stage, JAEGER, 'dateFormat');
    stage.enter('.cell.editing select', '1', stage.gridRoot);
    press(stage, 'Enter');
    await stage.until(() => stage.text('.dateFormat', stage.row(JAEGER)) === 'MM/dd/yyyy');
  });
});

async function someUserNameOf(stage: Stage, companyId: number): Promise<string> {
  const { rows } = await stage.admin.contacts(companyId, null);
  return rows.find(({ portalUser }) => portalUser !== null)?.portalUser?.userName ?? '';
}
