import { elementUpdated, fixture, html } from '@open-wc/testing';
import {
  createMemoryClient,
  demoData,
  type MemoryClient,
  type MemoryClientOptions,
} from '../../../src/clients/memory/index.js';
import '../../../src/components/taskfire/taskfire.js';
import type { PortalTaskfire } from '../../../src/components/taskfire/taskfire.js';
import type { ActiveTaskfire, PortalUser } from '../../../src/model/index.js';

export const PROVIDER = 0;
export const DAIRY = 174;
export const FLORIST_WITH_TASKFIRE = 175;
export const BRANCH_WITHOUT_PORTAL = 177;
export const RESOURCE = 4;
export const ADMINISTRATOR = 5;

/** The element on its own backend, with hands for everything that a test does to it and its dialogs. */
export class Stage {
  constructor(
    readonly element: PortalTaskfire,
    readonly admin: MemoryClient,
  ) {}

  /** The roots of the element and of its dialogs. */
  get roots(): ShadowRoot[] {
    const root = this.element.shadowRoot;
    if (root === null) throw new Error('The root is closed.');
    const dialogs = root.querySelectorAll('portal-taskfire-agreement, portal-taskfire-disable');
    return [root, ...[...dialogs].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  }

  find(selector: string): HTMLElement | undefined {
    for (const root of this.roots) {
      const match = root.querySelector<HTMLElement>(selector);
      if (match !== null) return match;
    }
    return undefined;
  }

  /** The first match; throws where there is none. */
  get(selector: string): HTMLElement {
    const match = this.find(selector);
    if (match === undefined) throw new Error(`No ${selector} in the element.`);
    return match;
  }

  has(selector: string): boolean {
    return this.find(selector) !== undefined;
  }

  text(selector: string): string {
    return this.get(selector).textContent.replace(/\s+/g, ' ').trim();
  }

  row(name: 'enable' | 'agreement' | 'licences' | 'billing' | 'disable'): string {
    return this.text(`[data-row="${name}"]`);
  }

  async press(selector: string): Promise<void> {
    await this.until(() => this.has(selector));
    this.get(selector).click();
    await elementUpdated(this.element);
  }

  async choose(selector: string, value: string): Promise<void> {
    await this.until(() => this.has(selector));
    const select = this.get(selector);
    if (!(select instanceof HTMLSelectElement)) throw new Error(`${selector} is no select.`);
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await elementUpdated(this.element);
  }

  /** Ticks every statement of the agreement. */
  async confirmAll(): Promise<void> {
    for (const name of ['fees', 'authority']) await this.press(`input[name="${name}"]`);
  }

  /** True while one of the dialogs is open. */
  get isAsking(): boolean {
    return this.roots.some((root) => root.querySelector('portal-dialog')?.open === true);
  }

  get focused(): Element | null {
    return this.roots.reduce<Element | null>((found, { activeElement }) => activeElement ?? found, null);
  }

  /** What the backend has. */
  async taskfire(companyId = FLORIST_WITH_TASKFIRE): Promise<ActiveTaskfire | undefined> {
    const taskfire = await this.admin.taskfire(companyId);
    return taskfire.isActive ? taskfire : undefined;
  }

  /** Gives somebody of the company a level. */
  async give(securityLevel: number, index = 0, companyId = FLORIST_WITH_TASKFIRE): Promise<PortalUser> {
    const user = await accountAt(this.admin, companyId, index);
    const change = { securityLevel, isActive: true };
    return (await this.admin.changePortalUser(companyId, user.id, change, null)).after;
  }

  /** Waits until it is so, two seconds at most. */
  async until(condition: () => boolean): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      if (condition()) {
        await elementUpdated(this.element);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(
      `Waited in vain. The element says: ${this.roots.map((one) => one.textContent).join(' ')}`,
    );
  }
}

async function accountAt(admin: MemoryClient, companyId: number, index: number): Promise<PortalUser> {
  const { rows } = await admin.contacts(companyId, null);
  const accounts = rows.flatMap(({ portalUser }) => (portalUser === null ? [] : [portalUser]));
  const account = accounts[index];
  if (account === undefined) throw new Error('There are not as many accounts.');
  return account;
}

/** Opens Taskfire of a company and waits until it is there. */
export async function openTaskfire(
  options: MemoryClientOptions = {},
  companyId = FLORIST_WITH_TASKFIRE,
): Promise<Stage> {
  return openWith(createMemoryClient(options), companyId);
}

export async function openWith(admin: MemoryClient, companyId = FLORIST_WITH_TASKFIRE): Promise<Stage> {
  const element = await fixture<PortalTaskfire>(
    html`<portal-taskfire .admin=${admin} .companyId=${companyId}></portal-taskfire>`,
  );
  const stage = new Stage(element, admin);
  await stage.until(() => stage.has('.card'));
  return stage;
}

/** Opens it with one Resource and one Administrator among the users. */
export async function openWithUsers(options: MemoryClientOptions = {}): Promise<Stage> {
  const admin = createMemoryClient(options);
  for (const [index, securityLevel] of [RESOURCE, ADMINISTRATOR].entries()) {
    const user = await accountAt(admin, FLORIST_WITH_TASKFIRE, index);
    await admin.changePortalUser(FLORIST_WITH_TASKFIRE, user.id, { securityLevel, isActive: true }, null);
  }
  return openWith(admin);
}

/** The demo data with another last day of the contract that carries the fee. */
export function billedUntil(expiresOn: string | null): MemoryClientOptions {
  const seed = demoData();
  const companies = seed.companies.map((one) => {
    if (!one.taskfire.isActive || one.taskfire.billing === null) return one;
    return { ...one, taskfire: { ...one.taskfire, billing: { ...one.taskfire.billing, expiresOn } } };
  });
  return { seed: { ...seed, companies } };
}
