import * as v from 'valibot';
import { IdSchema } from '../../model/index.js';

/** An object endpoint of the vendor's REST API with the fields that we read: they are asked for, checked and filtered by. */
export interface Entity<E extends v.ObjectEntries = v.ObjectEntries> {
  /** The last part of the URL, for example `ClientPortalUsers`. */
  readonly name: string;
  readonly item: v.ObjectSchema<E, undefined>;
}

/** The fields of an entity, as a union of literals. */
export type FieldOf<T extends Entity> = Extract<keyof T['item']['entries'], string>;
export type ItemOf<T extends Entity> = v.InferOutput<T['item']>;

const id = IdSchema;
const text = v.nullish(v.string(), null);
const optionalId = v.nullish(IdSchema, null);
const flag = v.nullish(v.boolean(), false);

export const Companies = {
  name: 'Companies',
  item: v.object({
    id,
    companyName: v.string(),
    companyType: optionalId,
    isActive: v.boolean(),
    parentCompanyID: optionalId,
    countryID: optionalId,
    state: text,
    isClientPortalActive: flag,
    isTaskFireActive: flag,
    lastTrackedModifiedDateTime: text,
  }),
} satisfies Entity;

export const Contacts = {
  name: 'Contacts',
  item: v.object({
    id,
    companyID: id,
    firstName: v.string(),
    lastName: v.string(),
    emailAddress: text,
    phone: text,
    title: text,
    /** 1 or 0: on contacts the vendor has a number here, on companies a boolean. */
    isActive: v.number(),
  }),
} satisfies Entity;

/** There is no companyID, and the password is write-only: to query it is an error (vendor REST help, ClientPortalUsers). */
export const ClientPortalUsers = {
  name: 'ClientPortalUsers',
  item: v.object({
    id,
    contactID: id,
    userName: v.string(),
    isClientPortalActive: v.boolean(),
    securityLevel: id,
    dateFormat: id,
    timeFormat: id,
    numberFormat: id,
  }),
} satisfies Entity;

/** Companies name their country by a number that differs from tenant to tenant; here is its ISO code. */
export const Countries = {
  name: 'Countries',
  item: v.object({ id, countryCode: text }),
} satisfies Entity;

/** Only their pick lists are read, never a ticket. */
export const Tickets = { name: 'Tickets' } as const;

/** The vendor's company type "Customer": the only one with portal access (values of a live tenant). */
export const CUSTOMER_TYPE = 1;

export const fieldsOf = (entity: Entity): string[] => Object.keys(entity.item.entries);
