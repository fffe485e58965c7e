import { beforeEach, describe, expect, it } from 'vitest';
import { openBulk, type Stage } from './stage.js';

const CSV = [
  'E-mail;User name;Security level',
  'joerg.brueggemann@oberdorf.example;j.b;Manager',
  'nobody@elsewhere.example;x;Basic',
].join('\n');

let stage: Stage;

async function read(text: string): Promise<void> {
  const csv = stage.root.querySelector('portal-csv-import');
  await csv?.read(new Blob([text]), 'people.csv');
  await stage.element.updateComplete;
}

/** A line for each of the first contacts that have an address, with a user name. */
function lines(count: number): string {
  const people = stage.rows.filter(({ contact }) => contact.email !== null).slice(0, count);
  const cells = people.map(({ contact }, index) => `${contact.email ?? ''};csv-${index};Manager`);
  return ['E-mail;User name;Security level', ...cells].join('\n');
}

describe('contacts from a file', () => {
  beforeEach(async () => {
    stage = await openBulk();
    await stage.set({ from: 'csv' });
  });

  it('are asked for first', async () => {
    await stage.click('.check-plan');
    expect(stage.text('#file-problem')).toBe(
      'Choose a file that names at least one contact of this company.',
    );
    expect(stage.text('#stage-file')).toBe('Step 1 of 3: whom the file names');
  });

  it('get what the file gives, before what the rules give', async () => {
    await read(lines(12));
    await stage.click('.check-plan');
    await stage.check();
    const created = stage.table.filter((cells) => cells[1] === 'New login');
    expect(created.length).toBeGreaterThan(3);
    for (const cells of created) {
      expect(cells[2]).toMatch(/^csv-\d+$/);
      expect(cells[3]).toBe('Manager');
    }
  });

  it('are told apart from lines that name nobody', async () => {
    await read(CSV.replace('joerg.brueggemann@oberdorf.example', stage.rows[1]?.contact.email ?? ''));
    await stage.click('[name=action][value=change-level]');
    await stage.click('.check-plan');
    await stage.check();
    expect(stage.words).toContain('1 line of the file is left out.');
  });

  it('are still there on the way back', async () => {
    await read(lines(5));
    await stage.click('.check-plan');
    await stage.click('.back');
    expect(stage.get('portal-csv-import').getBoundingClientRect().height).toBeGreaterThan(0);
    expect(stage.inside('portal-csv-import').textContent).toContain('people.csv');
  });

  it('are switched off without rules', async () => {
    await read(lines(12));
    await stage.click('[name=action][value=deactivate]');
    await stage.click('.check-plan');
    await stage.untilPlan();
    expect(stage.counts[0]).toBe('All 12');
    await stage.click('.back');
    expect(stage.get('#stage-file').getBoundingClientRect().height).toBeGreaterThan(0);
  });
});

describe('while contacts are still coming', () => {
  it('nobody can go on, and what was entered stays', async () => {
    stage = await openBulk();
    stage.element.loading = true;
    await stage.open('activate');
    await stage.click('.check-plan');
    expect(stage.words).toContain('The contacts are still being loaded.');
    expect(stage.root.querySelector('portal-dry-run')).toBeNull();
    stage.element.loading = false;
    await stage.element.updateComplete;
    await stage.check();
  });
});
