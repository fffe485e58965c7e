import * as v from 'valibot';
import { CapabilitiesSchema, type PortalAdmin } from '../../contract/index.js';
import {
  PortalLoginSchema,
  ProviderDefaultsSchema,
  RequestTypeSchema,
  TaskfireSchema,
  TicketOptionsSchema,
} from '../../model/index.js';
import { withinDeadline } from '../http/index.js';
import { Listeners } from '../listeners.js';
import { accountMethods } from './account-methods.js';
import { peopleMethods } from './people-methods.js';
import { PortalServiceRest, type PortalServiceAccess } from './rest.js';
import { sectionMethods, type ReadPath, type WritePath } from './section-methods.js';

/**
 * A `PortalAdmin` on the portal service (`docs/portal-service.openapi.yaml`): everything, as far as the
 * service has it. Each method ends within 20 seconds.
 */
export function createPortalServiceClient(access: PortalServiceAccess): PortalAdmin {
  const rest = new PortalServiceRest(access);
  const listeners = new Listeners();
  const get: ReadPath = (path, schema, options) =>
    withinDeadline(options?.signal, (signal) => rest.get(path, schema, signal));

  const write: WritePath = async (wanted, schema, change) => {
    const written = await withinDeadline(undefined, (signal) => rest.write(wanted, schema, signal));
    listeners.tell(change);
    return written;
  };
  return {
    capabilities: (companyId, options) =>
      get(`capabilities?companyId=${companyId}`, CapabilitiesSchema, options),
    portalLogin: (companyId, options) =>
      get(`companies/${companyId}/portal-login`, PortalLoginSchema, options),
    taskfire: (companyId, options) => get(`companies/${companyId}/taskfire`, TaskfireSchema, options),
    ...sectionMethods(get, write),
    ...peopleMethods(rest, get, listeners),
    ...accountMethods(rest, get, listeners),
    providerDefaults: (options) => get('provider', ProviderDefaultsSchema, options),
    requestTypes: (options) => get('request-types', v.array(RequestTypeSchema), options),
    ticketOptions: (options) => get('ticket-options', TicketOptionsSchema, options),
    timeZones: (options) => get('time-zones', v.array(v.string()), options),
    settings: (companyId, options) =>
      withinDeadline(options?.signal, (signal) => rest.settings(companyId, signal)),
    saveSettings: async (companyId, change, version) => {
      const saved = await withinDeadline(undefined, (signal) =>
        rest.saveSettings(companyId, change, version, signal),
      );
      listeners.tell({ kind: 'settings', companyId });
      return saved;
    },
    subscribe: (listener) => listeners.add(listener),
  };
}

const AccountSchema = v.object({ name: v.string() });

/** Whose token it is, as the service names them. Rejects with a `PortalError`, `not-found` where it does not tell. */
export function accountName(access: PortalServiceAccess, signal?: AbortSignal): Promise<string> {
  const rest = new PortalServiceRest(access);
  return withinDeadline(signal, async (within) => (await rest.get('account', AccountSchema, within)).name);
}
