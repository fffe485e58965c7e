import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import {
  createMemoryClient,
  demoData,
  type MemoryClient,
  type MemoryClientOptions,
  type MemoryCompany,
  type MemoryData,
} from '../../clients/memory/index.js';
import type { TaskfireAgreement, TaskfireBilling } from '../../model/index.js';
import { today } from '../shared/index.js';
import './taskfire.js';
import type { PortalTaskfire } from './taskfire.js';

const PROVIDER = 0;
const DAIRY = 174;
const FLORIST_WITH_TASKFIRE = 175;
const BRANCH_WITHOUT_PORTAL = 177;
const TASKFIRE_RESOURCE = 4;
const TASKFIRE_ADMINISTRATOR = 5;

const meta: Meta = { title: 'Taskfire', component: 'portal-taskfire' };
export default meta;

/** The element and its backend while a story plays. */
interface Stage {
  readonly element: PortalTaskfire;
  readonly admin: MemoryClient;
}

interface Scene extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly options?: MemoryClientOptions;
  readonly companyId?: number;
  /** What the admin does once Taskfire is there. */
  readonly act?: (stage: Stage) => Promise<void>;
}

/** A story that tests can play as well. */
interface PlayedStory extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly render: () => TemplateResult;
  readonly play: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

function scene({ options = {}, companyId = FLORIST_WITH_TASKFIRE, act, ...rest }: Scene): PlayedStory {
  let admin = createMemoryClient(options);
  return {
    ...rest,
    render: () => {
      admin = createMemoryClient({ latencyMs: 60, seed: withUsers(), ...options });
      return html`<div style="padding: 16px">
        <portal-taskfire .admin=${admin} .companyId=${companyId}></portal-taskfire>
      </div>`;
    },
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector('portal-taskfire');
      if (element === null || act === undefined) return;
      await found(element, '.card');
      await act({ element, admin });
    },
  };
}

/** Waits for something inside the element or one of its dialogs, two seconds at most. */
async function found(element: PortalTaskfire, selector: string): Promise<HTMLElement> {
  for (let tries = 0; tries < 100; tries += 1) {
    const root = element.shadowRoot;
    const dialogs = [...(root?.querySelectorAll('portal-taskfire-agreement, portal-taskfire-disable') ?? [])];
    for (const one of [root, ...dialogs.map((dialog) => dialog.shadowRoot)]) {
      const match = one?.querySelector<HTMLElement>(selector);
      if (match !== null && match !== undefined) return match;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The story expected ${selector}.`);
}

async function press({ element }: Stage, selector: string): Promise<void> {
  (await found(element, selector)).click();
}

async function choose({ element }: Stage, selector: string, value: string): Promise<void> {
  const select = await found(element, selector);
  if (select instanceof HTMLSelectElement) select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The demo data, with users who work in Taskfire: one of them is switched off. */
function withUsers(): MemoryData {
  const seed = demoData();
  return { ...seed, companies: seed.companies.map(withTaskfireUsers) };
}

function withTaskfireUsers(company: MemoryCompany): MemoryCompany {
  if (!company.taskfire.isActive) return company;
  const levels = [TASKFIRE_RESOURCE, TASKFIRE_RESOURCE, TASKFIRE_RESOURCE, TASKFIRE_ADMINISTRATOR];
  const rows = company.rows.map((row) => {
    const securityLevel = row.portalUser === null ? undefined : levels.shift();
    return row.portalUser === null || securityLevel === undefined
      ? row
      : { ...row, portalUser: { ...row.portalUser, securityLevel } };
  });
  return { ...company, rows };
}

function withBilling(change: Partial<TaskfireBilling>): MemoryData {
  const seed = withUsers();
  const companies = seed.companies.map((one): MemoryCompany => {
    if (!one.taskfire.isActive || one.taskfire.billing === null) return one;
    const billing = { ...one.taskfire.billing, ...change };
    const contracts = one.contracts.map((contract) =>
      contract.id === billing.contractId ? { ...contract, expiresOn: billing.expiresOn } : contract,
    );
    return { ...one, contracts, taskfire: { ...one.taskfire, billing } };
  });
  return { ...seed, companies };
}

/** Days from now, as a contract's end. */
function inDays(days: number): string {
  return today(new Date(Date.now() + days * 24 * 60 * 60 * 1000));
}

const germanAgreement: TaskfireAgreement = {
  version: '2026-02',
  language: 'de',
  title: 'Taskfire-Vereinbarung',
  paragraphs: [
    'Taskfire gibt Ihrem Kunden einen eigenen Helpdesk. Sie aktivieren es für Ihren Kunden und bestimmen die Benutzer.',
    'Jeder Benutzer mit einem Taskfire-Zugriffsrecht kostet eine monatliche Lizenzgebühr, anteilig ab dem Tag der Zuweisung.',
    'Sie können Taskfire jederzeit deaktivieren. Die Gebühr des laufenden Monats bleibt fällig.',
  ],
  confirmations: [
    { id: 'fees', text: 'Ich nehme die monatliche Gebühr für jeden Taskfire-Benutzer an.' },
    { id: 'authority', text: 'Ich darf diese Vereinbarung für meine Firma schließen.' },
  ],
};

const german = { globals: { locale: 'de' } };

export const Active = scene({});

export const ActiveGerman = scene(german);

export const Inactive = scene({ companyId: DAIRY });

export const PortalOff = scene({ companyId: BRANCH_WITHOUT_PORTAL });

export const OwnCompany = scene({
  companyId: PROVIDER,
  act: (stage) => {
    stage.admin.taskfireByAnother.enable(PROVIDER);
    return stage.element.reload();
  },
});

export const Loading = scene({ options: { latencyMs: 3_600_000 } });

export const ReadOnly = scene({ options: { permission: 'viewer' } });

/** A PSA without an API for Taskfire: only its company record tells whether it is active. */
export const Absent = scene({
  options: { limits: { operations: { taskfire: { state: 'absent', reason: 'no-api' } } } },
});

export const Offline = scene({
  options: { failures: [{ method: 'taskfire', error: { code: 'offline' } }] },
});

export const WithoutContracts = scene({
  options: { failures: [{ method: 'billingContracts', error: { code: 'offline' } }] },
});

export const Agreement = scene({ companyId: DAIRY, act: (stage) => press(stage, '.enable') });

export const AgreementGerman = scene({
  ...german,
  companyId: DAIRY,
  options: { seed: { ...demoData(), agreement: germanAgreement } },
  act: (stage) => press(stage, '.enable'),
});

export const NotEverythingConfirmed = scene({
  companyId: DAIRY,
  act: async (stage) => {
    await press(stage, '.enable');
    await press(stage, 'input[name="fees"]');
    await press(stage, '.accept');
  },
});

export const EnabledMeanwhile = scene({
  companyId: DAIRY,
  act: async (stage) => {
    await press(stage, '.enable');
    for (const name of ['fees', 'authority']) await press(stage, `input[name="${name}"]`);
    stage.admin.taskfireByAnother.enable(DAIRY);
    await press(stage, '.accept');
  },
});

export const Enabled = scene({
  companyId: DAIRY,
  act: async (stage) => {
    await press(stage, '.enable');
    for (const name of ['fees', 'authority']) await press(stage, `input[name="${name}"]`);
    await press(stage, '.accept');
    await found(stage.element, '.done');
  },
});

export const Acknowledgment = scene({ act: (stage) => press(stage, '.acknowledgment') });

export const BillingChanged = scene({ act: (stage) => choose(stage, '#contract', '29690') });

export const ServiceMissing = scene({
  options: { seed: withBilling({ contractId: 29_402 }) },
  act: async (stage) => {
    await choose(stage, '#contract', '29684');
    await press(stage, '.billing .primary');
  },
});

export const BilledByAnother = scene({
  act: async (stage) => {
    await choose(stage, '#contract', '29690');
    stage.admin.taskfireByAnother.bill(FLORIST_WITH_TASKFIRE, null);
    await stage.element.reload();
  },
});

export const ContractExpired = scene({ options: { seed: withBilling({ expiresOn: '2024-10-31' }) } });

export const ContractEndsSoon = scene({ options: { seed: withBilling({ expiresOn: inDays(12) }) } });

export const ContractEndsSoonGerman = scene({
  ...german,
  options: { seed: withBilling({ expiresOn: inDays(12) }) },
});

export const AutomationRemoved = scene({
  act: async (stage) => {
    await press(stage, '.remove');
    await found(stage.element, '.undo');
  },
});

export const Disabling = scene({ act: (stage) => press(stage, '.disable') });

export const DisablingGerman = scene({ ...german, act: (stage) => press(stage, '.disable') });

export const LevelMissing = scene({
  act: async (stage) => {
    await press(stage, '.disable');
    await choose(stage, '#move-4', '1');
    await press(stage, '.primary.danger');
  },
});

export const DisablingRefused = scene({
  options: { failures: [{ method: 'disableTaskfire', error: { code: 'forbidden' } }] },
  act: async (stage) => {
    await press(stage, '.disable');
    await choose(stage, '#move-4', '1');
    await choose(stage, '#move-5', '3');
    await press(stage, '.primary.danger');
  },
});

/** Who has Taskfire levels is known, which portal levels there are is not. */
export const LevelsUnknown = scene({
  options: { limits: { operations: { portalUsers: { state: 'absent', reason: 'not-connected' } } } },
  act: (stage) => press(stage, '.disable'),
});

export const Dark = scene({ globals: { colours: 'dark' } });

export const Narrow = scene({ parameters: { width: '360px' }, act: (stage) => press(stage, '.disable') });
