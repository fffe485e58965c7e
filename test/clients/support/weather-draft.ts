import type { PortalAdmin } from '../../../src/contract/index.js';
import type { PortalUserDraft } from '../../../src/model/index.js';

/** An account for the first active contact of a company that has none. */
export async function weatherDraft(admin: PortalAdmin, companyId: number): Promise<PortalUserDraft> {
  const { rows } = await admin.contacts(companyId, null);
  const row = rows.find(({ contact, portalUser }) => portalUser === null && contact.isActive);
  const contactId = row?.contact.id ?? -1;
  const formats = { dateFormat: 15, timeFormat: 3, numberFormat: 2 };
  const userName = `weather.${contactId}@nordlicht.example`;
  return { contactId, userName, password: 'Quite-Long#42', isActive: true, securityLevel: 1, ...formats };
}
