import * as v from 'valibot';
import {
  SsoEventPageSchema,
  type CallOptions,
  type PortalAdmin,
  type PortalChange,
} from '../../contract/index.js';
import {
  BillingContractSchema,
  CompanyLogosSchema,
  GlobalSnapshotSchema,
  TaskfireAgreementSchema,
  TaskfireDisabledSchema,
  TaskfireSchema,
  type CompanyLogos,
  type Taskfire,
} from '../../model/index.js';
import type { VersionedWrite } from './rest.js';

/** Reads what is at a path of the service. */
export type ReadPath = <S extends v.GenericSchema>(
  path: string,
  schema: S,
  options: CallOptions | undefined,
) => Promise<v.InferOutput<S>>;

/** Writes, and tells of the change once it is done. */
export type WritePath = <S extends v.GenericSchema>(
  wanted: VersionedWrite,
  schema: S,
  change: PortalChange,
) => Promise<v.InferOutput<S>>;

/** What belongs to a company's portal beside its settings, and the settings of all. */
export function sectionMethods(
  get: ReadPath,
  write: WritePath,
): Pick<
  PortalAdmin,
  | 'taskfireAgreement'
  | 'billingContracts'
  | 'enableTaskfire'
  | 'disableTaskfire'
  | 'setTaskfireBilling'
  | 'ssoEvents'
  | 'logos'
  | 'setLogo'
  | 'removeLogo'
  | 'globalSettings'
  | 'saveGlobalSettings'
> {
  const writeTaskfire = (companyId: number, wanted: VersionedWrite): Promise<Taskfire> =>
    write(wanted, TaskfireSchema, { kind: 'taskfire', companyId });
  const writeLogos = (companyId: number, wanted: VersionedWrite): Promise<CompanyLogos> =>
    write(wanted, CompanyLogosSchema, { kind: 'logos', companyId });

  return {
    taskfireAgreement: (companyId, options) =>
      get(`companies/${companyId}/taskfire/agreement`, TaskfireAgreementSchema, options),
    billingContracts: (companyId, options) =>
      get(`companies/${companyId}/taskfire/contracts`, v.array(BillingContractSchema), options),
    enableTaskfire: (companyId, json, version) =>
      writeTaskfire(companyId, {
        ...{ method: 'post', path: `companies/${companyId}/taskfire/enable`, json, version },
      }),
    disableTaskfire: (companyId, moves, version) =>
      write(
        { method: 'post', path: `companies/${companyId}/taskfire/disable`, json: { moves }, version },
        TaskfireDisabledSchema,
        { kind: 'taskfire', companyId },
      ),
    setTaskfireBilling: (companyId, choice, version) =>
      writeTaskfire(companyId, {
        ...{ method: 'put', path: `companies/${companyId}/taskfire/billing`, json: { choice }, version },
      }),
    ssoEvents: (companyId, cursor, options) =>
      get(
        `companies/${companyId}/sso-events${cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`}`,
        SsoEventPageSchema,
        options,
      ),
    logos: (companyId, options) => get(`companies/${companyId}/logos`, CompanyLogosSchema, options),
    setLogo: (companyId, slot, json, version) =>
      writeLogos(companyId, { method: 'put', path: `companies/${companyId}/logos/${slot}`, json, version }),
    removeLogo: (companyId, slot, version) =>
      writeLogos(companyId, { method: 'delete', path: `companies/${companyId}/logos/${slot}`, version }),
    globalSettings: (options) => get('global-settings', GlobalSnapshotSchema, options),
    saveGlobalSettings: (json, version) =>
      write({ method: 'patch', path: 'global-settings', json, version }, GlobalSnapshotSchema, {
        kind: 'options',
      }),
  };
}
