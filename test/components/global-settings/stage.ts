import { elementUpdated, fixture, html } from '@open-wc/testing';
import {
  createMemoryClient,
  type MemoryClient,
  type MemoryClientOptions,
} from '../../../src/clients/memory/index.js';
import { globalControlId } from '../../../src/components/global-settings/global-page.js';
import '../../../src/components/global-settings/global-settings.js';
import type { PortalGlobalSettings } from '../../../src/components/global-settings/global-settings.js';
import type { GlobalKey } from '../../../src/model/index.js';
import { waitFor } from '../company-settings/stage.js';

/** The element on its own backend, with hands for everything that a test does to it. */
export class Stage {
  constructor(
    readonly element: PortalGlobalSettings,
    readonly admin: MemoryClient,
  ) {}

  get root(): ShadowRoot {
    const root = this.element.shadowRoot;
    if (root === null) throw new Error('The root is closed.');
    return root;
  }

  get(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`No ${selector} in the element.`);
    return found;
  }

  has(selector: string): boolean {
    return this.root.querySelector(selector) !== null;
  }

  text(selector: string): string {
    return this.get(selector).textContent.replace(/\s+/g, ' ').trim();
  }

  row(key: string): string {
    return this.text(`[data-setting="${key}"]`);
  }

  select(key: GlobalKey): HTMLSelectElement {
    const control = this.get(`#${globalControlId(key)}`);
    if (!(control instanceof HTMLSelectElement)) throw new Error(`${key} is no select.`);
    return control;
  }

  async choose(key: GlobalKey, value: string): Promise<void> {
    await this.enter(`#${globalControlId(key)}`, value);
  }

  /** Gives a field a value, as if it had been typed or chosen. */
  async enter(selector: string, value: string): Promise<void> {
    const field = this.get(selector);
    if (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await elementUpdated(this.element);
  }

  async click(selector: string): Promise<void> {
    this.get(selector).click();
    await elementUpdated(this.element);
  }

  async until(condition: () => boolean): Promise<void> {
    await waitFor(condition, this.root);
    await elementUpdated(this.element);
  }

  async save(): Promise<void> {
    await this.click('.bar .primary');
    await this.until(() => !this.has('.bar[aria-busy="true"]'));
  }

  /** The dialog in which somebody chooses between two versions. */
  get dialog(): ShadowRoot {
    const root = this.get('portal-settings-conflict').shadowRoot;
    if (root === null) throw new Error('The dialog has no open root.');
    return root;
  }

  clickInDialog(selector: string): void {
    const found = this.dialog.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`No ${selector} in the dialog.`);
    found.click();
  }
}

/** Opens the global settings and waits until they are there. */
export async function openGlobals(options: MemoryClientOptions = {}): Promise<Stage> {
  return openWith(createMemoryClient(options));
}

export async function openWith(admin: MemoryClient, isThere = '.row, .notice'): Promise<Stage> {
  const element = await fixture<PortalGlobalSettings>(
    html`<portal-global-settings .admin=${admin}></portal-global-settings>`,
  );
  const stage = new Stage(element, admin);
  await stage.until(() => stage.has(isThere));
  return stage;
}
