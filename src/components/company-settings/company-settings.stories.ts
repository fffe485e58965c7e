import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { backendArgTypes, companyIdArgType, usualBackend } from '../../../.storybook/stage/backend.js';
import { choose, enter, found, press } from '../../../.storybook/stage/hands.js';
import { adminScenes, type Stage } from '../../../.storybook/stage/scenes.js';
import { demoData, type MemoryClient, type MemoryData } from '../../clients/memory/index.js';
import { settingKeys, type SettingKey } from '../../model/index.js';
import './company-settings.js';
import type { PortalCompanySettings } from './company-settings.js';
import { controlId } from './settings-page.js';

const PROVIDER = 0;
const DAIRY = 174;
const FLORIST_WITH_TASKFIRE = 175;
const LOGISTICS_WITH_EARLY_ACCESS = 176;

const args = { companyId: DAIRY, reconnecting: false, withoutNavigation: false, ...usualBackend };
type Args = typeof args;

const meta: Meta<Args> = {
  title: 'Elements/Company settings',
  component: 'portal-company-settings',
  args,
  argTypes: { companyId: companyIdArgType, ...backendArgTypes },
};
export default meta;

const scene = adminScenes<PortalCompanySettings, Args>({
  tag: 'portal-company-settings',
  args,
  ready: '.row',
  template: ({ companyId, reconnecting, withoutNavigation }, admin) =>
    html`<portal-company-settings
      .admin=${admin}
      .companyId=${companyId}
      ?reconnecting=${reconnecting}
      ?without-navigation=${withoutNavigation}
    ></portal-company-settings>`,
});

type Act = Stage<PortalCompanySettings, MemoryClient>;

function set(element: PortalCompanySettings, key: SettingKey, value: string): Promise<void> {
  return choose(element, `#${controlId(key)}`, value);
}

function flip(element: PortalCompanySettings, key: SettingKey): Promise<void> {
  return press(element, `#${controlId(key)}`);
}

async function editThree({ element }: Act): Promise<void> {
  await set(element, 'workedTime', 'billed');
  await set(element, 'twoFactor', 'all');
  await flip(element, 'ticketDueDates');
}

async function editAndSave(stage: Act): Promise<void> {
  await editThree(stage);
  await press(stage.element, '.bar .primary');
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

export const Ready = scene({ backend: { seed: withAllTimeZones() } });

export const Loading = scene({ args: { latencyMs: 3_600_000 } });

export const WithTaskfire = scene({ args: { companyId: FLORIST_WITH_TASKFIRE } });

export const TheProviderItself = scene({ args: { companyId: PROVIDER } });

export const EarlyAccess = scene({
  args: { companyId: LOGISTICS_WITH_EARLY_ACCESS },
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

export const ManyRequestTypes = scene({ backend: { seed: withManyTypes() } });

/** The priority is not in the PSA's list any more, the queue was given up there. */
function withGoneQueue(): MemoryData {
  const seed = demoData();
  const values = { requestTypeId: 11, priority: 99, queueId: 7, titleEditable: true };
  const quickTicket = { mode: 'custom', ...values } as const;
  const companies = seed.companies.map((one) => ({ ...one, settings: { ...one.settings, quickTicket } }));
  return { ...seed, companies };
}

export const QuickTicketOfGoneValues = scene({ backend: { seed: withGoneQueue() } });

export const GlobalSettingsOpen = scene({
  act: async ({ element }) => {
    await press(element, '[data-setting="twoFactor"] .notes .link-button');
    await found(element, 'portal-global-settings');
  },
});

export const German = scene({ globals: { locale: 'de' }, act: editThree });

export const EarlyAccessNotActivated = scene({ backend: { seed: withoutEarlyAccess() } });

export const Dirty = scene({ act: editThree });

export const Invalid = scene({
  act: async ({ element }) => {
    for (let left = 3; left > 0; left -= 1) {
      await press(element, '.type input:checked');
      await element.updateComplete;
    }
    await press(element, '.bar .primary');
  },
});

export const Saving = scene({
  act: async (stage) => {
    const never = new Promise<never>(() => undefined);
    stage.world.saveSettings = () => never;
    await editAndSave(stage);
  },
});

export const Saved = scene({ act: editAndSave });

export const Refused = scene({
  backend: {
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
    stage.world.savedByAnother(DAIRY, { workedTime: 'worked', notifications: false }, 'Ole Brüggemann');
    await editAndSave(stage);
  },
});

export const SomeoneElseSaved = scene({
  act: async (stage) => {
    await editThree(stage);
    stage.world.savedByAnother(DAIRY, { documents: false }, 'Ole Brüggemann');
    await stage.element.reload();
  },
});

export const ReadOnly = scene({ args: { permission: 'viewer', companyId: FLORIST_WITH_TASKFIRE } });

/** A PSA whose API tells two settings, and these for reading only. */
export const PartlyUnknown = scene({
  backend: {
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
  backend: { failures: [{ method: 'capabilities', error: { code: 'offline' } }] },
});

export const OfflineWhileSaving = scene({
  backend: { failures: [{ method: 'saveSettings', error: { code: 'offline' } }] },
  act: editAndSave,
});

/** Whoever embeds the element may refuse a write before it is made. */
export const RefusedByApp = scene({
  act: async (stage) => {
    stage.element.addEventListener('portal-before-write', (event) =>
      event.refuse('Changes are frozen until Monday.'),
    );
    await editAndSave(stage);
    await found(stage.element, '.bar q');
  },
});

/** Turned to another company and back: what was entered has waited. */
export const BackWithUnsavedChanges = scene({
  act: async (stage) => {
    const { element } = stage;
    await editThree(stage);
    element.companyId = FLORIST_WITH_TASKFIRE;
    await element.updateComplete;
    element.companyId = DAIRY;
    await found(element, '.bar');
  },
});

export const NothingFound = scene({
  act: async ({ element }) => {
    enter(await found<HTMLInputElement>(element, '.find'), 'invoice');
  },
});

export const NotConnected: StoryObj = {
  render: () => html`<portal-company-settings company-id="174"></portal-company-settings>`,
};

export const Dark = scene({ globals: { colours: 'dark' }, act: editThree });

export const Narrow = scene({ parameters: { width: '360px' }, act: editThree });

export const RightToLeft = scene({ globals: { direction: 'rtl' } });
