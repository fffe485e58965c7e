import type { MessageKind, RequestOf } from '../../src/channel/index.js';
import { methodSchemas, type PortalMethod } from '../../src/contract/index.js';
import { argsFor } from './call-arguments.js';
import { draft, PSA } from './workers.js';

const ID = '6f9f0a52-4a35-4c6a-9b0e-3c3a0d1f5a11';

const account = {
  ...{ id: 1, contactId: 40201, userName: 'mara.adler', isActive: true },
  ...{ securityLevel: 1, dateFormat: 1, timeFormat: 1, numberFormat: 1 },
};
const who = { contactId: 40201, contactName: 'Mara Adler' };

/** A well-formed payload of every kind of message; the types demand one for each new kind. */
export const samples: { readonly [K in MessageKind]: RequestOf<K> } = {
  ping: {},
  call: { id: ID, method: 'settings', args: [174] },
  'page-recognised': {
    ...{ companyId: 174, locale: 'en', score: 0.9, document: 'a', isEditable: true, pageUser: null },
  },
  connections: {},
  'save-connection': draft,
  'test-connection': draft,
  'activate-connection': { connectionId: ID },
  'forget-connection': { connectionId: ID },
  'begin-sign-in': { connectionId: ID, redirectUri: 'https://redirect.example/' },
  'finish-sign-in': { connectionId: ID, redirectUrl: 'https://redirect.example/?code=1' },
  'sign-out': { connectionId: ID },
  'vault-state': {},
  'create-vault': { passphrase: 'correct horse battery' },
  'unlock-vault': { passphrase: 'correct horse battery' },
  'lock-vault': {},
  'change-passphrase': { current: 'correct horse battery', next: 'another horse battery' },
  'set-vault-options': { afterIdleMinutes: 5, onScreenLock: true },
  'forget-vault': {},
  'start-job': {
    ...{ id: ID, companyId: 174, companyName: 'Nordlicht Logistik GmbH', kind: 'deactivate' },
    steps: [{ action: 'change', ...who, before: account, change: { isActive: false } }],
  },
  jobs: {},
  'job-steps': { jobId: ID, cursor: null },
  'steer-job': { jobId: ID, action: 'pause' },
  'undo-job': { jobId: ID, undoJobId: ID },
  'forget-job': { jobId: ID },
  'take-passwords': { jobId: ID },
  journal: { filter: { psaOrigin: PSA, companyId: 174 }, cursor: null },
  'purge-journal': {},
  'grid-layout': { gridId: 'contacts' },
  'save-grid-layout': {
    gridId: 'contacts',
    layout: {
      columns: [{ id: 'name', width: 200, isHidden: false, isPinned: true }],
      sort: [{ id: 'name', isDescending: true }],
    },
  },
  'forget-grid-layouts': {},
  'company-news': { companyId: 174 },
  'mark-company-seen': { companyId: 174, until: '2026-11-24T08:00:00.000Z' },
  'page-choices': {},
  'set-page-choices': { hasShortcuts: false },
  'forget-page-memory': {},
};

/** A call of every method that is about a company. */
export const sampleCalls = (Object.keys(methodSchemas) as PortalMethod[])
  .filter((method) => methodSchemas[method].args.items.length > 0)
  .map((method) => ({ id: ID, method, args: argsFor(method, 174) }));
