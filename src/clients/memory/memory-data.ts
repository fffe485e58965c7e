import type {
  Company,
  CompanySettings,
  ContactRow,
  PortalLogin,
  PortalUserOptions,
  GlobalSettings,
  RequestType,
  Taskfire,
} from '../../model/index.js';

/** A company with everything that hangs on it. `company.isTaskfireActive` and `taskfire.isActive` say the same. */
export interface MemoryCompany {
  readonly company: Company;
  readonly settings: CompanySettings;
  readonly portalLogin: PortalLogin;
  readonly taskfire: Taskfire;
  readonly rows: readonly ContactRow[];
}

/** What a memory client starts with. It works on a copy, so one value can seed many clients. */
export interface MemoryData {
  readonly companies: readonly MemoryCompany[];
  /** D1: what the companies inherit. */
  readonly provider: GlobalSettings;
  readonly requestTypes: readonly RequestType[];
  /** IANA names. */
  readonly timeZones: readonly string[];
  readonly portalUserOptions: PortalUserOptions;
}
