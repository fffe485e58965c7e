import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { describe, it } from 'vitest';
import type { ConnectionDraft, Connections, ConnectionSummary } from '../../../src/channel/index.js';
import { PortalError } from '../../../src/contract/index.js';
import type { PortalConnectionForm } from '../../../src/pages/options/portal-connection-form.js';
import '../../../src/pages/options/portal-options.js';
import type { PortalOptions } from '../../../src/pages/options/portal-options.js';

const stored: ConnectionSummary = {
  psaOrigin: 'https://ww5.autotask.net',
  source: 'stored',
  autotask: { user: 'api@provider.example', baseUrl: null },
  portalService: null,
};

/** The worker's connections, in memory; what it was asked to do is kept. */
class WorkerInMemory implements Connections {
  readonly saved: ConnectionDraft[] = [];
  failure: PortalError | undefined;

  constructor(private connections: ConnectionSummary[]) {}

  list = () => (this.failure ? Promise.reject(this.failure) : Promise.resolve([...this.connections]));
  save: Connections['save'] = (draft) => {
    this.saved.push(draft);
    this.connections = [{ ...stored, psaOrigin: draft.psaOrigin }];
    return Promise.resolve({ saved: true, connection: stored });
  };
  test: Connections['test'] = () => Promise.resolve({ tested: false, problem: 'other-zone' });
  forget: Connections['forget'] = (psaOrigin) => {
    this.connections = this.connections.filter((one) => one.psaOrigin !== psaOrigin);
    return Promise.resolve();
  };
  subscribe = () => () => undefined;
}

async function show(worker: WorkerInMemory): Promise<PortalOptions> {
  const page = await fixture<PortalOptions>(
    html`<portal-options
      .connections=${worker}
      .hostPermissions=${['https://*.autotask.net/*']}
    ></portal-options>`,
  );
  await settle(page);
  return page;
}

async function settle(page: PortalOptions): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await page.updateComplete;
  await page.shadowRoot?.querySelector<PortalConnectionForm>('portal-connection-form')?.updateComplete;
}

const inside = (page: PortalOptions, tag: string) => page.shadowRoot?.querySelector(tag)?.shadowRoot;
const textOf = (page: PortalOptions, tag: string) => inside(page, tag)?.textContent ?? '';

function type(page: PortalOptions, id: string, text: string): void {
  const input = inside(page, 'portal-connection-form')?.querySelector<HTMLInputElement>(`#${id}`);
  if (!input) throw new Error(`no field ${id}`);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

function click(page: PortalOptions, tag: string, label: string): void {
  const buttons = [...(inside(page, tag)?.querySelectorAll('button') ?? [])];
  const button = buttons.find(({ textContent }) => textContent.trim() === label);
  if (!button) throw new Error(`no button ${label}`);
  button.click();
}

describe('<portal-options>', () => {
  it('opens the form where nothing is connected yet, and is accessible', async () => {
    const page = await show(new WorkerInMemory([]));
    expect(inside(page, 'portal-connection-form')).to.exist;
    await expect(page).to.be.accessible();
  });

  it('saves what was typed and shows it', async () => {
    const worker = new WorkerInMemory([]);
    const page = await show(worker);
    type(page, 'psaOrigin', 'ww5.autotask.net');
    type(page, 'user', 'api@provider.example');
    type(page, 'secret', 's');
    type(page, 'integrationCode', 'c');
    click(page, 'portal-connection-form', 'Save');
    await settle(page);
    expect(worker.saved).to.have.length(1);
    expect(inside(page, 'portal-connection-form')).not.to.exist;
    expect(textOf(page, 'portal-connection-card')).to.contain('https://ww5.autotask.net');
    await expect(page).to.be.accessible();
  });

  it('says at the field what is missing, and goes there', async () => {
    const worker = new WorkerInMemory([]);
    const page = await show(worker);
    click(page, 'portal-connection-form', 'Save');
    await settle(page);
    expect(worker.saved).to.have.length(0);
    const focused = inside(page, 'portal-connection-form')?.activeElement;
    expect(focused).to.have.property('id', 'psaOrigin');
    expect(textOf(page, 'portal-connection-form')).to.contain('Fill this in.');
    await expect(page).to.be.accessible();
  });

  it('shows what a test found', async () => {
    const page = await show(new WorkerInMemory([stored]));
    click(page, 'portal-connection-card', 'Test');
    await settle(page);
    expect(textOf(page, 'portal-connection-report')).to.contain('belongs to a PSA at another address');
    await expect(page).to.be.accessible();
  });

  it('forgets only what was confirmed', async () => {
    const page = await show(new WorkerInMemory([stored]));
    click(page, 'portal-connection-card', 'Forget');
    await settle(page);
    const forgotten = oneEvent(page, 'portal-connection-forget');
    click(page, 'portal-connection-card', 'Forget');
    await forgotten;
    await settle(page);
    expect(inside(page, 'portal-connection-card')).not.to.exist;
  });

  it('says when the worker cannot be reached, and tries again', async () => {
    const worker = new WorkerInMemory([stored]);
    worker.failure = new PortalError({ code: 'worker-restarted' });
    const page = await show(worker);
    const retry = page.shadowRoot?.querySelector<HTMLButtonElement>('.notice.bad button');
    expect(retry).to.exist;
    worker.failure = undefined;
    retry?.click();
    await settle(page);
    expect(inside(page, 'portal-connection-card')).to.exist;
  });
});
