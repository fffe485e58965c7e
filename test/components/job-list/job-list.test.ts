import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { createMemoryClient, createMemoryJobs } from '../../../src/clients/memory/index.js';
import '../../../src/components/job-list/job-list.js';
import type { PortalJobList } from '../../../src/components/job-list/job-list.js';
import type { JobDraft } from '../../../src/contract/index.js';
import { activateAll, DAIRY, withContacts } from './plans.js';
import { openJobs } from './stage.js';

const FLORIST = 175;
const seed = withContacts(12);

function refusedDraft(companyId: number): JobDraft {
  const contactId = 1;
  const steps: JobDraft['steps'] = [
    { action: 'refused', contactId, contactName: 'Adler', reason: 'contact-inactive' },
  ];
  return { id: crypto.randomUUID(), companyId, companyName: `Company ${companyId}`, kind: 'change', steps };
}

async function settled(element: PortalJobList): Promise<string[]> {
  await new Promise((resolve) => setTimeout(resolve, 300));
  const cards = [...(element.shadowRoot?.querySelectorAll('portal-job-card') ?? [])];
  return cards.map((card) => card.shadowRoot?.querySelector('h3')?.textContent ?? '');
}

describe('<portal-job-list>', () => {
  it('shows the newest first, of all companies with their names', async () => {
    const jobs = createMemoryJobs(createMemoryClient({ seed }));
    await jobs.start(activateAll(seed));
    await new Promise((resolve) => setTimeout(resolve, 5));
    await jobs.start(refusedDraft(FLORIST));
    const element = await fixture<PortalJobList>(html`<portal-job-list .jobs=${jobs}></portal-job-list>`);
    expect(await settled(element)).toEqual(['Change 1 login', 'Activate 7 contacts']);
    const card = element.shadowRoot?.querySelector('portal-job-card');
    expect(card?.shadowRoot?.querySelector('.facts')?.textContent).toContain('Company 175');
  });

  it('says that jobs are missing, and shows them once they are handed in; a recent list says nothing', async () => {
    const jobs = createMemoryJobs(createMemoryClient({ seed }));
    await jobs.start(refusedDraft(FLORIST));
    const element = await fixture<PortalJobList>(html`<portal-job-list></portal-job-list>`);
    expect(element.shadowRoot?.querySelector('.notice')?.textContent).toContain(
      'Jobs are not connected yet.',
    );
    element.jobs = jobs;
    expect(await settled(element)).toEqual(['Change 1 login']);
    expect(element.shadowRoot?.querySelector('.notice')).toBe(null);
    const recent = await fixture<PortalJobList>(html`<portal-job-list recent></portal-job-list>`);
    expect(recent.shadowRoot?.textContent.trim()).toBe('');
  });

  it('shows one company’s only, 0 too', async () => {
    const jobs = createMemoryJobs(createMemoryClient({ seed }));
    await jobs.start(activateAll(seed));
    await jobs.start(refusedDraft(0));
    const element = await fixture<PortalJobList>(
      html`<portal-job-list company-id="0" .jobs=${jobs}></portal-job-list>`,
    );
    expect(await settled(element)).toEqual(['Change 1 login']);
    element.companyId = DAIRY;
    expect(await settled(element)).toEqual(['Activate 7 contacts']);
  });

  it('is nothing in a page where nothing is recent, and appears with a job', async () => {
    const now = { at: new Date(Date.now() - 2 * 86_400_000) };
    const jobs = createMemoryJobs(createMemoryClient({ seed }), { now: () => now.at });
    await jobs.start(refusedDraft(DAIRY));
    const element = await fixture<PortalJobList>(
      html`<portal-job-list recent .jobs=${jobs}></portal-job-list>`,
    );
    expect(await settled(element)).toEqual([]);
    expect(element.shadowRoot?.querySelector('section')).toBeNull();
    now.at = new Date();
    await jobs.start(activateAll(seed));
    expect(await settled(element)).toEqual(['Activate 7 contacts']);
  });

  it('keeps a card’s place, its open table and the focus while jobs move', async () => {
    const stage = await openJobs({ admin: { latencyMs: 40 } });
    await stage.openResults();
    const summary = stage.get('summary');
    summary.focus();
    await stage.jobs.start(refusedDraft(FLORIST));
    await stage.until(() => stage.cards.length === 2);
    await stage.untilState('Finished');
    expect(stage.get('summary')).toBe(summary);
    expect(stage.card.activeElement).toBe(summary);
    expect(stage.get('details').hasAttribute('open')).toBe(true);
  });

  it('says when the jobs cannot be read, and tries again', async () => {
    const failures = [{ method: 'list', error: { code: 'worker-restarted' } }] as const;
    const jobs = createMemoryJobs(createMemoryClient({ seed }), { failures });
    await jobs.start(activateAll(seed));
    const element = await fixture<PortalJobList>(html`<portal-job-list .jobs=${jobs}></portal-job-list>`);
    await settled(element);
    const notice = element.shadowRoot?.querySelector('.notice.bad');
    expect(notice?.textContent).toContain('interrupted');
    notice?.querySelector('button')?.click();
    expect(await settled(element)).toEqual(['Activate 7 contacts']);
    expect(element.shadowRoot?.querySelector('.notice.bad')).toBeNull();
  });

  it('stops when it leaves the page, and is current when it returns', async () => {
    const jobs = createMemoryJobs(createMemoryClient({ seed }));
    const element = await fixture<PortalJobList>(html`<portal-job-list .jobs=${jobs}></portal-job-list>`);
    const parent = element.parentElement;
    element.remove();
    await jobs.start(activateAll(seed));
    expect(await settled(element)).toEqual([]);
    parent?.append(element);
    expect(await settled(element)).toEqual(['Activate 7 contacts']);
  });
});
