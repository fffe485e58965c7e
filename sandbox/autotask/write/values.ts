import * as v from 'valibot';
import type { Store } from '../../store/store.js';
import { invalidPicklistValue, VendorError } from '../answers.js';
import type { Entity, Field, FieldValue, FieldValues } from '../entity.js';
import type { Item } from '../query/run.js';

/** POST creates, PATCH changes what is sent, PUT also empties what is not sent. */
export type WriteMode = 'create' | 'patch' | 'put';

export interface Write {
  readonly entity: Entity;
  readonly mode: WriteMode;
  readonly body: WriteBody;
  /** The record as it is; null on create. */
  readonly current: Item | null;
}

const BodySchema = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((record) => new Map(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]))),
);
/** What was sent, by lower-case key: the vendor's server reads keys in any case. */
export type WriteBody = v.InferOutput<typeof BodySchema>;

/** Throws {@link VendorError} where the body is no object. */
export function parseBody(body: unknown): WriteBody {
  const parsed = v.safeParse(BodySchema, body);
  if (!parsed.success) throw new VendorError('Value cannot be null.\r\nParameter name: entity');
  return parsed.output;
}

/** The id of the record to change: it stands in the body, not in the URL. */
export function bodyId(body: WriteBody): number {
  const id = body.get('id');
  if (typeof id !== 'number' || !Number.isSafeInteger(id))
    throw new VendorError('Missing Required Field: id');
  return id;
}

/** The checked values to store, by field name. Properties that are no fields are ignored, as the vendor does. */
export async function writeValues(write: Write, store: Store): Promise<FieldValues> {
  const values: Record<string, FieldValue> = {};
  for (const field of write.entity.fields) {
    const value = await fieldValue(field, write, store);
    if (value !== undefined) values[field.name] = value;
  }
  return values;
}

/** undefined: leave the field alone. */
async function fieldValue(field: Field, write: Write, store: Store): Promise<FieldValue | undefined> {
  if (field.name === 'id') return undefined;
  const sent = write.body.get(field.name.toLowerCase());
  if (!isSettable(field, write)) {
    checkUnchanged(field, write, sent);
    return undefined;
  }
  if (sent === undefined && !isSetWhenAbsent(field, write.mode)) return undefined;
  const value = sent === undefined ? emptied(field) : coerce(field, sent);
  if (value === null && isRequired(field, write.mode))
    throw new VendorError(`Missing Required Field: ${field.name}`);
  await checkPicklist(field, value, store);
  return value;
}

function isSettable(field: Field, { mode }: Write): boolean {
  return field.isReadOnly !== true && (field.isFixed !== true || mode === 'create');
}

/** Clients send back whole records: a value that is the same is no attempt to change it. */
function checkUnchanged(field: Field, { current }: Write, sent: unknown): void {
  if (sent === undefined || sent === null || sent === current?.[field.name]) return;
  throw new VendorError(`The field ${field.name} is read-only and cannot be changed.`);
}

function isSetWhenAbsent(field: Field, mode: WriteMode): boolean {
  if (mode === 'put') return field.isWriteOnly !== true;
  return mode === 'create' && isRequired(field, mode);
}

function isRequired(field: Field, mode: WriteMode): boolean {
  return field.isRequired === true || (field.isRequiredOnCreate === true && mode === 'create');
}

/** A boolean knows no null (vendor REST help): emptied, it is false. */
function emptied(field: Field): FieldValue {
  return field.type === 'boolean' && field.isRequired !== true ? false : null;
}

function coerce(field: Field, value: unknown): FieldValue {
  if (value === null && field.type !== 'boolean') return null;
  switch (field.type) {
    case 'boolean':
      if (typeof value === 'boolean') return value;
      break;
    case 'string':
      if (typeof value === 'string' || typeof value === 'number') return checkedText(field, String(value));
      break;
    default: {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
      if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return number;
    }
  }
  throw new VendorError(`The value of field: ${field.name} is not a valid ${field.type}.`);
}

/** Empty text is no text. */
function checkedText(field: Field, text: string): string | null {
  if (field.length !== undefined && text.length > field.length)
    throw new VendorError(
      `The value of field: ${field.name} is longer than ${field.length.toString()} characters.`,
    );
  return text === '' ? null : text;
}

async function checkPicklist(field: Field, value: FieldValue, store: Store): Promise<void> {
  if (field.picklist === undefined || value === null) return;
  const values = await field.picklist(store);
  if (!values.some((one) => one.value === value && one.isActive !== false))
    throw new VendorError(invalidPicklistValue(field.name));
}
