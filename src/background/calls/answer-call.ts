import {
  unlessAborted,
  type ContentSender,
  type Handlers,
  type RequestOf,
  type ShownNames,
} from '../../channel/index.js';
import {
  companyOf,
  PortalError,
  writingMethods,
  type PortalAdmin,
  type PortalMethod,
} from '../../contract/index.js';
import type { PageGuard } from '../border/page-guard.js';
import type { Refusals } from '../border/refusals.js';
import type { Clients } from '../connections/clients.js';
import type { ConnectionStore } from '../connections/connections.js';
import type { Frames } from '../frames/frames.js';
import { withoutWritingClient } from '../frames/page-permission.js';
import type { Journal } from '../journal/journal.js';
import { withJournal } from '../journal/with-journal.js';
import { prepareCall, type PreparedCall } from './calls.js';
import type { createWriteLog } from './write-log.js';

export interface CallServices {
  /** ms until a call ends with `offline`. */
  readonly answerWithin: number;
  readonly connections: Pick<ConnectionStore, 'active'>;
  readonly clients: Pick<Clients, 'of' | 'ofConnection'>;
  readonly frames: Pick<Frames, 'pageOf'>;
  readonly guard: PageGuard;
  readonly refusals: Pick<Refusals, 'count'>;
  readonly journal: Journal;
  readonly writeOnce: ReturnType<typeof createWriteLog>;
}

type Call = RequestOf<'call'>;

/**
 * What a frame may ask about any company: its name and parent, since an element names the company that settings are
 * inherited from, and what the connection may do, which tells nothing of the company.
 */
const openMethods: readonly PortalMethod[] = ['company', 'capabilities'];

/** Answers the frames' calls of `PortalAdmin`. */
export function callHandlers(services: CallServices): Pick<Handlers, 'call'> {
  return {
    call: (call, sender) => {
      const run = prepareCall(call.method, call.args);
      if (run === undefined) return refuseArguments(services);
      const isWrite = writingMethods.includes(call.method);
      return isWrite ? answerWrite(services, call, run, sender) : answerRead(services, call, run, sender);
    },
  };
}

/** Nothing of the arguments is told: they may be anything. */
function refuseArguments({ refusals }: CallServices): Promise<never> {
  refusals.count('malformed-arguments');
  return Promise.reject(new PortalError({ code: 'unknown', detail: 'malformed arguments' }));
}

async function answerRead(
  services: CallServices,
  { method, args }: Call,
  run: PreparedCall,
  sender: ContentSender,
): Promise<unknown> {
  const companyId = companyOf(method, args);
  const isOpen = companyId === undefined || openMethods.includes(method);
  if (!isOpen) await services.guard.mayRead(sender, companyId);
  const client = await clientOf(services, sender);
  const signal = AbortSignal.timeout(services.answerWithin);
  return unlessAborted(run(client, { signal }), signal);
}

/** A write that is late goes on behind the error; sent again with the same id it is waited for, not done twice. */
async function answerWrite(
  services: CallServices,
  { id, method, args, shown }: Call,
  run: PreparedCall,
  sender: ContentSender,
): Promise<unknown> {
  const companyId = companyOf(method, args);
  const signal = AbortSignal.timeout(services.answerWithin);
  const written = services.writeOnce(`${sender.origin} ${id}`, {
    mayBegin: async () => {
      await services.guard.mayWrite(sender, companyId);
    },
    write: async () => run(await clientOf(services, sender, shown), { signal }),
  });
  return unlessAborted(written, signal);
}

/** The client of the frame's PSA, as its page's user may use it, with the journal around it. */
async function clientOf(
  { clients, connections, frames, journal }: CallServices,
  sender: ContentSender,
  names: ShownNames = { company: null, contact: null },
): Promise<PortalAdmin> {
  const connection = await connections.active(sender.origin);
  // Nothing can be written without one, and the client says so.
  if (connection === undefined) return clients.of(sender.origin);
  const page = await frames.pageOf(sender);
  const context = { connection, names, pageUser: page?.pageUser ?? null, jobId: null };
  const client = withJournal(await clients.ofConnection(connection), journal, context);
  return page?.isEditable === true ? client : withoutWritingClient(client);
}
