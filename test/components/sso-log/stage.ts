import { elementUpdated, fixture, html } from '@open-wc/testing';
import {
  createMemoryClient,
  demoData,
  manySignIns,
  type MemoryClient,
  type MemoryClientOptions,
  type MemoryData,
} from '../../../src/clients/memory/index.js';
import '../../../src/components/sso-log/sso-log.js';
import type { PortalSsoLog } from '../../../src/components/sso-log/sso-log.js';
import type { SsoEvent } from '../../../src/model/index.js';

export const DAIRY = 174;
export const FLORIST_WITHOUT_SIGN_INS = 175;

/** The log on its own backend, with hands for everything that a test does to it. */
export class Stage {
  constructor(
    readonly element: PortalSsoLog,
    readonly admin: MemoryClient,
  ) {}

  get root(): ShadowRoot {
    return openRoot(this.element);
  }

  /** The roots inside: of the chart, the grid and the dialog. */
  get roots(): readonly ShadowRoot[] {
    const inner = this.root.querySelectorAll('portal-data-grid, portal-sso-chart, portal-sso-advice');
    return [this.root, ...[...inner].map(openRoot)];
  }

  get gridRoot(): ShadowRoot {
    return openRoot(this.get('portal-data-grid'));
  }

  get(selector: string): HTMLElement {
    const found = this.#find(selector);
    if (found === null) throw new Error(`No ${selector} in the element.`);
    return found;
  }

  has(selector: string): boolean {
    return this.#find(selector) !== null;
  }

  all(selector: string): HTMLElement[] {
    return this.roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);
  }

  #find(selector: string): HTMLElement | null {
    return this.all(selector)[0] ?? null;
  }

  /** The text of the first match; empty where there is none. */
  text(selector: string): string {
    return textOf(this.#find(selector));
  }

  /** The cells of a column that are in the DOM, as text. */
  cells(column: string): string[] {
    return this.all(`.rows .cell.${column}`).map(textOf);
  }

  async click(selector: string): Promise<void> {
    this.get(selector).click();
    await elementUpdated(this.element);
  }

  /** Opens the menu of a column, with its filter. */
  async openMenu(column: string): Promise<void> {
    await this.click(`.head .${column} .menu-button`);
    await this.until(() => this.has('.column-menu select'));
  }

  async press(key: string): Promise<void> {
    const focused = this.roots.map((root) => root.activeElement).findLast((one) => one !== null);
    focused?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
    );
    await elementUpdated(this.element);
  }

  /** What has the focus, in whichever root. */
  get focused(): Element | null | undefined {
    return this.roots.map((root) => root.activeElement).findLast((one) => one !== null);
  }

  enter(selector: string, text: string): void {
    const field = this.get(selector);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = text;
    field.dispatchEvent(
      new Event(
        field instanceof HTMLSelectElement || field.getAttribute('type') === 'date' ? 'change' : 'input',
        {
          bubbles: true,
        },
      ),
    );
  }

  async until(condition: () => boolean): Promise<void> {
    for (let tries = 0; tries < 800; tries += 1) {
      if (condition()) {
        await elementUpdated(this.element);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`Waited in vain. The element says: ${textOf(this.get('.frame'))}`);
  }
}

function textOf(element: Element | null): string {
  return element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}

function openRoot(element: Element): ShadowRoot {
  if (element.shadowRoot === null) throw new Error('The root is closed.');
  return element.shadowRoot;
}

/** A sign-in at the dairy; what is not named is a success of somebody whom nobody knows. */
export function signIn(id: number, at: string, parts: Partial<SsoEvent> = {}): SsoEvent {
  return {
    ...{ id, at, contactId: null, contactName: null, securityLevel: null, userName: null },
    ...{ identityProvider: 'Okta', type: 'success', detail: '', ...parts },
  };
}

/** The demo data with another log at the dairy. */
export function withLog(signIns: readonly SsoEvent[], timeZone: string | null = null): MemoryData {
  const seed = demoData();
  return {
    ...seed,
    companies: seed.companies.map((one) =>
      one.company.id === DAIRY ? { ...one, signIns, settings: { ...one.settings, timeZone } } : one,
    ),
  };
}

/** So many invented sign-ins over 29 days: all of them are in the log. */
export function manyEvents(count: number): SsoEvent[] {
  const { companies, portalUserOptions } = demoData();
  const rows = companies.find(({ company }) => company.id === DAIRY)?.rows ?? [];
  const levels = portalUserOptions.securityLevels;
  const where = { rows, levels, now: new Date(), firstId: 1_000_000, identityProvider: 'Okta', days: 29 };
  return manySignIns(count, where);
}

/** A log in the page; it need not be ready yet. */
export async function openWith(admin: MemoryClient, companyId = DAIRY): Promise<Stage> {
  localStorage.clear();
  const element = await fixture<PortalSsoLog>(
    html`<portal-sso-log .admin=${admin} .companyId=${companyId}></portal-sso-log>`,
  );
  return new Stage(element, admin);
}

/** A log with its rows, all of them loaded. */
export async function openLog(options: MemoryClientOptions = {}): Promise<Stage> {
  const stage = await openWith(createMemoryClient(options));
  await stage.until(() => stage.has('.rows .row') && !stage.has('progress'));
  return stage;
}
