import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import {
  backendArgTypes,
  backendOf,
  companyIdArgType,
  usualBackend,
} from '../../../.storybook/stage/backend.js';
import { enter, found, press } from '../../../.storybook/stage/hands.js';
import { playedStory, type AdminScene, type Stage } from '../../../.storybook/stage/scenes.js';
import { createMemoryJobs, createMemoryPageMemory } from '../../clients/memory/index.js';
import type { CompanyNews, NewsEntry } from '../../contract/index.js';
import './company-page.js';
import type { PortalCompanyPage } from './company-page.js';

const DAIRY = 174;

const args = { companyId: DAIRY, target: '', reconnecting: false, ...usualBackend };
type Args = typeof args;

const meta: Meta<Args> = {
  title: 'Elements/Company page',
  component: 'portal-company-page',
  args,
  argTypes: { companyId: companyIdArgType, ...backendArgTypes },
};
export default meta;

interface Scene extends Pick<
  AdminScene<PortalCompanyPage, Args>,
  'args' | 'backend' | 'globals' | 'parameters'
> {
  readonly news?: CompanyNews;
  /** What the admin does once the page is there. */
  readonly act?: (page: PortalCompanyPage) => Promise<void>;
}

function worldOf(given: Args, { backend, news }: Scene) {
  const admin = backendOf(given, backend);
  const memory = createMemoryPageMemory(news === undefined ? {} : { [DAIRY]: news });
  return { admin, memory, jobs: createMemoryJobs(admin) };
}
type World = ReturnType<typeof worldOf>;

function scene({ act, ...shown }: Scene = {}) {
  return playedStory<PortalCompanyPage, Args, World>({
    tag: 'portal-company-page',
    args,
    madeOf: ({ permission, latencyMs, failing, error }) => [permission, latencyMs, failing, error],
    world: (given) => worldOf(given, shown),
    template: ({ companyId, target, reconnecting }, { admin, memory, jobs }) =>
      html`<portal-company-page
        .admin=${admin}
        .jobs=${jobs}
        .memory=${memory}
        .companyId=${companyId}
        .target=${target}
        ?reconnecting=${reconnecting}
      ></portal-company-page>`,
    scene: { ...shown, ...(act === undefined ? {} : { act: once(act) }) },
  });
}

/** The page is there when its settings are. */
function once(act: (page: PortalCompanyPage) => Promise<void>) {
  return async ({ element }: Stage<PortalCompanyPage, World>): Promise<void> => {
    await found(element, 'portal-company-settings', '.row');
    await act(element);
  };
}

/** Types into the search, as a user does. */
function searchFor(text: string) {
  return async (page: PortalCompanyPage): Promise<void> => {
    const input = await found<HTMLInputElement>(page, 'portal-page-search', 'input');
    input.focus();
    enter(input, text);
  };
}

const entry: NewsEntry = {
  ...{ id: 3, at: '2026-11-25T15:12:00.000Z', connectionUser: 'api@provider.example' },
  ...{ pageUser: 'Ole Brüggemann', contactId: null, contactName: null, jobId: null },
  ...{ field: 'workedTime', before: 'none', after: 'billed', outcome: 'done', error: null },
};

/** What two others and a job have changed. */
const threeChanges: CompanyNews = {
  since: '2026-11-24T08:30:00.000Z',
  isMore: false,
  entries: [
    entry,
    { ...entry, id: 2, field: 'documents', before: true, after: false, outcome: 'unknown' },
    {
      ...{ ...entry, id: 1, at: '2026-11-24T17:02:00.000Z', pageUser: null },
      ...{ contactId: 40_203, contactName: 'Hübner, Jürgen', jobId: '6f9f0a52-4a35-4c6a-9b0e-3c3a0d1f5a11' },
      ...{ field: 'isActive', before: true, after: false },
    },
  ],
};

export const Ready = scene();

export const German = scene({ globals: { locale: 'de' }, news: threeChanges, act: searchFor('zwei') });

export const Loading = scene({ args: { latencyMs: 3_600_000 } });

export const ReadOnly = scene({ args: { permission: 'viewer' } });

export const Offline = scene({
  backend: { failures: [{ method: 'capabilities', error: { code: 'offline' } }] },
});

export const ChangedSinceLastVisit = scene({
  news: threeChanges,
  act: (page) => press(page, 'portal-company-news', 'summary'),
});

export const ManyChangesSinceLastVisit = scene({
  news: {
    since: '2026-11-24T08:30:00.000Z',
    isMore: true,
    entries: Array.from({ length: 100 }, (_, id) => ({ ...entry, id })),
  },
});

export const Searching = scene({ act: searchFor('2fa') });

export const NothingFound = scene({ act: searchFor('invoice') });

export const DeepLinkToSetting = scene({ args: { target: 'settings/twoFactor' } });

export const DeepLinkToUsers = scene({ args: { target: 'users' } });

export const Unsaved = scene({
  act: async (page) => {
    for (const key of ['documents', 'ticketDueDates'])
      await press(page, 'portal-company-settings', `#setting-${key}`);
  },
});

export const Shortcuts = scene({
  act: (page) => press(page, '.help button'),
});

export const Dark = scene({ globals: { colours: 'dark' }, news: threeChanges });

export const Narrow = scene({ parameters: { width: '360px' }, news: threeChanges });

export const NotConnected: StoryObj = {
  render: () => html`<portal-company-page company-id="174"></portal-company-page>`,
};

export const RightToLeft = scene({ globals: { direction: 'rtl' }, news: threeChanges });
