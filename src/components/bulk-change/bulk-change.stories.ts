import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { companyIdArgType } from '../../../.storybook/stage/backend.js';
import { choose, enter, found, press } from '../../../.storybook/stage/hands.js';
import { playedStory, type PlayedScene } from '../../../.storybook/stage/scenes.js';
import {
  createMemoryClient,
  createMemoryJobs,
  demoData,
  manyContacts,
  type MemoryJobsOptions,
} from '../../clients/memory/index.js';
import type { BulkAction, ContactRow } from '../../model/index.js';
import type { BulkTask } from './shown-plan.js';
import type { PlanAgain } from '../job-list/plan-again.js';
import './bulk-change.js';
import type { PortalBulkChange } from './bulk-change.js';
import type { PortalCsvImport } from './csv/csv-import.js';

const DAIRY = 174;
const FLORIST_WITH_TASKFIRE = 175;

const args = { companyId: DAIRY, loading: false };
type Args = typeof args;

const meta: Meta<Args> = {
  title: 'Elements/Bulk change',
  component: 'portal-bulk-change',
  args,
  argTypes: { companyId: companyIdArgType },
};
export default meta;

interface Scene extends Omit<PlayedScene<PortalBulkChange, Args, unknown>, 'act'> {
  readonly action?: BulkAction | 'csv' | 'again';
  readonly rows?: () => readonly ContactRow[];
  /** Null: an app without jobs. */
  readonly jobs?: MemoryJobsOptions | null;
  /** What the admin does once the dialog is open. */
  readonly act?: (element: PortalBulkChange) => Promise<void>;
}

function worldOf({ companyId }: Args, { action = 'activate', jobs = {}, rows: ownRows }: Scene) {
  const seed = demoData();
  const company = seed.companies.find((one) => one.company.id === companyId);
  const rows = ownRows?.() ?? company?.rows ?? [];
  const admin = createMemoryClient({ seed, latencyMs: 5 });
  return {
    admin,
    rows,
    company: company?.company,
    options: seed.portalUserOptions,
    jobs: jobs === null ? undefined : createMemoryJobs(admin, jobs),
    task: taskOf(action, rows),
  };
}

function taskOf(action: BulkAction | 'csv' | 'again', rows: readonly ContactRow[]): BulkTask {
  if (action === 'csv') return { from: action };
  if (action === 'again') return planAgain(rows);
  return { action, contactIds: rows.map(({ contact }) => contact.id) };
}

function scene({ act, ...shown }: Scene = {}) {
  return playedStory<PortalBulkChange, Args, World>({
    tag: 'portal-bulk-change',
    args,
    madeOf: ({ companyId }) => companyId,
    world: (given) => worldOf(given, shown),
    template: ({ loading }, { admin, jobs, company, options, rows, task }) =>
      html`<portal-bulk-change
        .admin=${admin}
        .jobs=${jobs}
        .company=${company}
        .options=${options}
        .rows=${rows}
        .task=${task}
        ?loading=${loading}
      ></portal-bulk-change>`,
    scene: { ...shown, ...(act && { act: ({ element }) => act(element) }) },
  });
}

type World = ReturnType<typeof worldOf>;

/** Of the first who have no login the name was taken meanwhile. */
function planAgain(rows: readonly ContactRow[]): PlanAgain {
  const some = rows.filter(({ contact, portalUser }) => contact.isActive && portalUser === null).slice(0, 3);
  const given = { securityLevel: 1, dateFormat: 15, timeFormat: 3, numberFormat: 2 };
  return {
    action: 'activate',
    targets: some.map(({ contact }) => ({ contactId: contact.id, given })),
    takenNames: some.flatMap(({ contact }) => contact.email ?? []),
  };
}

const pressing = (selector: string) => (element: PortalBulkChange) => press(element, selector);

async function showPlan(element: PortalBulkChange): Promise<void> {
  await press(element, '.check-plan');
  await found(element, 'portal-dry-run');
}

export const Rules = scene();

/** What failed in a job: only the user names are asked for. */
export const PlannedAgain = scene({ action: 'again' });

export const OwnPattern = scene({ act: pressing('[value=own]') });

export const PatternWrong = scene({
  act: async (element) => {
    await press(element, '[value=own]');
    enter(await found<HTMLInputElement>(element, '#pattern'), '{vorname}.{last}');
    await press(element, '.check-plan');
  },
});

export const LevelRules = scene({
  args: { companyId: FLORIST_WITH_TASKFIRE },
  action: 'change-level',
  act: async (element) => {
    await press(element, '.add-rule');
    await press(element, '.add-rule');
  },
});

export const Formats = scene({ action: 'change-formats' });

export const FromCsv = scene({ action: 'csv' });

export const CsvThatNamesSome = scene({
  action: 'csv',
  act: async (element) => {
    const csv = await found<PortalCsvImport>(element, 'portal-csv-import');
    const rows = [...csv.rows.slice(0, 8), ...csv.rows.slice(3, 5)];
    const lines = rows.map(({ contact }, index) => `${contact.email ?? ''};user${index};Manager`);
    await csv.read(new Blob([['E-mail;User name;Security level', ...lines].join('\n')]), 'people.csv');
    await press(element, '.check-plan');
    await showPlan(element);
  },
});

/** More names than are asked about without a word. */
export const NamesNotAsked = scene({ rows: () => manyContacts(200), act: showPlan });

export const Plan = scene({ act: showPlan });

/** More licences, and logins that can never be deleted: neither without consent. */
export const PlanThatCosts = scene({
  args: { companyId: FLORIST_WITH_TASKFIRE },
  act: async (element) => {
    await choose(element, '#otherwise', '4');
    await showPlan(element);
    await press(element, '.start');
  },
});

export const PlanThatFreesLicences = scene({
  args: { companyId: FLORIST_WITH_TASKFIRE },
  action: 'deactivate',
  rows: () =>
    manyContacts(40, { companyId: FLORIST_WITH_TASKFIRE }).map((row) =>
      row.portalUser === null ? row : { ...row, portalUser: { ...row.portalUser, securityLevel: 4 } },
    ),
});

export const NothingToDo = scene({
  action: 'deactivate',
  rows: () => manyContacts(12).map((row) => ({ ...row, portalUser: null })),
});

export const Huge = scene({ rows: () => manyContacts(100_000), act: showPlan });

/** The plan stays, and can be started again. */
export const StartFailed = scene({
  action: 'deactivate',
  jobs: { failures: [{ method: 'start', error: { code: 'storage-full' } }] },
  act: pressing('.start'),
});

export const Starting = scene({
  action: 'deactivate',
  jobs: { latencyMs: 3_600_000 },
  act: pressing('.start'),
});

export const WithoutJobs = scene({ jobs: null, act: showPlan });

export const Narrow = scene({ act: showPlan, parameters: { width: '360px' } });

export const Dark = scene({ act: showPlan, globals: { colours: 'dark' } });

export const RightToLeft = scene({ act: showPlan, globals: { direction: 'rtl' } });
