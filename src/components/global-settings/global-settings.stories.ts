import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { backendArgTypes, usualBackend } from '../../../.storybook/stage/backend.js';
import { choose, press } from '../../../.storybook/stage/hands.js';
import { adminScenes, type Stage } from '../../../.storybook/stage/scenes.js';
import { demoData, type MemoryClient, type MemoryData } from '../../clients/memory/index.js';
import type { GlobalKey } from '../../model/index.js';
import { globalControlId } from './global-page.js';
import './global-settings.js';
import type { PortalGlobalSettings } from './global-settings.js';

const args = { reconnecting: false, withoutHeading: false, ...usualBackend };
type Args = typeof args;

const meta: Meta<Args> = {
  title: 'Elements/Global settings',
  component: 'portal-global-settings',
  args,
  argTypes: backendArgTypes,
};
export default meta;

const scene = adminScenes<PortalGlobalSettings, Args>({
  tag: 'portal-global-settings',
  args,
  ready: '.row',
  template: ({ reconnecting, withoutHeading }, admin) =>
    html`<portal-global-settings
      .admin=${admin}
      ?reconnecting=${reconnecting}
      ?without-heading=${withoutHeading}
    ></portal-global-settings>`,
});

type Act = Stage<PortalGlobalSettings, MemoryClient>;

function set(element: PortalGlobalSettings, key: GlobalKey, value: string): Promise<void> {
  return choose(element, `#${globalControlId(key)}`, value);
}

async function editTwo({ element }: Act): Promise<void> {
  await set(element, 'twoFactor', 'all');
  await set(element, 'ticketsFrom', 'all');
}

async function editAndSave(stage: Act): Promise<void> {
  await editTwo(stage);
  await press(stage.element, '.bar .primary');
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

export const Ready = scene({ backend: { seed: manyCompanies() } });

export const Loading = scene({ args: { latencyMs: 3_600_000 } });

export const Dirty = scene({ backend: { seed: manyCompanies() }, act: editTwo });

export const QuickTicketType = scene({ backend: { seed: withDeactivatedType() } });

export const Saving = scene({
  act: async (stage) => {
    stage.world.saveGlobalSettings = () => new Promise<never>(() => undefined);
    await editAndSave(stage);
  },
});

export const Saved = scene({ act: editAndSave });

export const Refused = scene({
  backend: {
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
    stage.world.globalSavedByAnother({ twoFactor: 'off', quickTicket: null }, 'Ole Brüggemann');
    await editAndSave(stage);
  },
});

export const SomeoneElseSaved = scene({
  act: async (stage) => {
    await editTwo(stage);
    stage.world.globalSavedByAnother({ quickTicket: null }, 'Ole Brüggemann');
    await stage.element.reload();
  },
});

export const ReadOnly = scene({ args: { permission: 'viewer' } });

export const Absent = scene({
  backend: { limits: { operations: { globalSettings: { state: 'absent', reason: 'no-api' } } } },
});

export const Offline = scene({
  backend: { failures: [{ method: 'globalSettings', error: { code: 'offline' } }] },
});

export const OfflineWhileSaving = scene({
  backend: { failures: [{ method: 'saveGlobalSettings', error: { code: 'offline' } }] },
  act: editAndSave,
});

export const NotConnected: StoryObj = {
  render: () => html`<portal-global-settings></portal-global-settings>`,
};

export const Dark = scene({ globals: { colours: 'dark' }, act: editTwo });

export const German = scene({ globals: { locale: 'de' }, backend: { seed: manyCompanies() }, act: editTwo });

export const Narrow = scene({ parameters: { width: '360px' }, act: editTwo });

export const RightToLeft = scene({ globals: { direction: 'rtl' }, backend: { seed: manyCompanies() } });
