import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import {
  createMemoryClient,
  demoData,
  manyContacts,
  type MemoryClientOptions,
  type MemoryData,
} from '../../clients/memory/index.js';
import type { ContactRow } from '../../model/index.js';
import './contact-grid.js';

const DAIRY = 174;
const FLORIST_WITH_TASKFIRE = 175;
const EMPTY_BRANCH = 177;

/** The grid on its own backend in memory. */
function grid(options: MemoryClientOptions = {}, companyId = DAIRY): TemplateResult {
  const admin = createMemoryClient({ latencyMs: 150, ...options });
  return html`<div style="padding: 16px">
    <portal-contact-grid .admin=${admin} .companyId=${companyId}></portal-contact-grid>
  </div>`;
}

/** The demo data with other contacts at one company. */
function withRows(rows: readonly ContactRow[], companyId = DAIRY): MemoryData {
  const seed = demoData();
  const companies = seed.companies.map((one) =>
    one.company.id === companyId ? { ...one, rows: [...rows] } : one,
  );
  return { ...seed, companies };
}

function contacts(count: number): ContactRow[] {
  return manyContacts(count, { companyId: DAIRY, firstId: 1_000_001, domain: 'oberdorf.example' });
}

function inactiveWithLogin(row: ContactRow, index: number): ContactRow {
  return index % 6 === 0 ? { ...row, contact: { ...row.contact, isActive: false } } : row;
}

const meta: Meta = {
  title: 'Contact grid',
  component: 'portal-contact-grid',
};
export default meta;

type Story = StoryObj;

export const Ready: Story = { render: () => grid() };

export const Loading: Story = { render: () => grid({ latencyMs: 3_600_000 }) };

export const Empty: Story = { render: () => grid({}, EMPTY_BRANCH) };

export const NoActiveUser: Story = {
  render: () => grid({ seed: withRows(contacts(12).map((row) => ({ ...row, portalUser: null }))) }),
};

export const NeedsAttention: Story = {
  render: () => grid({ seed: withRows(contacts(60).map(inactiveWithLogin)) }),
};

export const WithTaskfire: Story = { render: () => grid({}, FLORIST_WITH_TASKFIRE) };

export const ReadOnly: Story = { render: () => grid({ permission: 'viewer' }) };

export const LoginsNotOffered: Story = {
  render: () =>
    grid({ limits: { operations: { portalUsers: { state: 'absent', reason: 'not-connected' } } } }),
};

export const Many: Story = { render: () => grid({ seed: withRows(contacts(20_000)), latencyMs: 60 }) };

export const ErrorMidway: Story = { render: () => errorMidway() };

/** The second page does not come, the third try does. */
function errorMidway(): TemplateResult {
  const admin = createMemoryClient({ seed: withRows(contacts(1_800)), latencyMs: 300 });
  const failLater = (): void => admin.fail({ method: 'contacts', error: { code: 'offline' }, times: 1 });
  setTimeout(failLater, 450);
  return html`<div style="padding: 16px">
    <portal-contact-grid .admin=${admin} .companyId=${DAIRY}></portal-contact-grid>
  </div>`;
}

/** Activate somebody: the backend refuses the user name once. */
export const ActivationRefused: Story = {
  render: () =>
    grid({
      failures: [
        {
          method: 'createPortalUser',
          error: { code: 'validation', problems: [{ path: ['userName'], code: 'user-name-taken' }] },
        },
      ],
    }),
};

/** Deactivate somebody: there is no answer, and the row goes back to what it was. */
export const ChangeFailed: Story = {
  render: () => grid({ failures: [{ method: 'changePortalUser', error: { code: 'offline' }, times: 1 }] }),
};

export const Offline: Story = {
  render: () =>
    grid({
      failures: [
        { method: 'capabilities', error: { code: 'offline' }, times: 3 },
        { method: 'contacts', error: { code: 'offline' }, times: 3 },
      ],
    }),
};

export const Narrow: Story = { render: () => grid(), parameters: { width: '360px' } };

export const Dark: Story = { render: () => grid(), globals: { colours: 'dark' } };

export const RightToLeft: Story = { render: () => html`<div dir="rtl">${grid()}</div>` };
