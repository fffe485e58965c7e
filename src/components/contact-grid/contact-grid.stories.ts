import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import {
  createMemoryClient,
  demoData,
  manyContacts,
  type MemoryClient,
  type MemoryClientOptions,
  type MemoryData,
} from '../../clients/memory/index.js';
import type { ContactRow } from '../../model/index.js';
import type { PortalActivationDialog } from './activation-dialog.js';
import './contact-grid.js';

const DAIRY = 174;
const FLORIST_WITH_TASKFIRE = 175;
const EMPTY_BRANCH = 177;

const meta: Meta = { title: 'Contact grid', component: 'portal-contact-grid' };
export default meta;

interface Scene extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly options?: MemoryClientOptions;
  readonly companyId?: number;
  readonly direction?: 'ltr' | 'rtl';
  /** What goes wrong after the story has begun. */
  readonly prepare?: (admin: MemoryClient) => void;
  /** What the admin does once the rows are there. */
  readonly act?: (root: ParentNode) => Promise<void>;
}

/** A story that tests can play as well. */
interface PlayedStory extends Pick<StoryObj, 'globals' | 'parameters'> {
  readonly render: () => TemplateResult;
  readonly play: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

function scene(parts: Scene = {}): PlayedStory {
  const { options = {}, companyId = DAIRY, direction = 'ltr', prepare, act, ...rest } = parts;
  return {
    ...rest,
    render: () => {
      const admin = createMemoryClient({ latencyMs: 80, ...options });
      prepare?.(admin);
      return html`<div style="padding: 16px" dir=${direction}>
        <portal-contact-grid .admin=${admin} .companyId=${companyId}></portal-contact-grid>
      </div>`;
    },
    play: async ({ canvasElement }) => {
      const root = canvasElement.querySelector('portal-contact-grid')?.shadowRoot;
      if (act === undefined || !root) return;
      await found(root, '.rows .row');
      await act(root);
    },
  };
}

/** The demo data with other contacts at the dairy. */
function withRows(rows: readonly ContactRow[]): MemoryData {
  const seed = demoData();
  const companies = seed.companies.map((one) => (one.company.id === DAIRY ? { ...one, rows } : one));
  return { ...seed, companies };
}

/** Waits for an element inside, or inside the grid of the rows, two seconds at most. */
async function found<E extends HTMLElement>(root: ParentNode, selector: string): Promise<E> {
  for (let tries = 0; tries < 200; tries += 1) {
    const rows = root.querySelector('portal-data-grid')?.shadowRoot;
    const element = root.querySelector<E>(selector) ?? rows?.querySelector<E>(selector);
    if (element) return element;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`There is no ${selector}.`);
}

/** Presses a button inside an element of the grid, once it is there. */
async function press(root: ParentNode, element: string, button: string): Promise<void> {
  const host = await found(root, element);
  if (host.shadowRoot !== null) (await found(host.shadowRoot, button)).click();
}

async function openDialog(root: ParentNode): Promise<PortalActivationDialog> {
  (await found(root, '.rows .level button')).click();
  return found<PortalActivationDialog>(root, 'portal-activation-dialog');
}

/** Types into a field as a whole. */
function enter(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function pressKey(element: HTMLElement, key: string): void {
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
}

/** A row with an active login, which can be edited in place. */
const ACTIVE_ROW = '.rows .row:has(.status .pill.good)';

const REFUSED_ROW = '.rows .row:has(.status .pill.bad)';

async function editInPlace<E extends HTMLElement>(
  root: ParentNode,
  column: string,
  row = ACTIVE_ROW,
): Promise<E> {
  const cell = await found(root, `${row} .${column}`);
  cell.focus();
  pressKey(cell, 'F2');
  return found<E>(root, '.cell.editing :is(input, select)');
}

async function fillNewContact(root: ParentNode, values: Record<string, string>): Promise<ShadowRoot> {
  (await found(root, '.new-contact')).click();
  const { shadowRoot } = await found(root, 'portal-new-contact');
  if (shadowRoot === null) throw new Error('The form has no root.');
  for (const [field, text] of Object.entries(values))
    enter(await found<HTMLInputElement>(shadowRoot, `#${field}`), text);
  return shadowRoot;
}

async function deactivateFirst(root: ParentNode): Promise<void> {
  (await found(root, '.more')).click();
  await press(root, 'portal-grid-menu', '[role=menuitem]:nth-of-type(2)');
  await press(root, 'portal-deactivation-dialog', '.primary');
}

function inactiveWithLogin(row: ContactRow, index: number): ContactRow {
  return index % 6 === 0 ? { ...row, contact: { ...row.contact, isActive: false } } : row;
}

export const Ready = scene();

export const Loading = scene({ options: { latencyMs: 3_600_000 } });

export const Empty = scene({ companyId: EMPTY_BRANCH });

export const NoActiveUser = scene({
  options: { seed: withRows(manyContacts(12).map((row) => ({ ...row, portalUser: null }))) },
});

export const NeedsAttention = scene({
  options: { seed: withRows(manyContacts(60).map(inactiveWithLogin)) },
  act: async (root) => (await found(root, '.chip:last-child')).click(),
});

export const NothingFound = scene({
  act: async (root) => {
    enter(await found<HTMLInputElement>(root, 'input[type=search]'), 'nobody of this name');
  },
});

export const WithTaskfire = scene({ companyId: FLORIST_WITH_TASKFIRE });

export const ReadOnly = scene({ options: { permission: 'viewer' } });

export const LoginsNotOffered = scene({
  options: { limits: { operations: { portalUsers: { state: 'absent', reason: 'not-connected' } } } },
});

export const Many = scene({ options: { seed: withRows(manyContacts(20_000)), latencyMs: 60 } });

/** The second page does not come; "Try again" goes on from there. */
export const ErrorMidway = scene({
  options: { seed: withRows(manyContacts(1_800)) },
  prepare: (admin) => setTimeout(() => admin.fail({ method: 'contacts', error: { code: 'offline' } }), 120),
});

export const Offline = scene({
  options: {
    failures: [
      { method: 'capabilities', error: { code: 'offline' } },
      { method: 'contacts', error: { code: 'offline' } },
    ],
  },
});

export const Activating = scene({
  act: async (root) => {
    await openDialog(root);
  },
});

export const ActivatingWithTaskfire = scene({
  companyId: FLORIST_WITH_TASKFIRE,
  act: async (root) => {
    const dialog = await openDialog(root);
    if (dialog.shadowRoot === null) return;
    const level = await found<HTMLSelectElement>(dialog.shadowRoot, '#securityLevel');
    level.value = '4';
    level.dispatchEvent(new Event('change', { bubbles: true }));
  },
});

/** The backend refuses the user name; what was typed stays. */
export const ActivationRefused = scene({
  options: {
    failures: [
      {
        method: 'createPortalUser',
        error: { code: 'validation', problems: [{ path: ['userName'], code: 'user-name-taken' }] },
      },
    ],
  },
  act: async (root) => {
    const dialog = await openDialog(root);
    if (dialog.shadowRoot !== null) (await found(dialog.shadowRoot, '.primary')).click();
  },
});

export const Deactivating = scene({
  act: async (root) => {
    (await found(root, '.more')).click();
    await press(root, 'portal-grid-menu', '[role=menuitem]:nth-of-type(2)');
  },
});

export const Deactivated = scene({ act: deactivateFirst });

/** There is no answer: the row goes back to what it was, and can be tried again. */
export const ChangeFailed = scene({
  options: { failures: [{ method: 'changePortalUser', error: { code: 'offline' } }] },
  act: deactivateFirst,
});

export const RowMenu = scene({ act: async (root) => (await found(root, '.more')).click() });

/** What is known of a level, and where its permissions are. */
export const LevelDetails = scene({
  act: async (root) => {
    (await found(root, `${ACTIVE_ROW} .more`)).click();
    await press(root, 'portal-grid-menu', '[role=menuitem]:nth-of-type(3)');
    const { shadowRoot } = await found(root, 'portal-level-details');
    if (shadowRoot !== null) await found(shadowRoot, '.details:popover-open');
  },
});

/** The message says what is wrong, as one types. */
export const EditingUserName = scene({
  act: async (root) => {
    enter(await editInPlace<HTMLInputElement>(root, 'userName'), 'with a space');
    await found(root, '.cell-message.bad:popover-open');
  },
});

/** A Taskfire level costs a licence, which is said before it is saved. */
export const EditingLevel = scene({
  companyId: FLORIST_WITH_TASKFIRE,
  act: async (root) => {
    const list = await editInPlace<HTMLSelectElement>(root, 'level');
    list.value = '4';
    list.dispatchEvent(new Event('change', { bubbles: true }));
    await found(root, '.cell-message.warn:popover-open');
  },
});

/** The PSA has refused a user name: the row goes back, and editing it again goes on from what was typed. */
export const EditingRefused = scene({
  options: {
    failures: [
      {
        method: 'changePortalUser',
        error: { code: 'validation', problems: [{ path: ['userName'], code: 'user-name-taken' }] },
      },
    ],
  },
  act: async (root) => {
    const field = await editInPlace<HTMLInputElement>(root, 'userName');
    enter(field, 'taken.meanwhile');
    pressKey(field, 'Enter');
    await found(root, '.notice.bad');
    await editInPlace(root, 'userName', REFUSED_ROW);
    await found(root, '.cell-message.bad:popover-open');
  },
});

export const NewContact = scene({
  act: async (root) => {
    await fillNewContact(root, {});
  },
});

/** Somebody here has this e-mail address: adding is still possible, and says so. */
export const NewContactLikeAnother = scene({
  act: async (root) => {
    const email = (await found(root, '.rows .row .email')).textContent.trim();
    const form = await fillNewContact(root, { firstName: 'Edda', lastName: 'Zeisig', email });
    await found(form, '.notice.warn');
  },
});

/** Nothing was typed: each field says what it needs. */
export const NewContactIncomplete = scene({
  act: async (root) => {
    const form = await fillNewContact(root, { email: 'edda@' });
    (await found(form, '.primary')).click();
    await found(form, '[aria-invalid=true]');
  },
});

/** There is no answer; what was typed stays. */
export const NewContactFailed = scene({
  options: { failures: [{ method: 'createContact', error: { code: 'offline' } }] },
  act: async (root) => {
    const form = await fillNewContact(root, { firstName: 'Edda', lastName: 'Zeisig' });
    (await found(form, '.primary')).click();
    await found(form, '.notice.bad');
  },
});

export const Narrow = scene({ parameters: { width: '360px' } });

export const Dark = scene({ globals: { colours: 'dark' } });

export const RightToLeft = scene({ direction: 'rtl' });
