import {
  isPermitted,
  type ConnectionDraft,
  type ConnectionProblem,
  type ConnectionSummary,
  type Handlers,
  type SaveResult,
} from '../../channel/index.js';
import { PortalError } from '../../contract/index.js';
import { completeDraft, needsStored } from './complete-draft.js';
import { originsOf, type ConnectionEntry, type ConnectionRecord } from './connection-record.js';
import type { ConnectionStore } from './connections.js';
import type { TestConnection } from './test-connection.js';

export interface ConnectionServices {
  /** ms until a test ends with `offline`. */
  readonly answerWithin: number;
  readonly connections: ConnectionStore;
  readonly testConnection: TestConnection;
  readonly granted: () => Promise<readonly string[]>;
  readonly vaultState: () => Promise<'none' | 'locked' | 'unlocked'>;
  /** Ends a sign-in before its connection is forgotten, or becomes another service's. */
  readonly signOut: (connectionId: string) => Promise<unknown>;
  /** Tells all that show something of these PSAs that their connection is another one now. */
  readonly onChanged: (connectionId: string, psaOrigins: readonly string[]) => Promise<void>;
}

/** What the worker does for the messages about connections, except signing in. */
export function connectionHandlers(
  services: ConnectionServices,
): Pick<
  Handlers,
  'connections' | 'save-connection' | 'test-connection' | 'activate-connection' | 'forget-connection'
> {
  const { connections, testConnection, onChanged } = services;
  const changed = async (id: string, ...psaOrigins: (string | undefined)[]) =>
    onChanged(id, [...new Set(psaOrigins.filter((origin) => origin !== undefined))]);
  const originOf = async (id: string) => (await connections.entry(id))?.psaOrigin;
  return {
    connections: () => connections.list(),
    'save-connection': async (draft) => {
      const record = await complete(services, draft);
      if (typeof record === 'string') return { saved: false, problem: record };
      const before = await originOf(record.id);
      const result = await save(services, draft, record);
      if (result.saved) await changed(record.id, before, record.psaOrigin);
      return result;
    },
    'test-connection': async (draft) => {
      const record = await complete(services, draft);
      if (typeof record === 'string') return { tested: false, problem: record };
      return testConnection(record, AbortSignal.timeout(services.answerWithin));
    },
    'activate-connection': async ({ connectionId }) => {
      await connections.activate(connectionId);
      await changed(connectionId, await originOf(connectionId));
      return null;
    },
    'forget-connection': async ({ connectionId }) => {
      const before = await connections.entry(connectionId);
      if (before !== undefined) await endSignIn(services, before);
      await connections.forget(connectionId);
      await changed(connectionId, before?.psaOrigin);
      return null;
    },
  };
}

/** The draft with the secrets it leaves as they are, or why it cannot be a connection. */
async function complete(
  { connections, granted }: ConnectionServices,
  draft: ConnectionDraft,
): Promise<ConnectionRecord | ConnectionProblem> {
  const patterns = await granted();
  const isOpen = originsOf(draft).every((origin) => isPermitted(origin, patterns));
  if (!isOpen) return 'host-not-permitted';
  if (!needsStored(draft)) return completeDraft(draft, undefined);
  return problemOr(async () => completeDraft(draft, await connections.find(draft.id)));
}

async function save(
  services: ConnectionServices,
  { label, keep }: ConnectionDraft,
  record: ConnectionRecord,
): Promise<SaveResult> {
  const { connections, vaultState } = services;
  const isNew = keep === 'vault' && (await vaultState()) === 'none';
  if (isNew) return { saved: false, problem: 'no-vault' };
  const before = await connections.entry(record.id);
  if (before !== undefined && !isSameSignIn(before, record)) await endSignIn(services, before);
  const connection = await problemOr(async () => {
    await connections.save(record, { label, keep });
    return summary(await connections.list(), record.id);
  });
  if (typeof connection === 'string') return { saved: false, problem: connection };
  return { saved: true, connection };
}

/** The tokens of a sign-in are for the service that gave them. */
function isSameSignIn(before: ConnectionEntry, { portalService: next }: ConnectionRecord): boolean {
  return next?.access.kind === 'sign-in' && next.url === before.portalService?.url;
}

/** Where that cannot be done now, the tokens end by age; forgetting them here must not wait for it. */
async function endSignIn({ signOut }: ConnectionServices, entry: ConnectionEntry): Promise<void> {
  const access = entry.portalService?.access;
  if (access?.kind === 'sign-in' && access.state === 'signed-in')
    await signOut(entry.id).catch(() => undefined);
}

function summary(list: readonly ConnectionSummary[], id: string): ConnectionSummary {
  const found = list.find((one) => one.id === id);
  // Forgotten by another page in the same moment.
  if (found === undefined) throw new PortalError({ code: 'not-found' });
  return found;
}

/** What keeps a draft from being used and can be told beside it, rather than as an error. */
async function problemOr<T>(task: () => Promise<T>): Promise<T | ConnectionProblem> {
  try {
    return await task();
  } catch (thrown) {
    if (!(thrown instanceof PortalError)) throw thrown;
    if (thrown.as('locked') !== undefined) return 'vault-locked';
    if (thrown.as('storage-full') !== undefined) return 'storage-full';
    throw thrown;
  }
}
