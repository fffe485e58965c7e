import { beforeEach, describe, expect, it } from 'vitest';
import type { ContactRow } from '../../../src/model/index.js';
import { FLORIST_WITH_TASKFIRE, manyContacts, openBulk, type Stage } from './stage.js';

let stage: Stage;
const isDisabled = (selector: string) => stage.get(selector).getAttribute('aria-disabled') === 'true';
const after = async (companyId: number) => (await stage.admin.contacts(companyId, null)).rows;
const isActive = ({ portalUser }: ContactRow) => portalUser?.isActive === true;

describe('activating many', () => {
  beforeEach(async () => {
    stage = await openBulk();
    await stage.open('activate');
  });

  it('shows the user names while the pattern is typed, and who would be refused', async () => {
    expect(stage.text('.preview')).toContain('@oberdorf.example');
    await stage.click('[value=own]');
    await stage.enter('#pattern', 'kd-{last}{number}');
    expect(stage.text('.preview code')).toMatch(/^kd-[a-z]+$/);
    expect(stage.text('.preview .hint')).toContain('active already');
  });

  it('puts parts where the cursor is', async () => {
    await stage.click('[value=own]');
    const field = stage.get('#pattern') as HTMLInputElement;
    await stage.enter('#pattern', 'ab');
    field.setSelectionRange(1, 1);
    stage.get('.part:first-child').click();
    await stage.until(() => field.value === 'a{email}b' && stage.root.activeElement === field);
  });

  it('goes on only with a pattern, and says what is wrong with it', async () => {
    await stage.click('[value=own]');
    await stage.enter('#pattern', '{vorname}');
    await stage.click('.check-plan');
    await stage.until(() => stage.root.activeElement?.id === 'pattern');
    expect(stage.text('#pattern-problem')).toContain('There is nothing called {vorname}');
    expect(stage.get('#pattern').getAttribute('aria-invalid')).toBe('true');
  });

  it('says of each contact what will happen, or why nothing will', async () => {
    await stage.check();
    expect(stage.counts).toEqual(['All 24', 'New login 11', 'Activated again 2', 'Refused 11']);
    expect(stage.text('.reasons', stage.inside('portal-dry-run'))).toBe(
      'Refused: 10 active already, 1 contact inactive.',
    );
    await stage.click('.chip.refused', stage.inside('portal-dry-run'));
    await stage.until(() => stage.table.length === 11);
    expect(stage.table.map((cells) => cells[1])).toEqual(Array.from({ length: 11 }, () => 'Refused'));
    expect(await after(174)).toEqual(stage.rows);
  });

  it('begins at the first row of an outcome, wherever one was before', async () => {
    stage = await openBulk({ rows: manyContacts(600) });
    await stage.open('activate');
    await stage.check();
    const dryRun = stage.inside('portal-dry-run');
    const scroller = stage.get('.scroller', stage.inside('portal-dry-run', 'portal-data-grid'));
    scroller.scrollTop = 2_000;
    await stage.until(() => scroller.scrollTop === 2_000);
    await stage.click('.chip.created', dryRun);
    await stage.until(() => scroller.scrollTop === 0 && stage.table[0]?.[1] === 'New login');
  });

  it('starts only with consent to what cannot be taken back', async () => {
    await stage.check();
    expect(stage.words).toContain('New logins cannot be deleted later, only deactivated.');
    expect(stage.words).toContain('not documented whether the PSA sends a welcome e-mail');
    await stage.click('.start');
    await stage.until(() => stage.root.activeElement?.getAttribute('aria-invalid') === 'true');
    expect(stage.started).toEqual([]);
    await stage.click('.consent input');
    await stage.click('.start');
    await stage.until(() => stage.started.length === 1 && stage.closed === 1);
    expect(stage.dialog.open).toBe(false);
    await stage.until(() => stage.rows.length > 0);
    for (let tries = 0; (await stage.jobs.list())[0]?.state !== 'finished' && tries < 300; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const [job] = await stage.jobs.list();
    expect(job?.counts).toMatchObject({ done: 13, refused: 11, failed: 0 });
    expect((await after(174)).filter(isActive)).toHaveLength(10 + 13);
  });

  it('keeps what was entered on the way back', async () => {
    await stage.click('[value=own]');
    await stage.enter('#pattern', '{f}{last}{number}');
    await stage.check();
    await stage.click('.back');
    expect((stage.get('#pattern') as HTMLInputElement).value).toBe('{f}{last}{number}');
  });
});

describe('rules for levels', () => {
  it('are tried in their order', async () => {
    stage = await openBulk();
    await stage.open('change-level');
    await stage.click('.check-plan');
    expect(stage.text('#otherwise-problem')).toBe('Choose a level, or add a rule.');
    await stage.click('.add-rule');
    await stage.click('.add-rule');
    await stage.enter('[data-rule="1"]', 'leitung');
    await stage.enter('[data-rule="2"]', 'it-');
    await stage.enter('.rules li:first-child select:last-of-type', '3');
    await stage.enter('.rules li:last-child select:last-of-type', '2');
    await stage.click('.rules li:last-child [aria-label="Move rule 2 up"]');
    await stage.check();
    const changed = stage.table.filter((cells) => cells[1] === 'Changed').map((cells) => cells[3]);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every((words) => words?.endsWith('→ Advanced'))).toBe(true);
  });
});

describe('Taskfire licences', () => {
  beforeEach(async () => {
    stage = await openBulk({ companyId: FLORIST_WITH_TASKFIRE });
    await stage.open('change-level');
    await stage.enter('#otherwise', '4');
    await stage.check();
  });

  it('are counted, and agreed to before they are billed', () => {
    expect(stage.words).toContain('Taskfire licences added: 8.');
    expect(stage.text('.consent')).toBe('I have checked the list: 8 more Taskfire licences are billed.');
  });
});

describe('deactivating many', () => {
  it('goes straight to the table and needs no consent', async () => {
    stage = await openBulk();
    await stage.open('deactivate');
    await stage.untilPlan();
    expect(stage.counts).toEqual(['All 24', 'Deactivated 10', 'Refused 14']);
    expect(stage.root.querySelector('.consent')).toBeNull();
    await stage.click('.start');
    await stage.until(() => stage.started.length === 1);
    expect(stage.started[0]?.kind).toBe('deactivate');
  });

  it('says so where nothing would happen', async () => {
    stage = await openBulk();
    const none = stage.rows.filter(({ portalUser }) => portalUser === null).map(({ contact }) => contact.id);
    await stage.open('deactivate', none);
    await stage.untilPlan();
    expect(stage.words).toContain('Nothing would happen.');
    expect(isDisabled('.start')).toBe(true);
  });
});

describe('changing formats of many', () => {
  it('changes the chosen ones only', async () => {
    stage = await openBulk();
    await stage.open('change-formats');
    await stage.click('.check-plan');
    expect(stage.text('#formats-problem')).toBe('Choose at least one format.');
    await stage.enter('#timeFormat', '1');
    await stage.check();
    await stage.click('.start');
    await stage.until(() => stage.started.length === 1);
    const { steps } = await stage.jobs.steps(stage.started[0]?.id ?? '', null);
    const changes = steps.flatMap(({ planned }) => (planned.action === 'change' ? [planned.change] : []));
    expect(changes).toEqual(Array.from({ length: 12 }, () => ({ timeFormat: 1 })));
  });
});

describe('a start that does not work', () => {
  it('keeps everything, and starts one job however often it is asked', async () => {
    stage = await openBulk({
      jobs: { failures: [{ method: 'start', error: { code: 'storage-full' } }] },
    });
    await stage.open('deactivate');
    await stage.untilPlan();
    await stage.click('.start');
    await stage.until(() => stage.words.includes('no room left on disk'));
    expect(stage.dialog.open).toBe(true);
    stage.get('.start').click();
    stage.get('.start').click();
    await stage.until(() => stage.closed === 1);
    expect(await stage.jobs.list()).toHaveLength(1);
    expect(stage.started).toHaveLength(1);
  });

  it('is not offered where there is no place for jobs', async () => {
    stage = await openBulk({ jobs: null });
    await stage.open('deactivate');
    await stage.untilPlan();
    expect(stage.words).toContain('This app cannot change many contacts at once.');
    expect(isDisabled('.start')).toBe(true);
    await stage.click('.start');
    expect(stage.started).toEqual([]);
  });
});

describe('closing', () => {
  it('asks first where something was entered, and not where nothing was', async () => {
    stage = await openBulk();
    await stage.open('activate');
    await stage.click('.cancel');
    await stage.until(() => stage.closed === 1);
    await stage.open('activate');
    await stage.click('[value=first-last]');
    await stage.click('.cancel');
    expect(stage.dialog.open).toBe(true);
    await stage.until(() => stage.inside('portal-dialog').querySelector('.leave') !== null);
    await stage.click('.leave', stage.inside('portal-dialog'));
    await stage.until(() => stage.closed === 2);
  });
});
