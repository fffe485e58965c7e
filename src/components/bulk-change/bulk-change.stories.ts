import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import {
  createMemoryClient,
  createMemoryJobs,
  demoData,
  manyContacts,
  type MemoryJobsOptions,
} from '../../clients/memory/index.js';
import type { BulkAction, ContactRow } from '../../model/index.js';
import type { PlanAgain } from '../job-list/plan-again.js';
import './bulk-change.js';
import type { PortalCsvImport } from './csv/csv-import.js';

const DAIRY = 174;
const FLORIST_WITH_TASKFIRE = 175;

const meta: Meta = { title: 'Bulk change', component: 'portal-bulk-change' };
export default meta;

interface Scene extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly action?: BulkAction | 'csv' | 'again';
  readonly companyId?: number;
  readonly rows?: () => readonly ContactRow[];
  /** Null: an app without jobs. */
  readonly jobs?: MemoryJobsOptions | null;
  readonly direction?: 'ltr' | 'rtl';
  /** What the admin does once the dialog is open. */
  readonly act?: (root: ParentNode) => Promise<void>;
}

/** A story that tests can play as well. */
interface PlayedStory extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly render: () => TemplateResult;
  readonly play: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

function scene(parts: Scene = {}): PlayedStory {
  const { action = 'activate', companyId = DAIRY, jobs = {}, direction = 'ltr', act, ...rest } = parts;
  return {
    ...rest,
    render: () => {
      const seed = demoData();
      const company = seed.companies.find((one) => one.company.id === companyId);
      const rows = parts.rows?.() ?? company?.rows ?? [];
      const admin = createMemoryClient({ seed, latencyMs: 5 });
      const contactIds = rows.map(({ contact }) => contact.id);
      const task =
        action === 'csv' ? { from: action } : action === 'again' ? planAgain(rows) : { action, contactIds };
      return html`<div style="padding: 16px" dir=${direction}>
        <portal-bulk-change
          .admin=${admin}
          .jobs=${jobs === null ? undefined : createMemoryJobs(admin, jobs)}
          .company=${company?.company}
          .options=${seed.portalUserOptions}
          .rows=${rows}
          .task=${task}
        ></portal-bulk-change>
      </div>`;
    },
    play: async ({ canvasElement }) => {
      const root = canvasElement.querySelector('portal-bulk-change')?.shadowRoot;
      if (act !== undefined && root) await act(root);
    },
  };
}

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

/** Waits for an element inside, five seconds at most. */
async function found<E extends HTMLElement>(root: ParentNode, selector: string): Promise<E> {
  for (let tries = 0; tries < 500; tries += 1) {
    const element = root.querySelector<E>(selector);
    if (element !== null) return element;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`There is no ${selector}.`);
}

const press = (selector: string) => async (root: ParentNode) => (await found(root, selector)).click();

async function choose(root: ParentNode, selector: string, value: string): Promise<void> {
  const field = await found<HTMLSelectElement>(root, selector);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

async function showPlan(root: ParentNode): Promise<void> {
  await press('.check-plan')(root);
  await found(root, 'portal-dry-run');
}

export const Rules = scene();

/** What failed in a job: only the user names are asked for. */
export const PlannedAgain = scene({ action: 'again' });

export const OwnPattern = scene({ act: press('[value=own]') });

export const PatternWrong = scene({
  act: async (root) => {
    await press('[value=own]')(root);
    const field = await found<HTMLInputElement>(root, '#pattern');
    field.value = '{vorname}.{last}';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await press('.check-plan')(root);
  },
});

export const LevelRules = scene({
  companyId: FLORIST_WITH_TASKFIRE,
  action: 'change-level',
  act: async (root) => {
    await press('.add-rule')(root);
    await press('.add-rule')(root);
  },
});

export const Formats = scene({ action: 'change-formats' });

export const FromCsv = scene({ action: 'csv' });

export const CsvThatNamesSome = scene({
  action: 'csv',
  act: async (root) => {
    const csv = await found<PortalCsvImport>(root, 'portal-csv-import');
    const rows = [...csv.rows.slice(0, 8), ...csv.rows.slice(3, 5)];
    const lines = rows.map(({ contact }, index) => `${contact.email ?? ''};user${index};Manager`);
    await csv.read(new Blob([['E-mail;User name;Security level', ...lines].join('\n')]), 'people.csv');
    await press('.check-plan')(root);
    await showPlan(root);
  },
});

/** More names than are asked about without a word. */
export const NamesNotAsked = scene({ rows: () => manyContacts(200), act: showPlan });

export const Plan = scene({ act: showPlan });

/** More licences, and logins that can never be deleted: neither without consent. */
export const PlanThatCosts = scene({
  companyId: FLORIST_WITH_TASKFIRE,
  act: async (root) => {
    await choose(root, '#otherwise', '4');
    await showPlan(root);
    await press('.start')(root);
  },
});

export const PlanThatFreesLicences = scene({
  companyId: FLORIST_WITH_TASKFIRE,
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
  act: press('.start'),
});

export const Starting = scene({
  action: 'deactivate',
  jobs: { latencyMs: 3_600_000 },
  act: press('.start'),
});

export const WithoutJobs = scene({ jobs: null, act: showPlan });

export const Narrow = scene({ act: showPlan, parameters: { width: '360px' } });

export const Dark = scene({ act: showPlan, globals: { colours: 'dark' } });

export const RightToLeft = scene({ act: showPlan, direction: 'rtl' });
