import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import {
  createMemoryClient,
  createMemoryJobs,
  createMemoryPageMemory,
  type MemoryClient,
  type MemoryClientOptions,
} from '../../clients/memory/index.js';
import type { CompanyNews, NewsEntry } from '../../contract/index.js';
import './company-page.js';
import type { PortalCompanyPage } from './company-page.js';

const DAIRY = 174;

const meta: Meta = { title: 'Company page', component: 'portal-company-page' };
export default meta;

interface Scene extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly options?: MemoryClientOptions;
  readonly news?: CompanyNews;
  readonly target?: string;
  /** What the admin does once the page is there. */
  readonly act?: (page: PortalCompanyPage) => Promise<void>;
}

/** A story that tests can play as well. */
interface PlayedStory extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly render: () => TemplateResult;
  readonly play: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

function scene({ options = {}, news, target = '', act, ...rest }: Scene): PlayedStory {
  return {
    ...rest,
    render: () => {
      const admin: MemoryClient = createMemoryClient({ latencyMs: 20, ...options });
      const memory = createMemoryPageMemory(news === undefined ? {} : { [DAIRY]: news });
      return html`<div style="padding: 16px">
        <portal-company-page
          .admin=${admin}
          .jobs=${createMemoryJobs(admin)}
          .memory=${memory}
          .companyId=${DAIRY}
          target=${target}
        ></portal-company-page>
      </div>`;
    },
    play: async ({ canvasElement }) => {
      const page = canvasElement.querySelector('portal-company-page');
      if (page === null || act === undefined) return;
      await found(() => inside(page, 'portal-company-settings')?.shadowRoot?.querySelector('.row'));
      await act(page);
    },
  };
}

function inside(page: Element, selector: string): HTMLElement | null | undefined {
  return page.shadowRoot?.querySelector<HTMLElement>(selector);
}

/** Waits for something, two seconds at most. */
async function found<T extends Element>(find: () => T | null | undefined): Promise<T> {
  for (let tries = 0; tries < 100; tries += 1) {
    const one = find();
    if (one !== null && one !== undefined) return one;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The story waited in vain.');
}

/** Types into the search, as a user does. */
function searchFor(text: string) {
  return async (page: PortalCompanyPage): Promise<void> => {
    const input = await found(() =>
      inside(page, 'portal-page-search')?.shadowRoot?.querySelector<HTMLInputElement>('input'),
    );
    input.focus();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
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

export const Ready = scene({});

export const German = scene({ globals: { locale: 'de' }, news: threeChanges, act: searchFor('zwei') });

export const Loading = scene({ options: { latencyMs: 3_600_000 } });

export const ReadOnly = scene({ options: { permission: 'viewer' } });

export const Offline = scene({
  options: { failures: [{ method: 'capabilities', error: { code: 'offline' } }] },
});

export const ChangedSinceLastVisit = scene({
  news: threeChanges,
  act: async (page) => {
    const summary = await found(() =>
      inside(page, 'portal-company-news')?.shadowRoot?.querySelector<HTMLElement>('summary'),
    );
    summary.click();
  },
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

export const DeepLinkToSetting = scene({ target: 'settings/twoFactor' });

export const DeepLinkToUsers = scene({ target: 'users' });

export const Unsaved = scene({
  act: async (page) => {
    const settings = inside(page, 'portal-company-settings')?.shadowRoot;
    for (const key of ['documents', 'ticketDueDates'])
      (await found(() => settings?.querySelector<HTMLElement>(`#setting-${key}`))).click();
  },
});

export const Shortcuts = scene({
  act: async (page) => {
    (await found(() => inside(page, '.help button'))).click();
  },
});

export const Dark = scene({ globals: { colours: 'dark' }, news: threeChanges });

export const Narrow = scene({ parameters: { width: '360px' }, news: threeChanges });

export const NotConnected: StoryObj = {
  render: () => html`<portal-company-page company-id="174"></portal-company-page>`,
};
