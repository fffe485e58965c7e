import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { found, press } from '../../../.storybook/stage/hands.js';
import { playedStory, type PlayedScene } from '../../../.storybook/stage/scenes.js';
import {
  createMemoryClient,
  createMemoryJobs,
  demoData,
  manyContacts,
  type MemoryClientOptions,
  type MemoryData,
  type MemoryJobsOptions,
} from '../../clients/memory/index.js';
import type { JobDraft, PortalJobs } from '../../contract/index.js';
import { portalStatus, sortName, type ContactRow, type PlannedStep } from '../../model/index.js';
import './job-list.js';
import type { PortalJobList } from './job-list.js';

const DAIRY = 174;

const args = { contacts: 100, latencyMs: 5, recent: false, plansAgain: true, reconnecting: false };
type Args = typeof args;

const meta: Meta<Args> = {
  title: 'Elements/Job list',
  component: 'portal-job-list',
  args,
  argTypes: {
    contacts: {
      control: { type: 'range', min: 0, max: 5000, step: 50 },
      description: 'Contacts of the company; a job is started for all of them. 0: no job.',
      table: { category: 'the backend of this story' },
    },
    latencyMs: {
      control: { type: 'range', min: 0, max: 2000, step: 5 },
      description: 'How long each call of the job takes, in ms.',
      table: { category: 'the backend of this story' },
    },
  },
};
export default meta;

interface Scene extends Omit<PlayedScene<PortalJobList, Args, PortalJobs>, 'act'> {
  readonly admin?: MemoryClientOptions;
  readonly jobs?: MemoryJobsOptions;
  /** What the admin does in the job's card once it is shown. */
  readonly act?: (card: HTMLElement, jobs: PortalJobs) => Promise<void>;
}

/** The demo data with other contacts at the dairy. */
function withRows(rows: readonly ContactRow[]): MemoryData {
  const seed = demoData();
  const companies = seed.companies.map((one) => (one.company.id === DAIRY ? { ...one, rows } : one));
  return { ...seed, companies };
}

function activation({ contact, portalUser }: ContactRow): PlannedStep {
  const who = { contactId: contact.id, contactName: sortName(contact) };
  if (!contact.isActive) return { action: 'refused', ...who, reason: 'contact-inactive' };
  if (contact.email === null) return { action: 'refused', ...who, reason: 'email-missing' };
  if (portalUser !== null)
    return { action: 'change', ...who, before: portalUser, change: { isActive: true } };
  const account = { contactId: contact.id, userName: contact.email, isActive: true, securityLevel: 1 };
  return {
    action: 'create',
    ...who,
    account: { ...account, dateFormat: 15, timeFormat: 3, numberFormat: 2 },
  };
}

function draftFor(rows: readonly ContactRow[]): JobDraft {
  return {
    id: crypto.randomUUID(),
    companyId: DAIRY,
    companyName: 'Käserei Oberdorf GmbH',
    kind: 'activate',
    steps: rows.filter((row) => portalStatus(row) !== 'active').map(activation),
  };
}

function scene({ admin = {}, jobs = {}, act, ...shown }: Scene = {}) {
  return playedStory<PortalJobList, Args, PortalJobs>({
    tag: 'portal-job-list',
    args,
    madeOf: ({ contacts, latencyMs }) => [contacts, latencyMs],
    world: ({ contacts, latencyMs }) => {
      const rows = manyContacts(contacts);
      const made = createMemoryJobs(createMemoryClient({ seed: withRows(rows), latencyMs, ...admin }), jobs);
      if (contacts > 0) void made.start(draftFor(rows));
      return made;
    },
    template: ({ recent, plansAgain, reconnecting }, made) =>
      html`<portal-job-list
        .jobs=${made}
        ?recent=${recent}
        ?plans-again=${plansAgain}
        ?reconnecting=${reconnecting}
      ></portal-job-list>`,
    scene: {
      ...shown,
      ...(act && {
        act: async ({ element, world }) => act(await found(element, 'portal-job-card'), world),
      }),
    },
  });
}

/** Opens the table of contacts. */
async function open(card: HTMLElement): Promise<void> {
  await found(card, '[data-action=forget]');
  await press(card, 'summary');
  await found(card, 'portal-job-results', 'portal-data-grid', '[role=row][data-row]');
}

const forbidden = { method: 'changePortalUser', error: { code: 'forbidden' }, times: 3 } as const;
const inAnHour = () => new Date(Date.now() + 3_000_000).toISOString();

/** A job that takes its time. */
const slow = { latencyMs: 900 };

export const Running = scene({ args: slow });

export const Loading = scene({ jobs: { latencyMs: 3_600_000 } });

export const Empty = scene({ args: { contacts: 0 } });

export const WaitingForTheHour = scene({
  admin: {
    failures: [
      { method: 'createPortalUser', error: { code: 'rate-limited', retryAt: inAnHour() }, times: 3 },
    ],
  },
});

export const WaitingForTheVault = scene({
  admin: { failures: [{ method: 'createPortalUser', error: { code: 'locked' }, times: 3 }] },
});

export const Offline = scene({
  admin: { failures: [{ method: 'createPortalUser', error: { code: 'offline' }, times: 3 }] },
});

export const Paused = scene({ args: slow, act: (card) => press(card, '[data-action=pause]') });

export const AskingToCancel = scene({ args: slow, act: (card) => press(card, '[data-action=cancel]') });

export const Cancelled = scene({
  args: { latencyMs: 30 },
  act: async (_card, jobs) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const { id } of await jobs.list()) await jobs.cancel(id);
  },
});

/** The initial passwords wait to be taken. */
export const Finished = scene({ act: open });

export const FinishedWithFailures = scene({
  admin: { failures: [forbidden] },
  act: async (card) => {
    await open(card);
    await press(card, 'portal-job-results', '.chip:nth-child(2)');
  },
});

/** Somebody else has taken two user names since the plan was made. */
export const NamesTaken = scene({
  admin: {
    failures: [
      {
        method: 'createPortalUser',
        error: { code: 'validation', problems: [{ path: ['userName'], code: 'user-name-taken' }] },
        times: 2,
      },
    ],
  },
  act: open,
});

export const AskingToUndo = scene({ act: (card) => press(card, '[data-action=undo]') });

export const Undone = scene({
  act: async (card) => {
    await press(card, '[data-action=undo]');
    await press(card, 'portal-job-question', '.primary');
  },
});

export const Passwords = scene({
  act: async (card) => {
    await found(card, '[data-action=forget]');
    await press(card, 'portal-job-passwords', '.show');
  },
});

export const Failed = scene({
  args: { contacts: 0 },
  jobs: { failures: [{ method: 'list', error: { code: 'offline' }, times: 99 }] },
});

export const Reconnecting = scene({ args: { ...slow, reconnecting: true } });

/** Nothing runs: the result of 20,000 contacts is read. */
export const Many = scene({
  args: { contacts: 20_000, latencyMs: 0 },
  act: async (card, jobs) => {
    for (const { id } of await jobs.list()) await jobs.pause(id);
    await press(card, 'summary');
  },
});

export const Narrow = scene({
  parameters: { width: '360px' },
  admin: { failures: [forbidden] },
  act: open,
});

export const NotConnected: StoryObj = {
  render: () => html`<portal-job-list></portal-job-list>`,
};

export const Dark = scene({
  globals: { colours: 'dark' },
  admin: { failures: [forbidden] },
  act: open,
});

export const RightToLeft = scene({ globals: { direction: 'rtl' }, admin: { failures: [forbidden] } });
