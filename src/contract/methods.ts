import * as v from 'valibot';
import {
  AgreementAcceptanceSchema,
  BillingChoiceSchema,
  BillingContractSchema,
  CompanyLogosSchema,
  CompanySchema,
  ContactDraftSchema,
  ContactSchema,
  GlobalChangeSchema,
  GlobalSnapshotSchema,
  IdSchema,
  LevelMoveSchema,
  LogoSlotSchema,
  LogoUploadSchema,
  PortalLoginSchema,
  PortalUserChangeSchema,
  PortalUserDraftSchema,
  PortalUserOptionsSchema,
  PortalUserSchema,
  ProviderDefaultsSchema,
  RequestTypeSchema,
  SomeSettingsSchema,
  TaskfireAgreementSchema,
  TaskfireDisabledSchema,
  TaskfireSchema,
  TicketOptionsSchema,
} from '../model/index.js';
import { CapabilitiesSchema } from './capabilities.js';
import type { PortalMethod } from './portal-admin.js';
import {
  CompanyPageSchema,
  ContactPageSchema,
  CursorSchema,
  PortalUserChangedSchema,
  SettingsSnapshotSchema,
  SsoEventPageSchema,
} from './shapes.js';

/** How many contacts `portalUsers` takes at once. */
export const MOST_CONTACTS = 500;
/** How many user names `takenUserNames` takes at once. */
export const MOST_USER_NAMES = 500;

/** The shape of each method's arguments (without `CallOptions`, which cannot cross a border) and of its answer. */
export const methodSchemas = {
  capabilities: { args: v.strictTuple([IdSchema]), result: CapabilitiesSchema },
  companies: { args: v.strictTuple([CursorSchema]), result: CompanyPageSchema },
  company: { args: v.strictTuple([IdSchema]), result: CompanySchema },
  portalLogin: { args: v.strictTuple([IdSchema]), result: PortalLoginSchema },
  taskfire: { args: v.strictTuple([IdSchema]), result: TaskfireSchema },
  taskfireAgreement: { args: v.strictTuple([IdSchema]), result: TaskfireAgreementSchema },
  billingContracts: { args: v.strictTuple([IdSchema]), result: v.array(BillingContractSchema) },
  enableTaskfire: {
    args: v.strictTuple([IdSchema, AgreementAcceptanceSchema, v.string()]),
    result: TaskfireSchema,
  },
  disableTaskfire: {
    args: v.strictTuple([IdSchema, v.array(LevelMoveSchema), v.string()]),
    result: TaskfireDisabledSchema,
  },
  setTaskfireBilling: {
    args: v.strictTuple([IdSchema, BillingChoiceSchema, v.string()]),
    result: TaskfireSchema,
  },
  ssoEvents: { args: v.strictTuple([IdSchema, CursorSchema]), result: SsoEventPageSchema },
  logos: { args: v.strictTuple([IdSchema]), result: CompanyLogosSchema },
  setLogo: {
    args: v.strictTuple([IdSchema, LogoSlotSchema, LogoUploadSchema, v.string()]),
    result: CompanyLogosSchema,
  },
  removeLogo: { args: v.strictTuple([IdSchema, LogoSlotSchema, v.string()]), result: CompanyLogosSchema },
  providerDefaults: { args: v.strictTuple([]), result: ProviderDefaultsSchema },
  globalSettings: { args: v.strictTuple([]), result: GlobalSnapshotSchema },
  saveGlobalSettings: { args: v.strictTuple([GlobalChangeSchema, v.string()]), result: GlobalSnapshotSchema },
  requestTypes: { args: v.strictTuple([]), result: v.array(RequestTypeSchema) },
  ticketOptions: { args: v.strictTuple([]), result: TicketOptionsSchema },
  timeZones: { args: v.strictTuple([]), result: v.array(v.string()) },
  settings: { args: v.strictTuple([IdSchema]), result: SettingsSnapshotSchema },
  saveSettings: {
    args: v.strictTuple([IdSchema, SomeSettingsSchema, v.string()]),
    result: SettingsSnapshotSchema,
  },
  contacts: { args: v.strictTuple([IdSchema, CursorSchema]), result: ContactPageSchema },
  createContact: { args: v.strictTuple([IdSchema, ContactDraftSchema]), result: ContactSchema },
  portalUserOptions: { args: v.strictTuple([]), result: PortalUserOptionsSchema },
  takenUserNames: {
    args: v.strictTuple([v.pipe(v.array(v.string()), v.maxLength(MOST_USER_NAMES)), v.nullable(IdSchema)]),
    result: v.array(v.string()),
  },
  portalUsers: {
    args: v.strictTuple([IdSchema, v.pipe(v.array(IdSchema), v.maxLength(MOST_CONTACTS))]),
    result: v.array(PortalUserSchema),
  },
  createPortalUser: { args: v.strictTuple([IdSchema, PortalUserDraftSchema]), result: PortalUserSchema },
  changePortalUser: {
    args: v.strictTuple([IdSchema, IdSchema, PortalUserChangeSchema, v.nullable(PortalUserSchema)]),
    result: PortalUserChangedSchema,
  },
} satisfies Record<PortalMethod, { args: v.GenericSchema; result: v.GenericSchema }>;

/** The methods that change something: they are never repeated blindly. */
export const writingMethods: readonly PortalMethod[] = [
  'saveSettings',
  'createContact',
  'createPortalUser',
  'changePortalUser',
  'enableTaskfire',
  'disableTaskfire',
  'setTaskfireBilling',
  'setLogo',
  'removeLogo',
  'saveGlobalSettings',
];

/** The methods that act on one company, which is their first argument. */
export function companyOf(method: PortalMethod, args: readonly unknown[]): number | undefined {
  const [first] = args;
  return methodSchemas[method].args.items[0] === IdSchema && typeof first === 'number' ? first : undefined;
}
