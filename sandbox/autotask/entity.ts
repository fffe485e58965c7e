import type { Store } from '../store/store.js';

export type FieldType = 'long' | 'integer' | 'string' | 'boolean' | 'datetime';

/** A value as it stands in JSON. */
export type FieldValue = string | number | boolean | null;
export type FieldValues = Readonly<Record<string, FieldValue>>;

export interface PicklistValue {
  readonly value: number;
  readonly label: string;
  readonly isActive?: boolean;
  readonly isSystem?: boolean;
}

/** A field of a REST entity. One table drives metadata, queries, answers and the checks of writes. */
export interface Field {
  /** The vendor's name in camel case; also the column, unless `sql` says otherwise. */
  readonly name: string;
  readonly type: FieldType;
  /** An SQL expression for what is no column of the entity's own table. */
  readonly sql?: string;
  /** Longest text. */
  readonly length?: number;
  readonly isRequired?: boolean;
  /** Required on create, optional later. */
  readonly isRequiredOnCreate?: boolean;
  readonly isReadOnly?: boolean;
  /** Can be set on create and never again. */
  readonly isFixed?: boolean;
  /** Can be set but never be read or queried: always null in answers. */
  readonly isWriteOnly?: boolean;
  readonly picklist?: (store: Store) => Promise<readonly PicklistValue[]>;
  readonly references?: string;
}

/** A REST entity: its fields, and how it is written. Reading is the same for all. */
export interface Entity {
  /** Singular, as in error texts and entityInformation. */
  readonly name: string;
  /** Plural, as in the URL. */
  readonly path: string;
  readonly table: string;
  readonly fields: readonly Field[];
  readonly hasUserDefinedFields: boolean;
  readonly supportsWebhooks: boolean;
  readonly canDelete: boolean;
}

/** The field of this name; case does not count. */
export function findField(entity: Entity, name: string): Field | undefined {
  const wanted = name.toLowerCase();
  return entity.fields.find((field) => field.name.toLowerCase() === wanted);
}

/** The SQL expression that reads a field. */
export function fieldSql(field: Field): string {
  return field.sql ?? field.name;
}
