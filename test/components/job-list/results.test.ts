import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { openJobs, savedFile } from './stage.js';

/** The names in the rows of the table. */
const names = (results: ShadowRoot) =>
  [...results.querySelectorAll('tbody th')].map(({ textContent }) => textContent);

describe('<portal-job-results>', () => {
  it('shows every contact with what came of it and why', async () => {
    const failures = [{ method: 'createPortalUser', error: { code: 'forbidden' }, times: 2 }] as const;
    const stage = await openJobs({ admin: { failures } });
    await stage.untilState('Finished with failures');
    const results = await stage.openResults();
    const { steps } = stage.draft;
    await stage.until(() => names(results).length === steps.length);
    expect(names(results)).toEqual(steps.map(({ contactName }) => contactName));
    await stage.click('.chip:nth-child(2)', results);
    expect(stage.text('.chip[aria-pressed=true]', results)).toBe('Failed 2');
    expect(names(results)).toHaveLength(2);
    expect(stage.text('tbody tr', results)).toContain('You are not allowed to do this.');
    await stage.click('.chip:nth-child(3)', results);
    expect(stage.text('tbody tr', results)).toMatch(/Refused Nothing (There is no|The contact is)/);
  });

  it('pages through a large job', async () => {
    const stage = await openJobs({ contacts: 2_000, jobs: { pageSize: 100 } });
    await stage.click('[data-action=pause]');
    const results = await stage.openResults();
    const total = stage.draft.steps.length;
    await stage.until(
      () => stage.text('.export', results) !== '' && !stage.text('.tools', results).includes('loaded'),
    );
    expect(names(results)).toHaveLength(50);
    await stage.click('.pager button:last-child', results);
    expect(stage.text('.pager [role=status]', results)).toBe(`51 to 100 of ${total.toLocaleString('en')}`);
    expect(names(results)[0]).toBe(stage.draft.steps[50]?.contactName);
    await stage.click('.pager button:first-child', results);
    expect(names(results)[0]).toBe(stage.draft.steps[0]?.contactName);
  });

  it('follows a running job without moving the focus', async () => {
    const stage = await openJobs({ admin: { latencyMs: 150 } });
    const results = await stage.openResults();
    const chip = stage.get('.chip', results);
    chip.focus();
    const done = () => results.querySelectorAll('td.done').length;
    const before = done();
    await stage.until(() => done() > before);
    expect(results.activeElement).toBe(chip);
    await stage.untilState('Finished');
    await stage.until(() => done() === stage.draft.steps.filter(({ action }) => action !== 'refused').length);
  });

  it('exports all of it, whatever is filtered', async () => {
    const stage = await openJobs();
    await stage.untilState('Finished');
    const results = await stage.openResults();
    await stage.until(() => stage.get('.export', results).ariaDisabled === 'false');
    await stage.click('.chip:nth-child(2)', results);
    const { name, text } = await savedFile(() => stage.click('.export', results));
    expect(name).toMatch(/^activate-\d+-contacts-kaserei-oberdorf-gmbh-\d{4}-\d\d-\d\d\.csv$/);
    const { data } = Papa.parse<Record<string, string>>(text, { header: true });
    expect(data.map((row) => Number(row['Contact ID']))).toEqual(
      stage.draft.steps.map(({ contactId }) => contactId),
    );
    expect(new Set(data.map((row) => row.Outcome))).toEqual(new Set(['Done', 'Refused']));
    expect(text).not.toContain('password');
  });
});
