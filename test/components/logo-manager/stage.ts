import { elementUpdated, fixture, html } from '@open-wc/testing';
import {
  createMemoryClient,
  type MemoryClient,
  type MemoryClientOptions,
} from '../../../src/clients/memory/index.js';
import '../../../src/components/logo-manager/logo-manager.js';
import type { PortalLogoManager } from '../../../src/components/logo-manager/logo-manager.js';
import type { LogoSlot } from '../../../src/model/index.js';
import type { Bytes } from '../../model/logo-files/bytes.js';

export const PROVIDER = 0;
export const DAIRY = 174;
/** Has an own logo on its login page. */
export const FLORIST = 175;

/** The element on its own backend, with hands for everything that a test does to it. */
export class Stage {
  constructor(
    readonly element: PortalLogoManager,
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

  slot(slot: LogoSlot): string {
    return this.text(`[data-slot='${slot}']`);
  }

  /** The file field of a slot. */
  field(slot: LogoSlot): HTMLInputElement {
    const found = this.get(`#file-${slot}`);
    if (!(found instanceof HTMLInputElement)) throw new Error('no file field');
    return found;
  }

  /** Chooses files as the browser's own dialog does. */
  async choose(slot: LogoSlot, ...files: readonly File[]): Promise<void> {
    const field = this.field(slot);
    field.files = carrying(files).files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.read(slot);
  }

  async drop(slot: LogoSlot, ...files: readonly File[]): Promise<DragEvent> {
    const event = new DragEvent('drop', { dataTransfer: carrying(files), bubbles: true, cancelable: true });
    this.get(`[data-slot='${slot}'] .stage`).dispatchEvent(event);
    await this.read(slot);
    return event;
  }

  /** Waits until nothing goes on in a slot any more. */
  async read(slot: LogoSlot): Promise<void> {
    await elementUpdated(this.element);
    await this.until(() => this.get(`[data-slot='${slot}']`).ariaBusy === 'false');
  }

  /** The button with this text in a slot. */
  button(name: string, slot: LogoSlot): HTMLElement {
    const buttons = [...this.root.querySelectorAll<HTMLElement>(`[data-slot='${slot}'] button`)];
    const button = buttons.find((one) => one.textContent.trim() === name);
    if (button === undefined) throw new Error(`No button "${name}" at ${slot}.`);
    return button;
  }

  async press(name: string, slot: LogoSlot): Promise<void> {
    this.button(name, slot).click();
    await this.read(slot);
  }

  /** Waits until the element's own state fits, two seconds at most. */
  async until(condition: () => boolean): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      if (condition()) {
        await elementUpdated(this.element);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`Waited in vain. The element says: ${this.root.textContent.replace(/\s+/g, ' ')}`);
  }
}

function carrying(files: readonly File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}

export function file(bytes: Bytes | string, name = 'logo.png', type = 'image/png'): File {
  return new File([bytes], name, { type });
}

/** Opens the logos of a company and waits until they are there. */
export async function openLogos(options: MemoryClientOptions = {}, companyId = FLORIST): Promise<Stage> {
  const admin = createMemoryClient(options);
  const element = await fixture<PortalLogoManager>(
    html`<portal-logo-manager .admin=${admin} .companyId=${companyId}></portal-logo-manager>`,
  );
  const stage = new Stage(element, admin);
  await stage.until(() => stage.has('.stage') || stage.has('.notice'));
  return stage;
}
