import { fixture, html } from '@open-wc/testing';
import { afterEach, expect, it, vi } from 'vitest';
import { createMemoryClient, createMemoryJobs } from '../../../src/clients/memory/index.js';
import '../../../src/components/index.js';
import '../../../src/content/panel/portal-page-panel.js';
import { PortalEvent } from '../../../src/components/shared/index.js';
import { contactPage } from '../../../src/content/psa/contact-page.js';

afterEach(() => vi.restoreAllMocks());

it('opens the PSA’s own page of a contact in a tab of its own', async () => {
  // The one thing that must not really happen here: another tab.
  const open = vi.spyOn(window, 'open').mockReturnValue(null);
  const admin = createMemoryClient();
  const panel = await fixture(
    html`<portal-page-panel
      .admin=${admin}
      .jobs=${createMemoryJobs(admin)}
      .companyId=${174}
    ></portal-page-panel>`,
  );
  const page = panel.shadowRoot?.querySelector('portal-company-page');
  const [row] = (await admin.contacts(174, null)).rows;
  if (!page || row === undefined) throw new Error('No page, or no contact.');
  const event = new PortalEvent('portal-edit-contact', { contact: row.contact }, { cancelable: true });
  page.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
  expect(open.mock.calls).toEqual([[contactPage(location.origin, row.contact.id), '_blank', 'noopener']]);
});
