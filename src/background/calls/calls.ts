import * as v from 'valibot';
import type { ResultOf } from '../../channel/index.js';
import {
  methodSchemas,
  type CallOptions,
  type PortalAdmin,
  type PortalMethod,
} from '../../contract/index.js';

type ArgsOf<M extends PortalMethod> = v.InferOutput<(typeof methodSchemas)[M]['args']>;

/** How each method is called with arguments that came over the border. */
const calls: {
  [M in PortalMethod]: (client: PortalAdmin, args: ArgsOf<M>, on: CallOptions) => Promise<ResultOf<M>>;
} = {
  capabilities: (client, [companyId], on) => client.capabilities(companyId, on),
  companies: (client, [cursor], on) => client.companies(cursor, on),
  company: (client, [companyId], on) => client.company(companyId, on),
  portalLogin: (client, [companyId], on) => client.portalLogin(companyId, on),
  taskfire: (client, [companyId], on) => client.taskfire(companyId, on),
  taskfireAgreement: (client, [companyId], on) => client.taskfireAgreement(companyId, on),
  billingContracts: (client, [companyId], on) => client.billingContracts(companyId, on),
  enableTaskfire: (client, [companyId, acceptance, version]) =>
    client.enableTaskfire(companyId, acceptance, version),
  disableTaskfire: (client, [companyId, moves, version]) => client.disableTaskfire(companyId, moves, version),
  setTaskfireBilling: (client, [companyId, choice, version]) =>
    client.setTaskfireBilling(companyId, choice, version),
  ssoEvents: (client, [companyId, cursor], on) => client.ssoEvents(companyId, cursor, on),
  logos: (client, [companyId], on) => client.logos(companyId, on),
  setLogo: (client, [companyId, slot, upload, version]) => client.setLogo(companyId, slot, upload, version),
  removeLogo: (client, [companyId, slot, version]) => client.removeLogo(companyId, slot, version),
  providerDefaults: (client, _none, on) => client.providerDefaults(on),
  globalSettings: (client, _none, on) => client.globalSettings(on),
  saveGlobalSettings: (client, [change, version]) => client.saveGlobalSettings(definedOnly(change), version),
  requestTypes: (client, _none, on) => client.requestTypes(on),
  ticketOptions: (client, _none, on) => client.ticketOptions(on),
  timeZones: (client, _none, on) => client.timeZones(on),
  settings: (client, [companyId], on) => client.settings(companyId, on),
  saveSettings: (client, [companyId, change, version]) =>
    client.saveSettings(companyId, definedOnly(change), version),
  contacts: (client, [companyId, cursor], on) => client.contacts(companyId, cursor, on),
  createContact: (client, [companyId, draft]) => client.createContact(companyId, draft),
  portalUserOptions: (client, _none, on) => client.portalUserOptions(on),
  takenUserNames: (client, [userNames, except], on) => client.takenUserNames(userNames, except, on),
  portalUsers: (client, [companyId, contactIds], on) => client.portalUsers(companyId, contactIds, on),
  createPortalUser: (client, [companyId, draft]) => client.createPortalUser(companyId, draft),
  changePortalUser: (client, [companyId, portalUserId, change, expected]) =>
    client.changePortalUser(companyId, portalUserId, definedOnly(change), expected),
};

/** A call whose arguments are its method's own. */
export type PreparedCall<M extends PortalMethod = PortalMethod> = (
  client: PortalAdmin,
  options: CallOptions,
) => Promise<ResultOf<M>>;

/** Parses what came over the border. Undefined where the arguments are not the method's; nothing is called yet. */
export function prepareCall<M extends PortalMethod>(
  method: M,
  args: readonly unknown[],
): PreparedCall<M> | undefined {
  const schema: (typeof methodSchemas)[M]['args'] = methodSchemas[method].args;
  const parsed = v.safeParse(schema, args);
  if (!parsed.success) return undefined;
  return (client, options) => calls[method](client, parsed.output, options);
}

type DefinedOnly<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** In a change an absent key means "unchanged"; one with `undefined`, which Firefox's messages can carry, means the same. */
function definedOnly<T extends object>(change: T): DefinedOnly<T> {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as DefinedOnly<T>;
}
