import {
  isPermitted,
  unlessAborted,
  type ConnectionDraft,
  type ConnectionProblem,
  type ContentSender,
  type Handlers,
  type RequestOf,
} from '../channel/index.js';
import { writingMethods } from '../contract/index.js';
import { callMethod } from './calls.js';
import type { Clients } from './clients.js';
import { recordOf, type ConnectionRecord } from './connection-record.js';
import type { ConnectionStore } from './connections.js';
import type { Frames } from './frames/frames.js';
import { refuseWriting, withoutWriting } from './frames/page-permission.js';
import type { TestConnection } from './test-connection.js';
import type { createWriteLog } from './write-log.js';

export interface Services {
  /** New with each start of the worker. */
  readonly workerId: string;
  /** ms until a call ends with `offline`. */
  readonly answerWithin: number;
  readonly hostPermissions: readonly string[];
  readonly connections: ConnectionStore;
  readonly clients: Clients;
  readonly frames: Frames;
  readonly writeOnce: ReturnType<typeof createWriteLog>;
  readonly testConnection: TestConnection;
  /** How many messages were refused since the worker started. */
  readonly refused: () => number;
  /** Tells all that show something of this PSA that its connection is another one now. */
  readonly onConnectionChanged: (psaOrigin: string) => Promise<void>;
}

/** What the worker does for each message. */
export function createHandlers(services: Services): Handlers {
  const { connections, frames, testConnection, onConnectionChanged } = services;
  return {
    ping: () => Promise.resolve({ workerId: services.workerId, refused: services.refused() }),
    call: (call, sender) => answerCall(services, call, sender),
    'page-recognised': async (page, sender) => {
      await frames.recognised(sender, page);
      return null;
    },
    'connection-state': () => connections.list(),
    'save-connection': async (draft) => {
      const record = await complete(services, draft);
      if (typeof record === 'string') return { saved: false, problem: record };
      const connection = await connections.save(record);
      await onConnectionChanged(record.psaOrigin);
      return { saved: true, connection };
    },
    'test-connection': async (draft) => {
      const record = await complete(services, draft);
      if (typeof record === 'string') return { tested: false, problem: record };
      return testConnection(record, AbortSignal.timeout(services.answerWithin));
    },
    'forget-connection': async ({ psaOrigin }) => {
      await connections.forget(psaOrigin);
      await onConnectionChanged(psaOrigin);
      return null;
    },
  };
}

/** A write that is late goes on behind the error; sent again with the same id it is waited for, not done twice. */
async function answerCall(
  services: Services,
  call: RequestOf<'call'>,
  sender: ContentSender,
): Promise<unknown> {
  const { id, method, args } = call;
  const isEditable = (await services.frames.pageOf(sender))?.isEditable === true;
  if (!isEditable) refuseWriting(method);
  const signal = AbortSignal.timeout(services.answerWithin);
  const run = async () => {
    const client = await services.clients.of(sender.origin);
    if (method !== 'capabilities' || isEditable) return callMethod(client, method, args, { signal });
    return withoutWriting(await callMethod(client, method, args, { signal }));
  };
  const isWrite = writingMethods.includes(method);
  return unlessAborted(isWrite ? services.writeOnce(`${sender.origin} ${id}`, run) : run(), signal);
}

/** The draft with the secrets it leaves as they are, or why it cannot be a connection. */
async function complete(
  { connections, hostPermissions }: Services,
  draft: ConnectionDraft,
): Promise<ConnectionRecord | ConnectionProblem> {
  if (!isPermitted(draft.psaOrigin, hostPermissions)) return 'host-not-permitted';
  return recordOf(draft, await connections.find(draft.psaOrigin));
}
