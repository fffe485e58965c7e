import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { createMemoryClient, manyContacts } from '../../../src/clients/memory/index.js';
import type { PortalContactGrid } from '../../../src/components/contact-grid/contact-grid.js';
import { setPortalLocale } from '../../../src/locales/localization.js';
import { FLORIST_WITH_TASKFIRE, openGrid, openWith, PROVIDER, Stage, waitFor, withRows } from './stage.js';

describe('<portal-contact-grid> properties', () => {
  it('takes the company from the attribute, 0 too', async () => {
    const element = await fixture<PortalContactGrid>(
      html`<portal-contact-grid company-id="0" .admin=${createMemoryClient()}></portal-contact-grid>`,
    );
    expect(element.companyId).toBe(PROVIDER);
    const stage = new Stage(element, createMemoryClient());
    await stage.until(() => stage.rows.length === 6);
  });

  it('says what is missing without an administration or a company, and goes on once it is there', async () => {
    const element = await fixture<PortalContactGrid>(html`<portal-contact-grid></portal-contact-grid>`);
    const stage = new Stage(element, createMemoryClient());
    expect(stage.text('.notice')).toContain('Not connected to a PSA yet.');
    expect(stage.has('[role=grid]')).toBe(false);
    expect(stage.has('.skeleton')).toBe(false);
    element.admin = stage.admin;
    await element.updateComplete;
    expect(stage.text('.notice')).toContain('No company chosen.');
    element.companyId = FLORIST_WITH_TASKFIRE;
    await stage.until(() => stage.has('.rows .row'));
    expect(stage.root.textContent).not.toContain('No company chosen.');
  });

  it('shows another company when the id changes, and ends loading the first', async () => {
    const admin = createMemoryClient({ seed: withRows(manyContacts(3_000)), latencyMs: 20 });
    const stage = await openWith(admin);
    await stage.until(() => stage.has('.rows .row'));
    await stage.search('adler');
    stage.element.companyId = FLORIST_WITH_TASKFIRE;
    await stage.until(
      () => stage.text('.foot').startsWith('9 contacts') || stage.text('.foot').startsWith('20'),
    );
    const before = stage.text('.foot');
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(stage.text('.foot')).toBe(before);
    expect(stage.names.length).toBeGreaterThan(3);
  });

  it('stops when it leaves the page and loads again when it returns', async () => {
    const stage = await openGrid({ seed: withRows(manyContacts(2_000)), latencyMs: 20 });
    const { element } = stage;
    const parent = element.parentElement;
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 150));
    parent?.append(element);
    await stage.until(() => stage.has('.foot') && stage.text('.foot').startsWith('2,000 contacts'));
  });

  it('follows the language', async () => {
    const stage = await openGrid();
    await setPortalLocale('de');
    await stage.element.updateComplete;
    expect(stage.has('.rows .row')).toBe(true);
    await setPortalLocale('en');
    await waitFor(() => stage.text('.head .name') === 'Name ↑');
  });

  it('says that it is reconnecting', async () => {
    const stage = await openGrid();
    stage.element.reconnecting = true;
    await stage.until(() => stage.text('.notices').includes('Reconnecting'));
  });
});
