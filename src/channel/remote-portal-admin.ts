import * as v from 'valibot';
import {
  methodSchemas,
  type CallOptions,
  type PortalAdmin,
  type PortalChange,
  type PortalMethod,
} from '../contract/index.js';
import { PROVIDER_COMPANY_ID } from '../model/index.js';
import { createAsk, malformed } from './ask.js';
import { unlessAborted } from './deadline.js';
import type { LivenessOptions } from './liveness.js';
import { EventSchema, type RequestOf } from './messages.js';
import { NamesInPage, type ShownNames } from './shown-names.js';
import type { Transport } from './transport.js';

export type ResultOf<M extends PortalMethod> = Awaited<ReturnType<PortalAdmin[M]>>;

/**
 * The worker's `PortalAdmin`, in a content script. The worker acts on the PSA of the frame that asks. A call is sent a
 * second time when the worker ended meanwhile; it carries the same id, by which the worker never does a write twice.
 */
export function createRemotePortalAdmin(transport: Transport, options: LivenessOptions = {}): PortalAdmin {
  const ask = createAsk(transport, options);
  const names = new NamesInPage();

  async function send<M extends PortalMethod>(
    request: Omit<RequestOf<'call'>, 'id'> & { readonly method: M },
    callOptions?: CallOptions,
  ): Promise<ResultOf<M>> {
    callOptions?.signal?.throwIfAborted();
    const asked = ask('call', { id: crypto.randomUUID(), ...request });
    const value = await unlessAborted(asked, callOptions?.signal);
    if (!isResultOf(request.method, value)) throw malformed();
    return value;
  }

  const call = <M extends PortalMethod>(method: M, args: unknown[], on?: CallOptions) =>
    send({ method, args }, on);
  const write = <M extends PortalMethod>(method: M, args: unknown[], shown: ShownNames) =>
    send({ method, args, shown });

  return {
    capabilities: (companyId, on) => call('capabilities', [companyId], on),
    companies: (cursor, on) => call('companies', [cursor], on),
    company: async (companyId, on) => names.keepCompany(await call('company', [companyId], on)),
    portalLogin: (companyId, on) => call('portalLogin', [companyId], on),
    taskfire: (companyId, on) => call('taskfire', [companyId], on),
    taskfireAgreement: (companyId, on) => call('taskfireAgreement', [companyId], on),
    billingContracts: (companyId, on) => call('billingContracts', [companyId], on),
    enableTaskfire: (companyId, acceptance, version) =>
      write('enableTaskfire', [companyId, acceptance, version], names.of(companyId)),
    disableTaskfire: (companyId, moves, version) =>
      write('disableTaskfire', [companyId, moves, version], names.of(companyId)),
    setTaskfireBilling: (companyId, choice, version) =>
      write('setTaskfireBilling', [companyId, choice, version], names.of(companyId)),
    ssoEvents: (companyId, cursor, on) => call('ssoEvents', [companyId, cursor], on),
    logos: (companyId, on) => call('logos', [companyId], on),
    setLogo: (companyId, slot, upload, version) =>
      write('setLogo', [companyId, slot, upload, version], names.of(companyId)),
    removeLogo: (companyId, slot, version) =>
      write('removeLogo', [companyId, slot, version], names.of(companyId)),
    providerDefaults: (on) => call('providerDefaults', [], on),
    globalSettings: (on) => call('globalSettings', [], on),
    saveGlobalSettings: (change, version) =>
      write('saveGlobalSettings', [change, version], names.of(PROVIDER_COMPANY_ID)),
    requestTypes: (on) => call('requestTypes', [], on),
    ticketOptions: (on) => call('ticketOptions', [], on),
    timeZones: (on) => call('timeZones', [], on),
    settings: (companyId, on) => call('settings', [companyId], on),
    saveSettings: (companyId, change, version) =>
      write('saveSettings', [companyId, change, version], names.of(companyId)),
    contacts: async (companyId, cursor, on) =>
      names.keepContacts(cursor, await call('contacts', [companyId, cursor], on)),
    createContact: async (companyId, draft) =>
      names.keepContact(await write('createContact', [companyId, draft], names.of(companyId))),
    portalUserOptions: (on) => call('portalUserOptions', [], on),
    takenUserNames: (userNames, except, on) => call('takenUserNames', [userNames, except], on),
    portalUsers: (companyId, contactIds, on) => call('portalUsers', [companyId, contactIds], on),
    createPortalUser: (companyId, draft) =>
      write('createPortalUser', [companyId, draft], names.of(companyId, draft.contactId)),
    changePortalUser: (companyId, id, change, expected) =>
      write(
        'changePortalUser',
        [companyId, id, change, expected],
        names.of(companyId, expected?.contactId ?? null),
      ),
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
