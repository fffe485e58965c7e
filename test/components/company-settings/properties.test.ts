import { describe, expect, it } from 'vitest';
import { ContextProvider } from '@lit/context';
import { elementUpdated, fixture, html } from '@open-wc/testing';
import { createMemoryClient } from '../../../src/clients/memory/index.js';
import type { PortalCompanySettings } from '../../../src/components/company-settings/company-settings.js';
import { portalAdminContext } from '../../../src/components/shared/index.js';
import { DAIRY, FLORIST_WITH_TASKFIRE, openSettings, openWith, PROVIDER, Stage } from './stage.js';

describe('<portal-company-settings> properties', () => {
  it('says what is missing without admin or company', async () => {
    const element = await fixture<PortalCompanySettings>(
      html`<portal-company-settings></portal-company-settings>`,
    );
    const stage = new Stage(element, createMemoryClient());
    expect(stage.text('.notice')).toContain('Not connected to a PSA yet.');
    element.admin = stage.admin;
    await elementUpdated(element);
    expect(stage.text('.notice')).toContain('No company chosen.');
  });

  it('takes the company from the attribute, and 0 is a company', async () => {
    const element = await fixture<PortalCompanySettings>(
      html`<portal-company-settings .admin=${createMemoryClient()} company-id="0"></portal-company-settings>`,
    );
    expect(element.companyId).toBe(PROVIDER);
    const stage = new Stage(element, createMemoryClient());
    await stage.until(() => stage.has('h2'));
    expect(stage.text('h2')).toBe('Nordlicht IT-Service GmbH');
    expect(stage.text('[data-section="taskfire"]')).toContain('never billed');
  });

  it('treats a malformed company id as none', async () => {
    const element = await fixture<PortalCompanySettings>(
      html`<portal-company-settings company-id="17x"></portal-company-settings>`,
    );
    expect(element.companyId).toBe(undefined);
  });

  it('gets the admin from an ancestor', async () => {
    const parent = await fixture<HTMLElement>(html`<div></div>`);
    new ContextProvider(parent, { context: portalAdminContext, initialValue: createMemoryClient() });
    const element = await fixture<PortalCompanySettings>(
      html`<portal-company-settings company-id="174"></portal-company-settings>`,
      { parentNode: parent },
    );
    const stage = new Stage(element, createMemoryClient());
    await stage.until(() => stage.has('.row'));
    expect(stage.text('h2')).toBe('Käserei Oberdorf GmbH');
  });

  it('starts over for another company', async () => {
    const stage = await openSettings();
    await stage.flip('documents');
    stage.element.companyId = FLORIST_WITH_TASKFIRE;
    await stage.until(() => stage.has('h2') && stage.text('h2') === 'Blumen Jäger e. K.');
    expect(stage.element.isDirty).toBe(false);
  });

  it('keeps what was entered when only the connection changes', async () => {
    const stage = await openSettings();
    await stage.flip('documents');
    stage.element.admin = createMemoryClient();
    await elementUpdated(stage.element);
    await stage.until(() => stage.has('.changed'));
    expect(stage.element.isDirty).toBe(true);
  });

  it('shows that it is reconnecting', async () => {
    const stage = await openSettings();
    stage.element.reconnecting = true;
    await elementUpdated(stage.element);
    expect(stage.text('.notice')).toContain('Reconnecting');
  });

  it('goes on where it was when the page moves it, even in the middle of loading', async () => {
    const admin = createMemoryClient({ latencyMs: 30 });
    const element = await fixture<PortalCompanySettings>(
      html`<portal-company-settings .admin=${admin} .companyId=${DAIRY}></portal-company-settings>`,
    );
    const stage = new Stage(element, admin);
    const { parentElement } = element;
    element.remove();
    parentElement?.append(element);
    await stage.until(() => stage.has('.row'));
    await stage.flip('documents');
    element.remove();
    parentElement?.append(element);
    await stage.until(() => stage.has('.changed'));
    expect(element.isDirty).toBe(true);
  });

  it('stops listening to the admin once it is out of the page', async () => {
    const admin = createMemoryClient();
    const stage = await openWith(admin);
    const before = stage.select('workedTime').value;
    stage.element.remove();
    await admin.saveSettings(DAIRY, { workedTime: 'worked' }, '1');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(stage.select('workedTime').value).toBe(before);
  });
});
