import { expect as expectElement, fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { createMemoryClient, createMemoryJobs } from '../../../src/clients/memory/index.js';
import '../../../src/pages/jobs/portal-jobs-page.js';
import type { PortalJobsPage } from '../../../src/pages/jobs/portal-jobs-page.js';
import { activateAll, withContacts } from '../job-list/plans.js';

describe('the jobs page', () => {
  it('shows the jobs of all companies in the frame of the pages', async () => {
    const seed = withContacts(12);
    const jobs = createMemoryJobs(createMemoryClient({ seed }));
    await jobs.start(activateAll(seed));
    const page = await fixture<PortalJobsPage>(html`<portal-jobs-page .jobs=${jobs}></portal-jobs-page>`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const list = page.shadowRoot?.querySelector('portal-job-list')?.shadowRoot;
    expect(list?.querySelectorAll('portal-job-card')).toHaveLength(1);
    const frame = page.shadowRoot?.querySelector('portal-page-frame')?.shadowRoot;
    expect(frame?.querySelector('nav [aria-current=page]')?.textContent).toBe('Jobs');
    await expectElement(page).to.be.accessible();
  });
});
