import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import {
  createMemoryClient,
  demoData,
  type MemoryClient,
  type MemoryClientOptions,
  type MemoryData,
} from '../../clients/memory/index.js';
import type { GlobalKey } from '../../model/index.js';
import { globalControlId } from './global-page.js';
import './global-settings.js';
import type { PortalGlobalSettings } from './global-settings.js';

const meta: Meta = { title: 'Global settings', component: 'portal-global-settings' };
export default meta;

/** The element and its backend while a story plays. */
interface Stage {
  readonly element: PortalGlobalSettings;
  readonly admin: MemoryClient;
}

interface Scene extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly options?: MemoryClientOptions;
  /** What the admin does once the settings are there. */
  readonly act?: (stage: Stage) => Promise<void>;
}

/** A story that tests can play as well. */
interface PlayedStory extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly render: () => TemplateResult;
  readonly play: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

function scene({ options = {}, act, ...rest }: Scene): PlayedStory {
  let admin = createMemoryClient(options);
  return {
    ...rest,
    render: () => {
      admin = createMemoryClient({ latencyMs: 120, ...options });
      return html`<div style="padding: 16px">
        <portal-global-settings .admin=${admin}></portal-global-settings>
      </div>`;
    },
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector('portal-global-settings');
      if (element === null || act === undefined) return;
      await found(element, '.row');
      await act({ element, admin });
    },
  };
}

/** Waits for something inside the element, two seconds at most. */
async function found(element: PortalGlobalSettings, selector: string): Promise<HTMLElement> {
  for (let tries = 0; tries < 100; tries += 1) {
    const one = element.shadowRoot?.querySelector<HTMLElement>(selector);
    if (one !== null && one !== undefined) return one;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The story expected ${selector}.`);
}

async function choose(element: PortalGlobalSettings, key: GlobalKey, value: string): Promise<void> {
  const select = await found(element, `#${globalControlId(key)}`);
  if (select instanceof HTMLSelectElement) select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

async function editTwo({ element }: Stage): Promise<void> {
  await choose(element, 'twoFactor', 'all');
  await choose(element, 'ticketsFrom', 'all');
}

async function editAndSave(stage: Stage): Promise<void> {
  await editTwo(stage);
  (await found(stage.element, '.bar .primary')).click();
}

/** 120 customers, of which some go their own way. */
function manyCompanies(): MemoryData {
  const seed = demoData();
  const [first] = seed.companies.filter(({ company }) => !company.isTaskfireActive && company.id !== 0);
  if (first === undefined) return seed;
  const more = Array.from({ length: 115 }, (_, index) => ({
    ...first,
    company: { ...first.company, id: 1000 + index, name: `${first.company.name} ${index + 2}` },
    settings: { ...first.settings, twoFactor: index % 5 === 0 ? ('all' as const) : ('global' as const) },
    rows: [],
  }));
  return { ...seed, companies: [...seed.companies, ...more] };
}

function withDeactivatedType(): MemoryData {
  const seed = demoData();
  const requestTypes = seed.requestTypes.map((type) => ({
    ...type,
    isActive: type.isActive && type.id !== 11,
  }));
  return { ...seed, requestTypes };
}

export const Ready = scene({ options: { seed: manyCompanies() } });

export const Loading = scene({ options: { latencyMs: 3_600_000 } });

export const Dirty = scene({ options: { seed: manyCompanies() }, act: editTwo });

export const QuickTicketType = scene({ options: { seed: withDeactivatedType() } });

export const Saving = scene({
  act: async (stage) => {
    stage.admin.saveGlobalSettings = () => new Promise<never>(() => undefined);
    await editAndSave(stage);
  },
});

export const Saved = scene({ act: editAndSave });

export const Refused = scene({
  options: {
    failures: [
      {
        method: 'saveGlobalSettings',
        error: {
          code: 'validation',
          problems: [
            { path: ['twoFactor'], code: 'not-allowed', detail: 'Your edition has no second factor.' },
          ],
        },
      },
    ],
  },
  act: editAndSave,
});

export const Conflict = scene({
  act: async (stage) => {
    stage.admin.globalSavedByAnother({ twoFactor: 'off', quickTicket: null }, 'Ole Brüggemann');
    await editAndSave(stage);
  },
});

export const SomeoneElseSaved = scene({
  act: async (stage) => {
    await editTwo(stage);
    stage.admin.globalSavedByAnother({ quickTicket: null }, 'Ole Brüggemann');
    await stage.element.reload();
  },
});

export const ReadOnly = scene({ options: { permission: 'viewer' } });

export const Absent = scene({
  options: { limits: { operations: { globalSettings: { state: 'absent', reason: 'no-api' } } } },
});

export const Offline = scene({
  options: { failures: [{ method: 'globalSettings', error: { code: 'offline' } }] },
});

export const OfflineWhileSaving = scene({
  options: { failures: [{ method: 'saveGlobalSettings', error: { code: 'offline' } }] },
  act: editAndSave,
});

export const NotConnected: StoryObj = {
  render: () => html`<portal-global-settings></portal-global-settings>`,
};

export const Dark = scene({ globals: { colours: 'dark' }, act: editTwo });

export const German = scene({ globals: { locale: 'de' }, options: { seed: manyCompanies() }, act: editTwo });

export const Narrow = scene({ parameters: { width: '360px' }, act: editTwo });

export const RightToLeft: StoryObj = { render: () => html`<div dir="rtl">${Ready.render()}</div>` };
