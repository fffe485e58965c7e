import * as v from 'valibot';
import {
  CompanySchema,
  ContactRowSchema,
  IdSchema,
  InstantSchema,
  PortalUserSchema,
  SomeSettingsSchema,
  SsoEventSchema,
  type SomeSettings,
} from '../model/index.js';

/** The settings of a company at one moment. */
export const SettingsSnapshotSchema = v.object({
  companyId: IdSchema,
  /** An absent key is a setting that this backend cannot tell; `capabilities` says why. */
  settings: SomeSettingsSchema,
  /** Opaque; goes back with a change so that the backend can tell whether someone saved in between. */
  version: v.string(),
  /** Who saved last and when, as far as the backend knows. */
  changedBy: v.nullable(v.string()),
  changedAt: v.nullable(InstantSchema),
});
export interface SettingsSnapshot extends Omit<v.InferOutput<typeof SettingsSnapshotSchema>, 'settings'> {
  settings: SomeSettings;
}

/** Opaque place in a list; null = the start when asked, the end when answered. */
export const CursorSchema = v.nullable(v.string());

/** One page of contacts with their portal accounts. `total` is null where the backend does not count. */
export const ContactPageSchema = v.object({
  rows: v.array(ContactRowSchema),
  next: CursorSchema,
  total: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
});
export type ContactPage = v.InferOutput<typeof ContactPageSchema>;

/** One page of customers. */
export const CompanyPageSchema = v.object({
  companies: v.array(CompanySchema),
  next: CursorSchema,
});
export type CompanyPage = v.InferOutput<typeof CompanyPageSchema>;

/** L: one page of sign-ins, the newest first. `total` is null where the backend does not count. */
export const SsoEventPageSchema = v.object({
  events: v.array(SsoEventSchema),
  next: CursorSchema,
  total: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
});
export type SsoEventPage = v.InferOutput<typeof SsoEventPageSchema>;

/** An account before and after a change; the same where nothing had to be written. */
export const PortalUserChangedSchema = v.object({ before: PortalUserSchema, after: PortalUserSchema });
export type PortalUserChanged = v.InferOutput<typeof PortalUserChangedSchema>;

/** Something changed, whoever changed it through this implementation. Whoever shows it reads it again. */
export const PortalChangeSchema = v.variant('kind', [
  v.object({ kind: v.literal('settings'), companyId: IdSchema }),
  /** Taskfire was enabled, disabled (which moves accounts to other levels) or is billed elsewhere. */
  v.object({ kind: v.literal('taskfire'), companyId: IdSchema }),
  /** Of company 0, what all others may inherit. */
  v.object({ kind: v.literal('logos'), companyId: IdSchema }),
  v.object({ kind: v.literal('portal-user'), companyId: IdSchema, contactId: IdSchema }),
  /** A contact was added. */
  v.object({ kind: v.literal('contact'), companyId: IdSchema, contactId: IdSchema }),
  /** A list that was shown from memory is different by now; of the contacts, the page that was asked for with `cursor`. */
  v.object({ kind: v.literal('contacts'), companyId: IdSchema, cursor: CursorSchema }),
  v.object({ kind: v.literal('companies') }),
  /** What can be chosen: request types, time zones, the values of accounts' fields, the provider's defaults. */
  v.object({ kind: v.literal('options') }),
  /** Another connection, or none any more: everything may be different. */
  v.object({ kind: v.literal('connection') }),
]);
export type PortalChange = v.InferOutput<typeof PortalChangeSchema>;
