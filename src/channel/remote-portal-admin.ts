import * as v from 'valibot';
import {
  methodSchemas,
  type CallOptions,
  type PortalAdmin,
  type PortalChange,
  type PortalMethod,
} from '../contract/index.js';
import { createAsk, malformed } from './ask.js';
import { unlessAborted } from './deadline.js';
import type { LivenessOptions } from './liveness.js';
import { EventSchema } from './messages.js';
import type { Transport } from './transport.js';

export type ResultOf<M extends PortalMethod> = Awaited<ReturnType<PortalAdmin[M]>>;

/**
 * The worker's `PortalAdmin`, in a content script. The worker acts on the PSA of the frame that asks. A call is sent a
 * second time when the worker ended meanwhile; it carries the same id, by which the worker never does a write twice.
 */
export function createRemotePortalAdmin(transport: Transport, options: LivenessOptions = {}): PortalAdmin {
  const ask = createAsk(transport, options);

  async function call<M extends PortalMethod>(
    method: M,
    args: unknown[],
    callOptions?: CallOptions,
  ): Promise<ResultOf<M>> {
    callOptions?.signal?.throwIfAborted();
    const asked = ask('call', { id: crypto.randomUUID(), method, args });
    const value = await unlessAborted(asked, callOptions?.signal);
    if (!isResultOf(method, value)) throw malformed();
    return value;
  }

  return {
    capabilities: (companyId, on) => call('capabilities', [companyId], on),
    companies: (cursor, on) => call('companies', [cursor], on),
    company: (companyId, on) => call('company', [companyId], on),
    portalLogin: (companyId, on) => call('portalLogin', [companyId], on),
    taskfire: (companyId, on) => call('taskfire', [companyId], on),
    providerDefaults: (on) => call('providerDefaults', [], on),
    requestTypes: (on) => call('requestTypes', [], on),
    timeZones: (on) => call('timeZones', [], on),
    settings: (companyId, on) => call('settings', [companyId], on),
    saveSettings: (companyId, change, version) => call('saveSettings', [companyId, change, version]),
    contacts: (companyId, cursor, on) => call('contacts', [companyId, cursor], on),
    createContact: (companyId, draft) => call('createContact', [companyId, draft]),
    portalUserOptions: (on) => call('portalUserOptions', [], on),
    isUserNameFree: (userName, except, on) => call('isUserNameFree', [userName, except], on),
    portalUsers: (companyId, contactIds, on) => call('portalUsers', [companyId, contactIds], on),
    createPortalUser: (companyId, draft) => call('createPortalUser', [companyId, draft]),
    changePortalUser: (companyId, id, change, expected) =>
      call('changePortalUser', [companyId, id, change, expected]),
    subscribe: (listener) => subscribe(transport, listener),
  };
}

/** Calls back after each change that the worker tells of; whatever else arrives is ignored. Returns how to stop. */
export function subscribe(transport: Transport, listener: (change: PortalChange) => void): () => void {
  return transport.listen((raw) => {
    const event = v.safeParse(EventSchema, raw);
    if (event.success && event.output.event === 'changed') listener(event.output.change);
  });
}

/** A predicate, because the schemas write a missing key as "may be undefined" and the contract doesn't. */
function isResultOf<M extends PortalMethod>(method: M, value: unknown): value is ResultOf<M> {
  return v.is(methodSchemas[method].result, value);
}
