import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { openJobs, savedFile, type Stage } from './stage.js';

async function finished(): Promise<{ stage: Stage; passwords: ShadowRoot; created: number }> {
  const stage = await openJobs();
  await stage.untilState('Finished');
  const passwords = stage.inside('portal-job-passwords');
  await stage.until(() => passwords.querySelector('.notice') !== null);
  const created = stage.draft.steps.filter(({ action }) => action === 'create').length;
  return { stage, passwords, created };
}

describe('<portal-job-passwords>', () => {
  it('are offered when the job stands still, with what is known about mails', async () => {
    const stage = await openJobs({ admin: { latencyMs: 100 } });
    await stage.until(() => /^[2-9] done/.test(stage.text('.counts')));
    const passwords = stage.inside('portal-job-passwords');
    expect(stage.text('.notice', passwords)).toBe('');
    await stage.untilState('Finished');
    expect(stage.text('.notice', passwords)).toMatch(/taken once\. They are in memory only.+not documented/);
  });

  it('are shown once, and gone when one is done with them', async () => {
    const { stage, passwords, created } = await finished();
    await stage.click('.show', passwords);
    await stage.until(() => passwords.querySelectorAll('tbody tr').length === created);
    expect(passwords.activeElement).toBe(stage.get('.scroller', passwords));
    const shown = [...passwords.querySelectorAll('.password')].map(({ textContent }) => textContent);
    expect(new Set(shown).size).toBe(created);
    expect((await stage.job()).hasPasswords).toBe(false);
    await stage.click('.forget', passwords);
    expect(passwords.querySelector('.password')).toBeNull();
    expect(stage.text('.notice', passwords)).toBe('');
    expect(await stage.jobs.takePasswords(stage.draft.id)).toEqual([]);
  });

  it('are saved as they are, never as a formula', async () => {
    const { stage, passwords, created } = await finished();
    const { text } = await savedFile(() => stage.click('.export', passwords));
    const { data } = Papa.parse<Record<string, string>>(text, { header: true });
    expect(data).toHaveLength(created);
    expect(data.every((row) => /^[a-z]\S{15}$/i.test(row['Initial password'] ?? ''))).toBe(true);
    expect(stage.text('.notice', passwords)).toContain('are here, and nowhere else');
  });

  it('are not here any more once somebody else has taken them', async () => {
    const { stage, passwords } = await finished();
    const show = stage.get('.show', passwords);
    // In the same turn, before the element can hear of it.
    const others = stage.jobs.takePasswords(stage.draft.id);
    show.click();
    expect(await others).not.toEqual([]);
    await stage.until(() => stage.text('.notice.warn', passwords).includes('taken already'));
  });
});
