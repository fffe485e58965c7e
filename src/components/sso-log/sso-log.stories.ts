import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import {
  createMemoryClient,
  demoData,
  manySignIns,
  type MemoryClient,
  type MemoryClientOptions,
  type MemoryData,
} from '../../clients/memory/index.js';
import type { SsoEvent } from '../../model/index.js';
import './sso-log.js';

const DAIRY = 174;
const FLORIST_WITHOUT_SIGN_INS = 175;

const meta: Meta = { title: 'Single sign-on log', component: 'portal-sso-log' };
export default meta;

interface Scene extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly options?: MemoryClientOptions;
  readonly companyId?: number;
  readonly direction?: 'ltr' | 'rtl';
  /** What goes wrong after the story has begun. */
  readonly prepare?: (admin: MemoryClient) => void;
  /** What the admin does once the rows are there. */
  readonly act?: (root: ParentNode, admin: MemoryClient) => Promise<void>;
}

/** A story that tests can play as well. */
interface PlayedStory extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly render: () => TemplateResult;
  readonly play: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

function scene(parts: Scene = {}): PlayedStory {
  const { options = {}, companyId = DAIRY, direction = 'ltr', prepare, act, ...rest } = parts;
  const admins: MemoryClient[] = [];
  return {
    ...rest,
    render: () => {
      const admin = createMemoryClient({ latencyMs: 80, ...options });
      admins.push(admin);
      prepare?.(admin);
      return html`<div style="padding: 16px" dir=${direction}>
        <portal-sso-log .admin=${admin} .companyId=${companyId}></portal-sso-log>
      </div>`;
    },
    play: async ({ canvasElement }) => {
      const root = canvasElement.querySelector('portal-sso-log')?.shadowRoot;
      const admin = admins.at(-1);
      if (act === undefined || !root || admin === undefined) return;
      await found(root, '.rows .row');
      await act(root, admin);
    },
  };
}

/** The demo data with another log of the dairy. */
function withSignIns(signIns: (seed: MemoryData) => readonly SsoEvent[]): MemoryData {
  const seed = demoData();
  return {
    ...seed,
    companies: seed.companies.map((one) =>
      one.company.id === DAIRY ? { ...one, signIns: signIns(seed) } : one,
    ),
  };
}

function many(count: number): MemoryData {
  return withSignIns(({ companies, portalUserOptions: { securityLevels: levels } }) => {
    const rows = companies.find(({ company }) => company.id === DAIRY)?.rows ?? [];
    const where = { rows, levels, now: new Date(), firstId: 1_000_000, identityProvider: 'Okta' };
    return manySignIns(count, where);
  });
}

function onlySuccesses(seed: MemoryData): SsoEvent[] {
  const signIns = seed.companies.find(({ company }) => company.id === DAIRY)?.signIns ?? [];
  return signIns.filter(({ type }) => type === 'success');
}

/** Waits for an element inside, or inside the elements in it, two seconds at most. */
async function found<E extends HTMLElement>(root: ParentNode, selector: string): Promise<E> {
  for (let tries = 0; tries < 200; tries += 1) {
    const inner = [...root.querySelectorAll('portal-data-grid, portal-sso-chart, portal-sso-advice')];
    for (const place of [root, ...inner.map(({ shadowRoot }) => shadowRoot)]) {
      const element = place?.querySelector<E>(selector);
      if (element) return element;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`There is no ${selector}.`);
}

function absent(reason: 'no-api' | 'not-connected'): MemoryClientOptions {
  return { limits: { operations: { ssoLog: { state: 'absent', reason } } } };
}

export const Ready = scene();

export const Loading = scene({ options: { latencyMs: 3_600_000 } });

export const Empty = scene({ companyId: FLORIST_WITHOUT_SIGN_INS });

export const NoInterface = scene({ options: absent('no-api') });

export const NotConnected = scene({ options: absent('not-connected') });

export const NothingFailed = scene({ options: { seed: withSignIns(onlySuccesses) } });

export const AsTable = scene({
  act: async (root) => (await found(root, '.switch-view .chip:last-child')).click(),
});

/** A click on a day of the chart shows its sign-ins alone. */
export const OneDay = scene({
  act: async (root) => (await found(root, '.days button:nth-last-child(3)')).click(),
});

export const WhatToDo = scene({
  act: async (root) => {
    (await found(root, '.summary [aria-haspopup=dialog]')).click();
    await found(root, 'portal-dialog[open]');
  },
});

export const OneSignIn = scene({
  act: async (root) => {
    (await found(root, '.row .explain')).click();
    await found(root, 'portal-dialog[open] dl');
  },
});

export const NothingFound = scene({
  act: async (root) => {
    const field = await found<HTMLInputElement>(root, 'input[type=search]');
    field.value = 'nobody of this name';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  },
});

/** The company's zone cannot be told: the times are the reader's. */
export const ZoneNotKnown = scene({
  options: { limits: { operations: { settings: { state: 'absent', reason: 'not-connected' } } } },
});

export const Many = scene({ options: { seed: many(50_000), latencyMs: 30 } });

/** The second page does not come; "Try again" goes on from there. */
export const ErrorMidway = scene({
  options: { seed: many(2_400) },
  prepare: (admin) => setTimeout(() => admin.fail({ method: 'ssoEvents', error: { code: 'offline' } }), 420),
});

export const Offline = scene({
  options: { failures: [{ method: 'capabilities', error: { code: 'offline' } }] },
});

/** Reading what is new fails; what was read before stays. */
export const RefreshFailed = scene({
  act: async (root, admin) => {
    admin.fail({ method: 'ssoEvents', error: { code: 'offline' } });
    (await found(root, '.refresh:not([aria-disabled=true])')).click();
    await found(root, '.notice.bad');
  },
});

/** Nobody opens a page for the contact: it says where that is done. */
export const ContactHint = scene({
  act: async (root) => (await found(root, '.row .contact button')).click(),
});

export const Narrow = scene({ parameters: { width: '360px' } });

export const Dark = scene({ globals: { colours: 'dark' } });

export const RightToLeft = scene({ direction: 'rtl' });

export const InGerman = scene({ globals: { locale: 'de' } });
