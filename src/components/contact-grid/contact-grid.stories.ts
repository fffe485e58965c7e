import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import {
  backendArgTypes,
  companyIdArgType,
  failAfterFirst,
  usualBackend,
} from '../../../.storybook/stage/backend.js';
import { choose, enter, found, press, pressKey } from '../../../.storybook/stage/hands.js';
import { adminScenes, type Stage } from '../../../.storybook/stage/scenes.js';
import { demoData, manyContacts, type MemoryClient, type MemoryData } from '../../clients/memory/index.js';
import type { ContactRow } from '../../model/index.js';
import type { PortalActivationDialog } from './activation-dialog.js';
import './contact-grid.js';
import type { PortalContactGrid } from './contact-grid.js';

const DAIRY = 174;
const FLORIST_WITH_TASKFIRE = 175;
const EMPTY_BRANCH = 177;

const args = { companyId: DAIRY, reconnecting: false, ...usualBackend };
type Args = typeof args;

const meta: Meta<Args> = {
  title: 'Elements/Contact grid',
  component: 'portal-contact-grid',
  args,
  argTypes: { companyId: companyIdArgType, ...backendArgTypes },
};
export default meta;

const scene = adminScenes<PortalContactGrid, Args>({
  tag: 'portal-contact-grid',
  args,
  ready: '.rows .row',
  template: ({ companyId, reconnecting }, admin) =>
    html`<portal-contact-grid
      .admin=${admin}
      .companyId=${companyId}
      ?reconnecting=${reconnecting}
    ></portal-contact-grid>`,
});

type Act = Stage<PortalContactGrid, MemoryClient>;

/** The demo data with other contacts at the dairy. */
function withRows(rows: readonly ContactRow[]): MemoryData {
  const seed = demoData();
  const companies = seed.companies.map((one) => (one.company.id === DAIRY ? { ...one, rows } : one));
  return { ...seed, companies };
}

async function openDialog({ element }: Act): Promise<PortalActivationDialog> {
  await press(element, '.rows .level button');
  return found<PortalActivationDialog>(element, 'portal-activation-dialog');
}

/** A row with an active login, which can be edited in place. */
const ACTIVE_ROW = '.rows .row:has(.status .pill.good)';

const REFUSED_ROW = '.rows .row:has(.status .pill.bad)';

async function editInPlace<E extends HTMLElement>(
  element: PortalContactGrid,
  column: string,
  row = ACTIVE_ROW,
): Promise<E> {
  const cell = await found(element, `${row} .${column}`);
  cell.focus();
  pressKey(cell, 'F2');
  return found<E>(element, '.cell.editing :is(input, select)');
}

async function fillNewContact({ element }: Act, values: Record<string, string>): Promise<HTMLElement> {
  await press(element, '.new-contact');
  const form = await found(element, 'portal-new-contact');
  for (const [field, text] of Object.entries(values))
    enter(await found<HTMLInputElement>(form, `#${field}`), text);
  return form;
}

async function deactivateFirst({ element }: Act): Promise<void> {
  await press(element, '.more');
  await press(element, 'portal-grid-menu', '[role=menuitem]:nth-of-type(2)');
  await press(element, 'portal-deactivation-dialog', '.primary');
}

function inactiveWithLogin(row: ContactRow, index: number): ContactRow {
  return index % 6 === 0 ? { ...row, contact: { ...row.contact, isActive: false } } : row;
}

export const Ready = scene();

export const Loading = scene({ args: { latencyMs: 3_600_000 } });

export const Empty = scene({ args: { companyId: EMPTY_BRANCH } });

export const NoActiveUser = scene({
  backend: { seed: withRows(manyContacts(12).map((row) => ({ ...row, portalUser: null }))) },
});

export const NeedsAttention = scene({
  backend: { seed: withRows(manyContacts(60).map(inactiveWithLogin)) },
  act: ({ element }) => press(element, '.chip:last-child'),
});

export const NothingFound = scene({
  act: async ({ element }) => {
    enter(await found<HTMLInputElement>(element, 'input[type=search]'), 'nobody of this name');
  },
});

export const WithTaskfire = scene({ args: { companyId: FLORIST_WITH_TASKFIRE } });

export const ReadOnly = scene({ args: { permission: 'viewer' } });

export const LoginsNotOffered = scene({
  backend: { limits: { operations: { portalUsers: { state: 'absent', reason: 'not-connected' } } } },
});

export const Many = scene({ backend: { seed: withRows(manyContacts(20_000)) } });

/** The second page does not come; "Try again" goes on from there. */
export const ErrorMidway = scene({
  backend: { seed: withRows(manyContacts(1_800)) },
  prepare: (admin) => failAfterFirst(admin, 'contacts'),
});

export const Offline = scene({
  backend: {
    failures: [
      { method: 'capabilities', error: { code: 'offline' } },
      { method: 'contacts', error: { code: 'offline' } },
    ],
  },
});

export const Activating = scene({
  act: async (stage) => {
    await openDialog(stage);
  },
});

export const ActivatingWithTaskfire = scene({
  args: { companyId: FLORIST_WITH_TASKFIRE },
  act: async (stage) => {
    const dialog = await openDialog(stage);
    await choose(dialog, '#securityLevel', '4');
  },
});

/** The backend refuses the user name; what was typed stays. */
export const ActivationRefused = scene({
  backend: {
    failures: [
      {
        method: 'createPortalUser',
        error: { code: 'validation', problems: [{ path: ['userName'], code: 'user-name-taken' }] },
      },
    ],
  },
  act: async (stage) => {
    const dialog = await openDialog(stage);
    await press(dialog, '.primary');
  },
});

export const Deactivating = scene({
  act: async ({ element }) => {
    await press(element, '.more');
    await press(element, 'portal-grid-menu', '[role=menuitem]:nth-of-type(2)');
  },
});

export const Deactivated = scene({ act: deactivateFirst });

/** There is no answer: the row goes back to what it was, and can be tried again. */
export const ChangeFailed = scene({
  backend: { failures: [{ method: 'changePortalUser', error: { code: 'offline' } }] },
  act: deactivateFirst,
});

export const RowMenu = scene({ act: ({ element }) => press(element, '.more') });

/** What is known of a level, and where its permissions are. */
export const LevelDetails = scene({
  act: async ({ element }) => {
    await press(element, `${ACTIVE_ROW} .more`);
    await press(element, 'portal-grid-menu', '[role=menuitem]:nth-of-type(3)');
    await found(element, 'portal-level-details', '.details:popover-open');
  },
});

/** The message says what is wrong, as one types. */
export const EditingUserName = scene({
  act: async ({ element }) => {
    enter(await editInPlace<HTMLInputElement>(element, 'userName'), 'with a space');
    await found(element, '.cell-message.bad:popover-open');
  },
});

/** A Taskfire level costs a licence, which is said before it is saved. */
export const EditingLevel = scene({
  args: { companyId: FLORIST_WITH_TASKFIRE },
  act: async ({ element }) => {
    const list = await editInPlace<HTMLSelectElement>(element, 'level');
    list.value = '4';
    list.dispatchEvent(new Event('change', { bubbles: true }));
    await found(element, '.cell-message.warn:popover-open');
  },
});

/** The PSA has refused a user name: the row goes back, and editing it again goes on from what was typed. */
export const EditingRefused = scene({
  backend: {
    failures: [
      {
        method: 'changePortalUser',
        error: { code: 'validation', problems: [{ path: ['userName'], code: 'user-name-taken' }] },
      },
    ],
  },
  act: async ({ element }) => {
    const field = await editInPlace<HTMLInputElement>(element, 'userName');
    enter(field, 'taken.meanwhile');
    pressKey(field, 'Enter');
    await found(element, '.notice.bad');
    await editInPlace(element, 'userName', REFUSED_ROW);
    await found(element, '.cell-message.bad:popover-open');
  },
});

export const NewContact = scene({
  act: async (stage) => {
    await fillNewContact(stage, {});
  },
});

/** Somebody here has this e-mail address: adding is still possible, and says so. */
export const NewContactLikeAnother = scene({
  act: async (stage) => {
    const email = (await found(stage.element, '.rows .row .email')).textContent.trim();
    const form = await fillNewContact(stage, { firstName: 'Edda', lastName: 'Zeisig', email });
    await found(form, '.notice.warn');
  },
});

/** Nothing was typed: each field says what it needs. */
export const NewContactIncomplete = scene({
  act: async (stage) => {
    const form = await fillNewContact(stage, { email: 'edda@' });
    await press(form, '.primary');
    await found(form, '[aria-invalid=true]');
  },
});

/** There is no answer; what was typed stays. */
export const NewContactFailed = scene({
  backend: { failures: [{ method: 'createContact', error: { code: 'offline' } }] },
  act: async (stage) => {
    const form = await fillNewContact(stage, { firstName: 'Edda', lastName: 'Zeisig' });
    await press(form, '.primary');
    await found(form, '.notice.bad');
  },
});

export const Narrow = scene({ parameters: { width: '360px' } });

export const NotConnected: StoryObj = {
  render: () => html`<portal-contact-grid company-id="174"></portal-contact-grid>`,
};

export const Dark = scene({ globals: { colours: 'dark' } });

export const RightToLeft = scene({ globals: { direction: 'rtl' } });
