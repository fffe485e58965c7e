import { unlessAborted, type ContentSender, type Handlers, type RequestOf } from '../channel/index.js';
import { writingMethods } from '../contract/index.js';
import { callMethod } from './calls.js';
import type { Clients } from './connections/clients.js';
import { connectionHandlers, type ConnectionServices } from './connections/connection-handlers.js';
import type { Frames } from './frames/frames.js';
import { refuseWriting, withoutWriting } from './frames/page-permission.js';
import { vaultHandlers, type VaultServices } from './vault/vault-handlers.js';
import type { createWriteLog } from './write-log.js';

export interface Services {
  /** New with each start of the worker. */
  readonly workerId: string;
  /** ms until a call ends with `offline`. */
  readonly answerWithin: number;
  readonly clients: Clients;
  readonly frames: Frames;
  readonly writeOnce: ReturnType<typeof createWriteLog>;
  /** How many messages were refused since the worker started. */
  readonly refused: () => number;
  readonly forConnections: ConnectionServices;
  readonly forVault: VaultServices;
}

/** What the worker does for each message. */
export function createHandlers(services: Services): Handlers {
  const { frames } = services;
  return {
    ping: () => Promise.resolve({ workerId: services.workerId, refused: services.refused() }),
    call: (call, sender) => answerCall(services, call, sender),
    'page-recognised': async (page, sender) => {
      await frames.recognised(sender, page);
      return null;
    },
    ...connectionHandlers(services.forConnections),
    ...vaultHandlers(services.forVault),
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
