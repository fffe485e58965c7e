import { elementUpdated, fixture, html } from '@open-wc/testing';
import {
  createMemoryClient,
  createMemoryJobs,
  createMemoryPageMemory,
  type MemoryClient,
  type MemoryClientOptions,
} from '../../../src/clients/memory/index.js';
import '../../../src/components/company-page/company-page.js';
import type { PortalCompanyPage } from '../../../src/components/company-page/company-page.js';
import type { PageMemory } from '../../../src/contract/index.js';
import { waitFor } from '../company-settings/stage.js';

export const DAIRY = 174;

/** The page on its own backend, with eyes and hands for everything that a test does to it. */
export class Stage {
  constructor(
    readonly element: PortalCompanyPage,
    readonly admin: MemoryClient,
  ) {}

  get root(): ShadowRoot {
    return rootOf(this.element);
  }

  /** The root of an element inside. */
  inside(selector: string): ShadowRoot {
    return rootOf(this.get(selector));
  }

  get settings(): ShadowRoot {
    return this.inside('portal-company-settings');
  }

  get(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`No ${selector} in the page.`);
    return found;
  }

  has(selector: string): boolean {
    return this.root.querySelector(selector) !== null;
  }

  get search(): HTMLInputElement {
    const input = this.inside('portal-page-search').querySelector('input');
    if (input === null) throw new Error('No search.');
    return input;
  }

  /** What is listed, as "label (context)". */
  get found(): string[] {
    const options = this.inside('portal-page-search').querySelectorAll('[role="option"]');
    return [...options].map((option) => {
      const [label, context] = option.querySelectorAll('span');
      return `${label?.textContent ?? ''} (${context?.textContent ?? ''})`;
    });
  }

  async type(text: string): Promise<void> {
    this.search.focus();
    this.search.value = text;
    this.search.dispatchEvent(new Event('input', { bubbles: true }));
    await elementUpdated(this.get('portal-page-search'));
  }

  /** The stop that is marked as the current one. */
  get current(): string {
    return this.root.querySelector('nav [aria-current="true"]')?.textContent.trim() ?? '';
  }

  /** The stop of this name in the navigation. */
  stop(name: string): HTMLElement {
    const found = [...this.root.querySelectorAll<HTMLElement>('nav li button')].find((button) =>
      button.textContent.trim().startsWith(name),
    );
    if (found === undefined) throw new Error(`No stop “${name}”.`);
    return found;
  }

  /** The focused element, through all roots. */
  get focused(): Element | null {
    let active: Element | null = this.root.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  }

  async until(condition: () => boolean): Promise<void> {
    await waitFor(condition, this.root);
    await elementUpdated(this.element);
  }
}

function rootOf(element: Element): ShadowRoot {
  if (element.shadowRoot === null) throw new Error(`<${element.localName}> is closed.`);
  return element.shadowRoot;
}

export interface PageOptions extends MemoryClientOptions {
  readonly memory?: PageMemory;
  readonly target?: string;
  readonly hashLinks?: string;
}

/** Opens a company's page and waits until its settings are there. */
export async function openPage({ memory, target, hashLinks, ...options }: PageOptions = {}): Promise<Stage> {
  const admin = createMemoryClient(options);
  const element = await fixture<PortalCompanyPage>(
    html`<portal-company-page
      .admin=${admin}
      .jobs=${createMemoryJobs(admin)}
      .memory=${memory ?? createMemoryPageMemory()}
      .companyId=${DAIRY}
      .target=${target ?? ''}
      .hashLinks=${hashLinks}
    ></portal-company-page>`,
  );
  const stage = new Stage(element, admin);
  await stage.until(() => stage.settings.querySelector('.row') !== null);
  return stage;
}
