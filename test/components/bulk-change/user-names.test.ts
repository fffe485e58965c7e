import { describe, expect, it } from 'vitest';
import { manyContacts, openBulk, type Stage } from './stage.js';

/** Names of the florist's people, as they are taken elsewhere in the same PSA. */
async function takenByOthers(stage: Stage): Promise<string[]> {
  const { rows } = await stage.admin.contacts(175, null);
  return rows.flatMap(({ portalUser }) => portalUser?.userName ?? []);
}

/** Gives a contact the address that is somebody's user name in another company. */
async function openWithTaken(count: number, latencyMs = 1): Promise<{ stage: Stage; name: string }> {
  const [name = ''] = await takenByOthers(await openBulk());
  const rows = manyContacts(count).map((row, index) => ({
    ...row,
    portalUser: null,
    ...(index === 1 && { contact: { ...row.contact, email: name } }),
  }));
  return { stage: await openBulk({ rows, asks: true, latencyMs }), name };
}

describe('user names of other companies', () => {
  it('are asked about where there are few, and refused where they are taken', async () => {
    const { stage, name } = await openWithTaken(20);
    await stage.open('activate');
    await stage.check();
    expect(stage.text('.reasons', stage.inside('portal-dry-run'))).toContain('1 user name taken');
    expect(stage.table.some((cells) => cells[4]?.includes(name))).toBe(true);
    expect(stage.words).not.toContain('is not known yet');
  });

  it('are asked about on request where there are many', async () => {
    const { stage } = await openWithTaken(6_000, 100);
    await stage.open('activate');
    await stage.check();
    expect(stage.words).toContain('user names are free in other companies is not known yet');
    const [all, created] = stage.counts;
    await stage.click('.ask-names');
    await stage.until(() => stage.root.querySelector('.asking') !== null);
    expect(stage.get('.start').getAttribute('aria-disabled')).toBe('true');
    await stage.until(() =>
      stage.text('.reasons', stage.inside('portal-dry-run')).includes('user name taken'),
    );
    expect(stage.counts[0]).toBe(all);
    expect(stage.counts[1]).not.toBe(created);
    expect(stage.get('.start').getAttribute('aria-disabled')).toBe('false');
  });

  it('are left to the job where nobody answers, which can be asked again', async () => {
    const { stage } = await openWithTaken(20);
    stage.admin.fail({ method: 'takenUserNames', error: { code: 'offline' } });
    await stage.open('activate');
    await stage.check();
    expect(stage.words).toContain('There is no connection to the PSA.');
    const [retry] = [...stage.root.querySelectorAll<HTMLElement>('.notice button')];
    retry?.click();
    await stage.until(() =>
      stage.text('.reasons', stage.inside('portal-dry-run')).includes('user name taken'),
    );
  });

  it('move on to the next number, about which it asks too', async () => {
    const { stage } = await openWithTaken(20);
    await stage.open('activate');
    await stage.click('[value=own]');
    const [name = ''] = await takenByOthers(stage);
    await stage.enter('#pattern', `${name}{number}`);
    await stage.check();
    const names = stage.table.filter((cells) => cells[1] === 'New login').map((cells) => cells[2]);
    expect(names[0]).toBe(`${name}2`);
    expect(new Set(names).size).toBe(names.length);
  });
});
