import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { backendArgTypes, companyIdArgType, usualBackend } from '../../../.storybook/stage/backend.js';
import { choose as chooseIn, found, press as pressIn } from '../../../.storybook/stage/hands.js';
import { adminScenes, type AdminScene, type Stage } from '../../../.storybook/stage/scenes.js';
import {
  demoData,
  type MemoryClient,
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

const args = { companyId: FLORIST_WITH_TASKFIRE, reconnecting: false, ...usualBackend };
type Args = typeof args;

const meta: Meta<Args> = {
  title: 'Elements/Taskfire',
  component: 'portal-taskfire',
  args,
  argTypes: { companyId: companyIdArgType, ...backendArgTypes },
};
export default meta;

const taskfireScene = adminScenes<PortalTaskfire, Args>({
  tag: 'portal-taskfire',
  args,
  ready: '.card',
  template: ({ companyId, reconnecting }, admin) =>
    html`<portal-taskfire
      .admin=${admin}
      .companyId=${companyId}
      ?reconnecting=${reconnecting}
    ></portal-taskfire>`,
});

/** Unless told otherwise, with users who work in Taskfire. */
function scene({ backend, ...rest }: AdminScene<PortalTaskfire, Args>) {
  return taskfireScene({ ...rest, backend: { seed: withUsers(), ...backend } });
}

type Act = Stage<PortalTaskfire, MemoryClient>;

const press = ({ element }: Act, selector: string): Promise<void> => pressIn(element, selector);

const choose = ({ element }: Act, selector: string, value: string): Promise<void> =>
  chooseIn(element, selector, value);

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

const german = { globals: { locale: 'de' } } as const;

export const Active = scene({});

export const ActiveGerman = scene(german);

export const Inactive = scene({ args: { companyId: DAIRY } });

export const PortalOff = scene({ args: { companyId: BRANCH_WITHOUT_PORTAL } });

export const OwnCompany = scene({
  args: { companyId: PROVIDER },
  act: (stage) => {
    stage.world.taskfireByAnother.enable(PROVIDER);
    return stage.element.reload();
  },
});

export const Loading = scene({ args: { latencyMs: 3_600_000 } });

export const ReadOnly = scene({ args: { permission: 'viewer' } });

/** A PSA without an API for Taskfire: only its company record tells whether it is active. */
export const Absent = scene({
  backend: { limits: { operations: { taskfire: { state: 'absent', reason: 'no-api' } } } },
});

export const Offline = scene({
  backend: { failures: [{ method: 'taskfire', error: { code: 'offline' } }] },
});

export const WithoutContracts = scene({
  backend: { failures: [{ method: 'billingContracts', error: { code: 'offline' } }] },
});

export const Agreement = scene({ args: { companyId: DAIRY }, act: (stage) => press(stage, '.enable') });

export const AgreementGerman = scene({
  ...german,
  args: { companyId: DAIRY },
  backend: { seed: { ...demoData(), agreement: germanAgreement } },
  act: (stage) => press(stage, '.enable'),
});

export const NotEverythingConfirmed = scene({
  args: { companyId: DAIRY },
  act: async (stage) => {
    await press(stage, '.enable');
    await press(stage, 'input[name="fees"]');
    await press(stage, '.accept');
  },
});

export const EnabledMeanwhile = scene({
  args: { companyId: DAIRY },
  act: async (stage) => {
    await press(stage, '.enable');
    for (const name of ['fees', 'authority']) await press(stage, `input[name="${name}"]`);
    stage.world.taskfireByAnother.enable(DAIRY);
    await press(stage, '.accept');
  },
});

export const Enabled = scene({
  args: { companyId: DAIRY },
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
  backend: { seed: withBilling({ contractId: 29_402 }) },
  act: async (stage) => {
    await choose(stage, '#contract', '29684');
    await press(stage, '.billing .primary');
  },
});

export const BilledByAnother = scene({
  act: async (stage) => {
    await choose(stage, '#contract', '29690');
    stage.world.taskfireByAnother.bill(FLORIST_WITH_TASKFIRE, null);
    await stage.element.reload();
  },
});

export const ContractExpired = scene({ backend: { seed: withBilling({ expiresOn: '2024-10-31' }) } });

export const ContractEndsSoon = scene({ backend: { seed: withBilling({ expiresOn: inDays(12) }) } });

export const ContractEndsSoonGerman = scene({
  ...german,
  backend: { seed: withBilling({ expiresOn: inDays(12) }) },
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
  backend: { failures: [{ method: 'disableTaskfire', error: { code: 'forbidden' } }] },
  act: async (stage) => {
    await press(stage, '.disable');
    await choose(stage, '#move-4', '1');
    await choose(stage, '#move-5', '3');
    await press(stage, '.primary.danger');
  },
});

/** Who has Taskfire levels is known, which portal levels there are is not. */
export const LevelsUnknown = scene({
  backend: { limits: { operations: { portalUsers: { state: 'absent', reason: 'not-connected' } } } },
  act: (stage) => press(stage, '.disable'),
});

export const NotConnected: StoryObj = {
  render: () => html`<portal-taskfire company-id="174"></portal-taskfire>`,
};

export const Dark = scene({ globals: { colours: 'dark' } });

export const Narrow = scene({ parameters: { width: '360px' }, act: (stage) => press(stage, '.disable') });

export const RightToLeft = scene({ globals: { direction: 'rtl' } });
