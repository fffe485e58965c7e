import type { PortalAdmin } from './portal-admin.js';

/** The same client with some methods of one's own. Spreading an object would lose those that a class has. */
export function withMethods(client: PortalAdmin, own: Partial<PortalAdmin>): PortalAdmin {
  return {
    capabilities: (...args) => client.capabilities(...args),
    companies: (...args) => client.companies(...args),
    company: (...args) => client.company(...args),
    portalLogin: (...args) => client.portalLogin(...args),
    taskfire: (...args) => client.taskfire(...args),
    taskfireAgreement: (...args) => client.taskfireAgreement(...args),
    billingContracts: (...args) => client.billingContracts(...args),
    enableTaskfire: (...args) => client.enableTaskfire(...args),
    disableTaskfire: (...args) => client.disableTaskfire(...args),
    setTaskfireBilling: (...args) => client.setTaskfireBilling(...args),
    ssoEvents: (...args) => client.ssoEvents(...args),
    logos: (...args) => client.logos(...args),
    setLogo: (...args) => client.setLogo(...args),
    removeLogo: (...args) => client.removeLogo(...args),
    providerDefaults: (...args) => client.providerDefaults(...args),
    globalSettings: (...args) => client.globalSettings(...args),
    saveGlobalSettings: (...args) => client.saveGlobalSettings(...args),
    requestTypes: (...args) => client.requestTypes(...args),
    ticketOptions: (...args) => client.ticketOptions(...args),
    timeZones: (...args) => client.timeZones(...args),
    settings: (...args) => client.settings(...args),
    saveSettings: (...args) => client.saveSettings(...args),
    contacts: (...args) => client.contacts(...args),
    createContact: (...args) => client.createContact(...args),
    portalUserOptions: (...args) => client.portalUserOptions(...args),
    takenUserNames: (...args) => client.takenUserNames(...args),
    portalUsers: (...args) => client.portalUsers(...args),
    createPortalUser: (...args) => client.createPortalUser(...args),
    changePortalUser: (...args) => client.changePortalUser(...args),
    subscribe: (...args) => client.subscribe(...args),
    ...own,
  };
}
