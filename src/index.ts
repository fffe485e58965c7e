/**
 * What an embedding application gets its data by, and what it needs to fulfil `PortalAdmin` itself. Without a page too: nothing here
 * touches the DOM, and importing it does nothing.
 */
export * from './embed/index.js';

// Data for demos: what `memoryPortal` begins with, and people and sign-ins for a seed of one's own.
export {
  createMemoryPageMemory as memoryPageMemory,
  demoData,
  manyContacts,
  manySignIns,
  type Failure,
  type MemoryCompany,
  type MemoryData,
} from './clients/index.js';

// The interfaces between the elements and a backend, each message's shape among them.
export type * from './contract/index.js';
export {
  CapabilitiesSchema,
  defaultPageChoices,
  GridLayoutSchema,
  JobDraftSchema,
  MOST_CONTACTS,
  MOST_USER_NAMES,
  methodSchemas,
  operations,
  PortalError,
  PortalErrorDataSchema,
  toPortalError,
  withMethods,
  writingMethods,
} from './contract/index.js';

// The portal's own types and rules: a backend in JavaScript can check with the same that the elements check with.
export type * from './model/index.js';
export {
  base64Of,
  billingProblems,
  bytesOfBase64,
  changeBetween,
  contactProblems,
  defaultSettings,
  disableProblems,
  draftProblems,
  effectiveQuickTicket,
  effectiveTimeZone,
  effectiveTwoFactor,
  enableProblems,
  globalKeys,
  globalProblems,
  inspectLogo,
  logoProblems,
  logoSlots,
  logoTypes,
  MOST_LOGO_BYTES,
  MOST_LOGO_EDGE,
  PROVIDER_COMPANY_ID,
  settingKeys,
  settingProblems,
  ssoEventTypes,
} from './model/index.js';
