import { elementUpdated, fixture, html } from '@open-wc/testing';
import {
  createMemoryClient,
  type MemoryClient,
  type MemoryClientOptions,
} from '../../../src/clients/memory/index.js';
import '../../../src/components/company-settings/company-settings.js';
import type { PortalCompanySettings } from '../../../src/components/company-settings/company-settings.js';
import { controlId } from '../../../src/components/company-settings/settings-page.js';
import type { SettingKey } from '../../../src/model/index.js';

export const PROVIDER = 0;
export const DAIRY = 174;
export const FLORIST_WITH_TASKFIRE = 175;
export const LOGISTICS_WITH_EARLY_ACCESS = 176;

/** The element on its own backend, with hands for everything that a test does to it. */
export class Stage {
  constructor(
    readonly element: PortalCompanySettings,
    readonly admin: MemoryClient,
  ) {}

  get root(): ShadowRoot {
    const root = this.element.shadowRoot;
    if (root === null) throw new Error('The root is closed.');
    return root;
  }

  /** The first match inside; throws where there is none. */
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

  row(key: SettingKey): string {
    return this.text(`[data-setting="${key}"]`);
  }

  select(key: SettingKey): HTMLSelectElement {
    const control = this.get(`#${controlId(key)}`);
    if (!(control instanceof HTMLSelectElement)) throw new Error(`${key} is no select.`);
    return control;
  }

  box(key: SettingKey): HTMLInputElement {
    const control = this.get(`#${controlId(key)}`);
    if (!(control instanceof HTMLInputElement)) throw new Error(`${key} is no check box.`);
    return control;
  }

  async choose(key: SettingKey, value: string): Promise<void> {
    const select = this.select(key);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await elementUpdated(this.element);
  }

  /** Enters a value in a part of a setting's control. */
  async enter(selector: string, value: string): Promise<void> {
    const control = this.get(selector) as HTMLInputElement | HTMLSelectElement;
    control.value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await elementUpdated(this.element);
  }

  /** What a select offers. */
  options(selector: string): string[] {
    return [...(this.get(selector) as HTMLSelectElement).options].map(({ label }) => label);
  }

  /** The name of what is chosen in a select. */
  chosen(selector: string): string | undefined {
    return (this.get(selector) as HTMLSelectElement).selectedOptions[0]?.label;
  }

  async click(selector: string): Promise<void> {
    this.get(selector).click();
    await elementUpdated(this.element);
  }

  async flip(key: SettingKey): Promise<void> {
    await this.click(`#${controlId(key)}`);
  }

  /** The button with this text or name. */
  async press(name: string, within = ''): Promise<void> {
    const buttons = [...this.root.querySelectorAll<HTMLElement>(`${within} button`)];
    const button = buttons.find((one) => (one.ariaLabel ?? one.textContent.trim()) === name);
    if (button === undefined) throw new Error(`No button "${name}".`);
    button.click();
    await elementUpdated(this.element);
  }

  /** Waits until the element's own state fits, two seconds at most. */
  async until(condition: () => boolean): Promise<void> {
    await waitFor(condition, this.root);
    await elementUpdated(this.element);
  }

  async save(): Promise<void> {
    await this.click('.bar .primary');
    await this.until(() => !this.has('.bar[aria-busy="true"]'));
  }
}

export async function waitFor(condition: () => boolean, root: ParentNode | ShadowRoot): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`Waited in vain. The element says: ${root.textContent?.replace(/\s+/g, ' ') ?? ''}`);
}

/** Opens the settings of a company and waits until they are there. */
export async function openSettings(options: MemoryClientOptions = {}, companyId = DAIRY): Promise<Stage> {
  const admin = createMemoryClient(options);
  return openWith(admin, companyId);
}

export async function openWith(admin: MemoryClient, companyId = DAIRY): Promise<Stage> {
  const element = await fixture<PortalCompanySettings>(
    html`<portal-company-settings .admin=${admin} .companyId=${companyId}></portal-company-settings>`,
  );
  const stage = new Stage(element, admin);
  await stage.until(() => stage.has('.row'));
  return stage;
}
