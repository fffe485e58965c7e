import {
  suggestedUserName,
  type Company,
  type ContactRow,
  type SecurityLevel,
} from '../../../src/model/index.js';
import type { Store } from '../../store/store.js';
import type { Language } from '../texts/texts.js';
import type { Markup } from '../widgets.js';

/** What the contact form shows. `row` is null for a contact that is still to be made. */
export interface ContactModel {
  readonly company: Company;
  readonly row: ContactRow | null;
  readonly levels: readonly SecurityLevel[];
  readonly isPortalEnabled: boolean;
  readonly mayEdit: boolean;
  readonly message?: Markup;
}

/** The model of a known contact, or of a new one at a company; null where there is no such record. */
export async function readContact(
  store: Store,
  wanted: { contactId: number } | { companyId: number },
): Promise<Omit<ContactModel, 'mayEdit'> | null> {
  const row = 'contactId' in wanted ? await store.contacts.row(wanted.contactId) : null;
  const companyId = 'companyId' in wanted ? wanted.companyId : row?.contact.companyId;
  const company = companyId === undefined ? null : await store.companies.get(companyId);
  if (company === null) return null;
  return {
    company,
    row,
    levels: await store.provider.securityLevels(),
    isPortalEnabled: (await store.settings.get(company.id)).settings.portalEnabled,
  };
}

/** The values of the tab's widgets. */
export interface AccessValues {
  readonly isActive: boolean;
  readonly userName: string;
  readonly securityLevel: number;
  readonly dateFormat: number;
  readonly timeFormat: number;
  readonly numberFormat: number;
}

/** What people in each language are used to: values of `formats`. */
const usualFormats: Readonly<
  Record<Language, Pick<AccessValues, 'dateFormat' | 'timeFormat' | 'numberFormat'>>
> = {
  en: { dateFormat: 1, timeFormat: 2, numberFormat: 1 },
  de: { dateFormat: 15, timeFormat: 3, numberFormat: 2 },
};

/** The account's values, or those that the PSA fills in for a contact without one. */
export function accessOf({ contact, portalUser }: ContactRow, language: Language): AccessValues {
  if (portalUser !== null) return portalUser;
  const userName = suggestedUserName(contact.email);
  return { isActive: false, userName, securityLevel: 1, ...usualFormats[language] };
}
