import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
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

const DAIRY = 174;

const meta: Meta = { title: 'Job list', component: 'portal-job-list' };
export default meta;

interface Scene extends Pick<StoryObj, 'globals' | 'parameters'> {
  /** Contacts of the company; a job is started for all of them. 0 = no job. */
  readonly contacts?: number;
  readonly admin?: MemoryClientOptions;
  readonly jobs?: MemoryJobsOptions;
  readonly direction?: 'ltr' | 'rtl';
  readonly reconnecting?: boolean;
  /** What the admin does once the job is shown. */
  readonly act?: (root: ParentNode, jobs: PortalJobs) => Promise<void>;
}

/** A story that tests can play as well. */
interface PlayedStory extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly render: () => TemplateResult;
  readonly play: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
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

function scene(parts: Scene = {}): PlayedStory {
  const { contacts = 100, admin = {}, direction = 'ltr', reconnecting = false, act, ...rest } = parts;
  let jobs: PortalJobs | undefined;
  return {
    ...rest,
    render: () => {
      const rows = manyContacts(contacts);
      jobs = createMemoryJobs(
        createMemoryClient({ seed: withRows(rows), latencyMs: 5, ...admin }),
        parts.jobs,
      );
      if (contacts > 0) void jobs.start(draftFor(rows));
      return html`<div style="padding: 16px" dir=${direction}>
        <portal-job-list plans-again .jobs=${jobs} ?reconnecting=${reconnecting}></portal-job-list>
      </div>`;
    },
    play: async ({ canvasElement }) => {
      const root = canvasElement.querySelector('portal-job-list')?.shadowRoot;
      if (act === undefined || !root || jobs === undefined) return;
      const card = (await found(root, 'portal-job-card')).shadowRoot;
      if (card !== null) await act(card, jobs);
    },
  };
}

/** Waits for an element inside, five seconds at most. */
async function found<E extends HTMLElement>(root: ParentNode, selector: string): Promise<E> {
  for (let tries = 0; tries < 500; tries += 1) {
    const element = root.querySelector<E>(selector);
    if (element !== null) return element;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`There is no ${selector}.`);
}

async function press(root: ParentNode, selector: string): Promise<void> {
  (await found(root, selector)).click();
}

/** Opens the table of contacts. */
async function open(root: ParentNode): Promise<void> {
  await found(root, '[data-action=forget]');
  await press(root, 'summary');
  const results = (await found(root, 'portal-job-results')).shadowRoot;
  const grid = results && (await found(results, 'portal-data-grid')).shadowRoot;
  if (grid) await found(grid, '[role=row][data-row]');
}

const forbidden = { method: 'changePortalUser', error: { code: 'forbidden' }, times: 3 } as const;
const inAnHour = () => new Date(Date.now() + 3_000_000).toISOString();

/** A job that takes its time. */
const slow: MemoryClientOptions = { latencyMs: 900 };

export const Running = scene({ admin: slow });

export const Loading = scene({ jobs: { latencyMs: 3_600_000 } });

export const Empty = scene({ contacts: 0 });

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

export const Paused = scene({ admin: slow, act: (root) => press(root, '[data-action=pause]') });

export const AskingToCancel = scene({ admin: slow, act: (root) => press(root, '[data-action=cancel]') });

export const Cancelled = scene({
  admin: { latencyMs: 30 },
  act: async (_root, jobs) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const { id } of await jobs.list()) await jobs.cancel(id);
  },
});

/** The initial passwords wait to be taken. */
export const Finished = scene({ act: (root) => open(root) });

export const FinishedWithFailures = scene({
  admin: { failures: [forbidden] },
  act: async (root) => {
    await open(root);
    const results = (await found(root, 'portal-job-results')).shadowRoot;
    if (results !== null) await press(results, '.chip:nth-child(2)');
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
  act: (root) => open(root),
});

export const AskingToUndo = scene({ act: (root) => press(root, '[data-action=undo]') });

export const Undone = scene({
  act: async (root) => {
    await press(root, '[data-action=undo]');
    const question = (await found(root, 'portal-job-question')).shadowRoot;
    if (question !== null) await press(question, '.primary');
  },
});

export const Passwords = scene({
  act: async (root) => {
    await found(root, '[data-action=forget]');
    const passwords = (await found(root, 'portal-job-passwords')).shadowRoot;
    if (passwords !== null) await press(passwords, '.show');
  },
});

export const Failed = scene({
  contacts: 0,
  jobs: { failures: [{ method: 'list', error: { code: 'offline' }, times: 99 }] },
});

export const Reconnecting = scene({ admin: slow, reconnecting: true });

/** Nothing runs: the result of 20,000 contacts is read. */
export const Many = scene({
  contacts: 20_000,
  admin: { latencyMs: 0 },
  act: async (root, jobs) => {
    for (const { id } of await jobs.list()) await jobs.pause(id);
    await press(root, 'summary');
  },
});

export const Narrow = scene({
  parameters: { width: '360px' },
  admin: { failures: [forbidden] },
  act: (root) => open(root),
});

export const Dark = scene({
  globals: { colours: 'dark' },
  admin: { failures: [forbidden] },
  act: (root) => open(root),
});

export const RightToLeft = scene({ direction: 'rtl', admin: { failures: [forbidden] } });
