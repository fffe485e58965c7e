import { expect as expectElement } from '@open-wc/testing';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { PortalError } from '../../../src/contract/index.js';
import { savedFile } from '../job-list/stage.js';
import { entry, JournalStage } from './journal-stage.js';

const three = [
  entry({ field: 'twoFactor', before: 'global', after: 'all' }),
  entry({
    ...{ companyName: 'Käserei Oberdorf GmbH', contactId: 1_741_001, contactName: 'Jäger, Aylin' },
    ...{ field: 'userName', before: 'old@oberdorf.example', after: '=cmd@x.example' },
  }),
  entry({ companyId: 0, psaOrigin: 'https://ww14.autotask.net', pageUser: null }),
];

async function shown(entries = three): Promise<JournalStage> {
  const stage = await JournalStage.open(entries);
  await stage.show();
  await stage.until(() => stage.rows.length > 0);
  return stage;
}

function type(stage: JournalStage, text: string): void {
  const search = stage.get('input[type=search]');
  if (search instanceof HTMLInputElement) search.value = text;
  search.dispatchEvent(new Event('input', { bubbles: true }));
}

function choose(stage: JournalStage, label: string, option: string): void {
  const labels = [...stage.root.querySelectorAll('label')];
  const select = labels.find(({ textContent }) => textContent.includes(label))?.querySelector('select');
  if (!select) throw new Error(`No ${label}.`);
  select.value = option;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('the journal page', () => {
  it('shows who changed what where, the newest first, and says what it does not know', async () => {
    const stage = await shown();
    expect(stage.rows[0]).toMatch(/api@provider\.example Company 0 ww14.+ Off → On Saved$/);
    expect(stage.rows[1]).toContain('page shows Sørensen, Henrike');
    expect(stage.rows[1]).toContain('Käserei Oberdorf GmbH (174) · Jäger, Aylin (1741001)');
    expect(stage.rows[2]).toContain('Company 174');
    expect(stage.rows[2]).toMatch(/Two-factor authentication global → all Saved/);
    expect(stage.text('[slot=lead]')).toMatch(/knows nothing of what was changed in the PSA itself.+20,000/);
    await expectElement(stage.element).to.be.accessible();
  });

  it('reads a new login by its parts', async () => {
    const after = JSON.stringify({ userName: 'new@oberdorf.example', isActive: true, securityLevel: 2 });
    const stage = await shown([entry({ field: 'account', before: null, after, contactId: 5 })]);
    expect(stage.rows[0]).toContain(
      'login – → user name: new@oberdorf.example, active: On, security level: 2 Saved',
    );
  });

  it('finds words anywhere in an entry', async () => {
    const stage = await shown();
    type(stage, 'henrike two-factor');
    await stage.until(() => stage.rows.length === 1);
    type(stage, 'nobody');
    await stage.until(() => stage.text('.nothing') === 'No entry matches.');
    await expectElement(stage.element).to.be.accessible();
  });

  it('shows one PSA, one company, and all again', async () => {
    const stage = await shown();
    choose(stage, 'Company', '0 · ww14.autotask.net');
    await stage.until(() => stage.rows.length === 1);
    choose(stage, 'PSA', 'https://ww5.autotask.net');
    await stage.until(() => stage.rows.length === 2);
    choose(stage, 'Company', 'Käserei Oberdorf GmbH (174)');
    await stage.until(() => stage.rows.length === 2);
    choose(stage, 'PSA', 'All');
    await stage.until(() => stage.rows.length === 3);
  });

  it('reads all of a large journal and pages it', async () => {
    const many = Array.from({ length: 450 }, (_none, at) => entry({ companyId: at }));
    const stage = await shown(many);
    await stage.until(() => stage.text('.foot [role=status]') === '1 to 100 of 450');
    expect(stage.rows[0]).toContain('Company 449');
    stage.get('.pager button:last-child').click();
    await stage.until(() => stage.rows[0]?.includes('Company 349') === true);
  });

  it('exports what is filtered, and lets no spreadsheet run it', async () => {
    const stage = await shown();
    type(stage, 'user name');
    await stage.until(() => stage.rows.length === 1);
    const { name, text } = await savedFile(() => {
      stage.get('.export').click();
      return Promise.resolve();
    });
    expect(name).toMatch(/^portal-journal-\d{4}-\d\d-\d\d\.csv$/);
    const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true });
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      'When (UTC)': '2026-11-24T14:07:00.000Z',
      Company: 'Käserei Oberdorf GmbH',
      'Company ID': '174',
      Contact: 'Jäger, Aylin',
      'Contact ID': '1741001',
      Field: 'userName',
      After: "'=cmd@x.example",
      Outcome: 'done',
    });
  });

  it('is emptied only after a question that offers to save it first', async () => {
    const stage = await shown();
    stage.get('.purge').click();
    await stage.until(() => stage.purge.querySelector('portal-dialog[open]') !== null);
    await expectElement(stage.element).to.be.accessible();
    const { text } = await savedFile(() => {
      stage.purge.querySelector<HTMLElement>('.export')?.click();
      return Promise.resolve();
    });
    expect(text.trim().split('\n')).toHaveLength(4);
    expect(stage.rows).toHaveLength(3);
    stage.purge.querySelector<HTMLElement>('.danger')?.click();
    await stage.until(() => stage.text('.nothing').startsWith('Nothing was saved'));
    expect((await stage.journal.page({ psaOrigin: null, companyId: null }, null)).total).toBe(0);
    await stage.until(() => stage.root.activeElement === stage.get('.purge'));
  });

  it('says when the worker cannot be reached, and tries again', async () => {
    const stage = await JournalStage.open(three);
    stage.failure = new PortalError({ code: 'worker-restarted' });
    await stage.show();
    await stage.until(() => stage.text('.notice.bad').includes('interrupted'));
    stage.failure = undefined;
    stage.get('.notice.bad button').click();
    await stage.until(() => stage.rows.length === 3);
    expect(stage.text('.notice.bad')).toBe('');
  });
});
