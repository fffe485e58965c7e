import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import {
  createMemoryClient,
  demoData,
  type MemoryClient,
  type MemoryClientOptions,
  type MemoryData,
} from '../../clients/memory/index.js';
import { settingKeys, type SettingKey } from '../../model/index.js';
import './company-settings.js';
import type { PortalCompanySettings } from './company-settings.js';
import { controlId } from './settings-page.js';

const PROVIDER = 0;
const DAIRY = 174;
const FLORIST_WITH_TASKFIRE = 175;
const LOGISTICS_WITH_EARLY_ACCESS = 176;

const meta: Meta = { title: 'Company settings', component: 'portal-company-settings' };
export default meta;

/** The element and its backend while a story plays. */
interface Stage {
  readonly element: PortalCompanySettings;
  readonly admin: MemoryClient;
}

interface Scene extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly options?: MemoryClientOptions;
  readonly companyId?: number;
  /** What the admin does once the settings are there. */
  readonly act?: (stage: Stage) => Promise<void>;
}

/** A story that tests can play as well. */
interface PlayedStory extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly render: () => TemplateResult;
  readonly play: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

function scene({ options = {}, companyId = DAIRY, act, ...rest }: Scene): PlayedStory {
  let admin = createMemoryClient(options);
  return {
    ...rest,
    render: () => {
      admin = createMemoryClient({ latencyMs: 120, ...options });
      return html`<div style="padding: 16px">
        <portal-company-settings .admin=${admin} .companyId=${companyId}></portal-company-settings>
      </div>`;
    },
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector('portal-company-settings');
      if (element === null || act === undefined) return;
      await found(element, '.row');
      await act({ element, admin });
    },
  };
}

/** Waits for something inside the element, two seconds at most. */
async function found(element: PortalCompanySettings, selector: string): Promise<HTMLElement> {
  for (let tries = 0; tries < 100; tries += 1) {
    const one = element.shadowRoot?.querySelector<HTMLElement>(selector);
    if (one !== null && one !== undefined) return one;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The story expected ${selector}.`);
}

async function choose(element: PortalCompanySettings, key: SettingKey, value: string): Promise<void> {
  const select = await found(element, `#${controlId(key)}`);
  if (select instanceof HTMLSelectElement) select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

async function flip(element: PortalCompanySettings, key: SettingKey): Promise<void> {
  (await found(element, `#${controlId(key)}`)).click();
}

async function editThree({ element }: Stage): Promise<void> {
  await choose(element, 'workedTime', 'billed');
  await choose(element, 'twoFactor', 'all');
  await flip(element, 'ticketDueDates');
}

async function editAndSave(stage: Stage): Promise<void> {
  await editThree(stage);
  (await found(stage.element, '.bar .primary')).click();
}

function withoutEarlyAccess(): MemoryData {
  const seed = demoData();
  return { ...seed, provider: { ...seed.provider, isEarlyAccessActivated: false } };
}

/** A PSA with some 430 time zones, as a real one has. */
function withAllTimeZones(): MemoryData {
  return { ...demoData(), timeZones: Intl.supportedValuesOf('timeZone') };
}

const unknownToAutotask = settingKeys.filter((key) => key !== 'portalEnabled' && key !== 'earlyAccess');
const noApi = { state: 'absent', reason: 'no-api' } as const;

export const Ready = scene({ options: { seed: withAllTimeZones() } });

export const Loading = scene({ options: { latencyMs: 3_600_000 } });

export const WithTaskfire = scene({ companyId: FLORIST_WITH_TASKFIRE });

export const TheProviderItself = scene({ companyId: PROVIDER });

export const EarlyAccess = scene({
  companyId: LOGISTICS_WITH_EARLY_ACCESS,
  act: ({ element }) => flip(element, 'preventLegacyPortal'),
});

/** 300 request types in groups, of which some were deactivated. */
function withManyTypes(): MemoryData {
  const seed = demoData();
  const groups = ['Support', 'People', 'Orders', null];
  const more = Array.from({ length: 300 }, (_, index) => ({
    id: 1000 + index,
    name: `Request number ${index + 1}`,
    isActive: index % 10 !== 9,
    group: groups[index % groups.length] ?? null,
  }));
  return { ...seed, requestTypes: [...seed.requestTypes, ...more] };
}

export const ManyRequestTypes = scene({ options: { seed: withManyTypes() } });

/** The priority is not in the PSA's list any more, the queue was given up there. */
function withGoneQueue(): MemoryData {
  const seed = demoData();
  const values = { requestTypeId: 11, priority: 99, queueId: 7, titleEditable: true };
  const quickTicket = { mode: 'custom', ...values } as const;
  const companies = seed.companies.map((one) => ({ ...one, settings: { ...one.settings, quickTicket } }));
  return { ...seed, companies };
}

export const QuickTicketOfGoneValues = scene({ options: { seed: withGoneQueue() } });

export const GlobalSettingsOpen = scene({
  act: async ({ element }) => {
    (await found(element, '[data-setting="twoFactor"] .notes .link-button')).click();
    await found(element, 'portal-global-settings');
  },
});

export const German = scene({ globals: { locale: 'de' }, act: editThree });

export const EarlyAccessNotActivated = scene({ options: { seed: withoutEarlyAccess() } });

export const Dirty = scene({ act: editThree });

export const Invalid = scene({
  act: async ({ element }) => {
    for (let left = 3; left > 0; left -= 1) {
      (await found(element, '.type input:checked')).click();
      await element.updateComplete;
    }
    (await found(element, '.bar .primary')).click();
  },
});

export const Saving = scene({
  act: async (stage) => {
    const never = new Promise<never>(() => undefined);
    stage.admin.saveSettings = () => never;
    await editAndSave(stage);
  },
});

export const Saved = scene({ act: editAndSave });

export const Refused = scene({
  options: {
    failures: [
      {
        method: 'saveSettings',
        error: {
          code: 'validation',
          problems: [
            {
              path: ['twoFactor'],
              code: 'not-allowed',
              detail: 'Two active users have no e-mail address for a second factor.',
            },
          ],
        },
      },
    ],
  },
  act: editAndSave,
});

export const Conflict = scene({
  act: async (stage) => {
    stage.admin.savedByAnother(DAIRY, { workedTime: 'worked', notifications: false }, 'Ole Brüggemann');
    await editAndSave(stage);
  },
});

export const SomeoneElseSaved = scene({
  act: async (stage) => {
    await editThree(stage);
    stage.admin.savedByAnother(DAIRY, { documents: false }, 'Ole Brüggemann');
    await stage.element.reload();
  },
});

export const ReadOnly = scene({ options: { permission: 'viewer' }, companyId: FLORIST_WITH_TASKFIRE });

/** A PSA whose API tells two settings, and these for reading only. */
export const PartlyUnknown = scene({
  options: {
    limits: {
      settings: {
        ...Object.fromEntries(unknownToAutotask.map((key) => [key, noApi])),
        portalEnabled: { state: 'read-only', reason: 'api-read-only' },
        earlyAccess: { state: 'read-only', reason: 'api-read-only' },
      },
      operations: { portalLogin: noApi, taskfire: noApi, providerDefaults: noApi, timeZones: noApi },
    },
  },
});

export const Offline = scene({
  options: { failures: [{ method: 'capabilities', error: { code: 'offline' } }] },
});

export const OfflineWhileSaving = scene({
  options: { failures: [{ method: 'saveSettings', error: { code: 'offline' } }] },
  act: editAndSave,
});

export const NothingFound = scene({
  act: async ({ element }) => {
    const find = await found(element, '.find');
    if (find instanceof HTMLInputElement) find.value = 'invoice';
    find.dispatchEvent(new Event('input', { bubbles: true }));
  },
});

export const NotConnected: StoryObj = {
  render: () => html`<portal-company-settings company-id="174"></portal-company-settings>`,
};

export const Dark = scene({ globals: { colours: 'dark' }, act: editThree });

export const Narrow = scene({ parameters: { width: '360px' }, act: editThree });

export const RightToLeft: StoryObj = { render: () => html`<div dir="rtl">${Ready.render()}</div>` };
