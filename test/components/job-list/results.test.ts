import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { openJobs, savedFile, type Stage } from './stage.js';

/** The names in the rows that are in the page. */
const names = ({ table }: Stage) => table.map(([name]) => name);

/** The root of the grid, where the search and the menus are. */
function gridRoot({ grid }: Stage): ShadowRoot {
  if (grid.shadowRoot === null) throw new Error('The root is closed.');
  return grid.shadowRoot;
}

describe('<portal-job-results>', () => {
  it('shows every contact with what came of it and why', async () => {
    const failures = [{ method: 'createPortalUser', error: { code: 'forbidden' }, times: 2 }] as const;
    const stage = await openJobs({ admin: { failures } });
    await stage.untilState('Finished with failures');
    const results = await stage.openResults();
    const { steps } = stage.draft;
    await stage.until(() => stage.grid.rows?.length === steps.length);
    expect(stage.grid.rows?.shown().map(({ planned }) => planned.contactName)).toEqual(
      steps.map(({ contactName }) => contactName),
    );
    await stage.click('.chip:nth-child(2)', results);
    expect(stage.text('.chip[aria-pressed=true]', results)).toBe('Failed 2');
    await stage.until(() => names(stage).length === 2);
    expect(stage.table[0]?.join()).toContain('You are not allowed to do this.');
    await stage.click('.chip:nth-child(3)', results);
    await stage.until(() => stage.table[0]?.[1] === 'Refused');
    expect(stage.table[0]?.slice(2).join()).toMatch(/^Nothing,(There is no|The contact is)/);
  });

  it('sorts and searches 2,000 contacts like every other grid', async () => {
    const stage = await openJobs({ contacts: 2_000, jobs: { pageSize: 100 } });
    await stage.click('[data-action=pause]');
    await stage.openResults();
    const { steps } = stage.draft;
    await stage.until(() => stage.grid.rows?.length === steps.length);
    const root = gridRoot(stage);
    expect(root.querySelector('[role=grid]')?.ariaRowCount).toBe(String(steps.length + 1));
    await stage.click('.head .name button', root);
    const sorted = steps.map(({ contactName }) => contactName).sort(new Intl.Collator('en').compare);
    await stage.until(() => names(stage)[0] === sorted[0]);
    expect(names(stage).slice(0, 5)).toEqual(sorted.slice(0, 5));
    const search = stage.get('input[type=search]', root) as HTMLInputElement;
    search.value = sorted[7] ?? '';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    const wanted = steps.filter(({ contactName }) => contactName === sorted[7]).length;
    await stage.until(() => stage.grid.rows?.length === wanted);
    expect(new Set(names(stage))).toEqual(new Set([sorted[7]]));
  });

  it('says how much is loaded until all is', async () => {
    const stage = await openJobs({ contacts: 400, jobs: { pageSize: 20, latencyMs: 60 } });
    await stage.openResults();
    const total = stage.draft.steps.length;
    const foot = (): string => stage.text('.foot', gridRoot(stage));
    await stage.until(() => foot().startsWith(`20 of ${total} loaded`));
    await stage.until(() => foot().startsWith(`${total} ·`));
  });

  it('follows a running job without moving the focus', async () => {
    const stage = await openJobs({ admin: { latencyMs: 150 } });
    const results = await stage.openResults();
    const chip = stage.get('.chip', results);
    chip.focus();
    const done = () => stage.table.filter(([, outcome]) => outcome === 'Done').length;
    const before = done();
    await stage.until(() => done() > before);
    expect(results.activeElement).toBe(chip);
    await stage.untilState('Finished');
    const all = stage.draft.steps.filter(({ action }) => action !== 'refused').length;
    await stage.until(() => stage.grid.rows?.count(({ state }) => state === 'done') === all);
  });

  it('lets a row go from what is looked at when it no longer belongs there', async () => {
    const stage = await openJobs({ admin: { latencyMs: 150 } });
    const results = await stage.openResults();
    const left = [...results.querySelectorAll<HTMLElement>('.chip')].at(-1);
    left?.click();
    await stage.until(() => left?.ariaPressed === 'true' && stage.table.every(([, is]) => is !== 'Done'));
    await stage.untilState('Finished');
    await stage.until(() => stage.grid.rows?.length === 0);
    expect(stage.text('.chip[aria-pressed=true]', results)).toBe('Not done 0');
  });

  it('exports what is shown, with the hidden columns on request', async () => {
    const stage = await openJobs();
    await stage.untilState('Finished');
    await stage.openResults();
    await stage.until(() => stage.grid.rows?.length === stage.draft.steps.length);
    const root = gridRoot(stage);
    const { name, text } = await savedFile(async () => {
      await stage.click('[popovertarget=export]', root);
      await stage.click('#export .item:last-child', root);
    });
    expect(name).toMatch(/^activate-\d+-contacts-kaserei-oberdorf-gmbh-\d{4}-\d\d-\d\d\.csv$/);
    const { data } = Papa.parse<Record<string, string>>(text, { header: true });
    expect(data.map((row) => Number(row['Contact ID']))).toEqual(
      stage.draft.steps.map(({ contactId }) => contactId),
    );
    expect(new Set(data.map((row) => row.Outcome))).toEqual(new Set(['Done', 'Refused']));
    expect(text).not.toContain('password');
  });
});
