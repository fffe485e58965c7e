import { fixture, html } from '@open-wc/testing';
import { describe, expect, it, vi } from 'vitest';
import {
  createMemoryClient,
  createMemoryJobs,
  type MemoryClientOptions,
} from '../../../src/clients/memory/index.js';
import type { PortalContactGrid } from '../../../src/components/contact-grid/contact-grid.js';
import type { PortalChange, PortalJobs } from '../../../src/contract/index.js';
import { DAIRY, Stage } from './stage.js';

interface Opened {
  readonly stage: Stage;
  readonly jobs: PortalJobs;
  /** Has the backend tell of a change. */
  readonly tell: (change: PortalChange) => void;
}

async function openWithJobs(options: MemoryClientOptions = {}): Promise<Opened> {
  const admin = createMemoryClient(options);
  const jobs = createMemoryJobs(admin);
  const subscribe = vi.spyOn(admin, 'subscribe');
  const element = await fixture<PortalContactGrid>(
    html`<portal-contact-grid .admin=${admin} .jobs=${jobs} .companyId=${DAIRY}></portal-contact-grid>`,
  );
  const stage = new Stage(element, admin);
  await stage.until(() => stage.has('.rows .row'));
  const tell = (change: PortalChange): void => subscribe.mock.calls.forEach(([listener]) => listener(change));
  return { stage, jobs, tell };
}

const bulkOf = (stage: Stage) => stage.inside('portal-bulk-change');
const isOpen = (stage: Stage) => stage.has('portal-dialog[open]', bulkOf(stage));

describe('changes of many contacts in the grid', () => {
  it('appear with the selection and are about whom it names', async () => {
    const { stage } = await openWithJobs();
    expect(stage.has('.selection-bar', stage.gridRoot)).toBe(false);
    for (const row of stage.rows.slice(0, 3)) stage.get('input[type=checkbox]', row).click();
    await stage.until(() => stage.has('.selection-bar', stage.gridRoot));
    await stage.click('[data-bulk=deactivate]');
    await stage.until(() => stage.has('portal-dry-run', bulkOf(stage)));
    const dialog = stage.get('portal-dialog', bulkOf(stage)) as HTMLElement & { heading: string };
    expect(dialog.heading).toBe('Deactivate 3 contacts');
  });

  it('are started as a job, after which nobody is selected', async () => {
    const { stage, jobs } = await openWithJobs();
    const started: string[] = [];
    stage.element.addEventListener('portal-bulk-started', ({ detail }) => started.push(detail.job.id));
    stage.get('.head input[type=checkbox]', stage.gridRoot).click();
    await stage.until(() => stage.has('.selection-bar', stage.gridRoot));
    await stage.click('[data-bulk=deactivate]');
    await stage.until(() => stage.has('.start', bulkOf(stage)));
    await stage.click('.start', bulkOf(stage));
    await stage.until(() => started.length === 1 && !isOpen(stage));
    expect((await jobs.list()).map(({ id }) => id)).toEqual(started);
    await stage.until(() => !stage.has('.selection-bar', stage.gridRoot));
    await stage.until(() =>
      stage.text('[role=status][aria-live]', stage.root).includes('The job has been started.'),
    );
  });

  it('begin with a file without any selection', async () => {
    const { stage } = await openWithJobs();
    await stage.click('[data-bulk=csv]');
    await stage.until(() => stage.has('portal-csv-import', bulkOf(stage)));
    expect(isOpen(stage)).toBe(true);
  });

  it('are not offered where nobody may change anything', async () => {
    const { stage } = await openWithJobs({ permission: 'viewer' });
    expect(stage.has('[data-bulk]')).toBe(false);
  });

  it('stay as they were entered while everything is read anew', async () => {
    const { stage, tell } = await openWithJobs({ latencyMs: 30 });
    stage.get('.head input[type=checkbox]', stage.gridRoot).click();
    await stage.until(() => stage.has('.selection-bar', stage.gridRoot));
    await stage.click('[data-bulk=activate]');
    await stage.click('[value=own]', bulkOf(stage));
    stage.enter('#pattern', 'kd-{id}', bulkOf(stage));
    tell({ kind: 'connection' });
    await stage.until(() => stage.has('.skeleton'));
    await stage.until(() => stage.has('.rows .row'));
    expect(isOpen(stage)).toBe(true);
    expect((stage.get('#pattern', bulkOf(stage)) as HTMLInputElement).value).toBe('kd-{id}');
  });

  it('are closed with the company that they were for', async () => {
    const { stage } = await openWithJobs();
    await stage.click('[data-bulk=csv]');
    await stage.until(() => isOpen(stage));
    stage.element.companyId = 175;
    await stage.until(() => !isOpen(stage));
  });
});
