import type {
  ActiveTaskfire,
  BillingContract,
  Company,
  CompanySettings,
  ContactRow,
  GlobalSettings,
  LogoSlots,
  PortalLogin,
  PortalUserOptions,
  RequestType,
  SsoEvent,
  Taskfire,
  TaskfireAgreement,
  TicketOptions,
} from '../../model/index.js';

/** Taskfire without what follows from the company's accounts, and with the text that was accepted. */
export type MemoryTaskfire =
  | Extract<Taskfire, { isActive: false }>
  | (Omit<ActiveTaskfire, 'licences' | 'levelsInUse'> & { readonly agreement: TaskfireAgreement });

/** A company with everything that hangs on it. `company.isTaskfireActive` and `taskfire.isActive` say the same. */
export interface MemoryCompany {
  readonly company: Company;
  readonly settings: CompanySettings;
  /** Whether it has own logos follows from these. */
  readonly portalLogin: Omit<PortalLogin, 'hasOwnLogos'>;
  /** G: own ones; those of company 0 are what the others inherit. */
  readonly logos: LogoSlots;
  readonly taskfire: MemoryTaskfire;
  /** T2: recurring ones, to which the licence fee can be added. */
  readonly contracts: readonly BillingContract[];
  readonly rows: readonly ContactRow[];
  /** L: through identity providers, in any order; also what is older than the log shows. */
  readonly signIns: readonly SsoEvent[];
}

/** What a memory client starts with. It works on a copy, so one value can seed many clients. */
export interface MemoryData {
  readonly companies: readonly MemoryCompany[];
  /** D1: what the companies inherit. */
  readonly provider: GlobalSettings;
  readonly requestTypes: readonly RequestType[];
  /** T1: what has to be accepted now. */
  readonly agreement: TaskfireAgreement;
  /** S10: what the numbers of quick tickets are called. */
  readonly ticketOptions: TicketOptions;
  /** IANA names. */
  readonly timeZones: readonly string[];
  readonly portalUserOptions: PortalUserOptions;
}
