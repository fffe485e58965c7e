/** What a schema says about a value, free of the language that it is written in, so that two languages can be compared. */
export type Shape =
  | { readonly kind: 'boolean' | 'integer' | 'number' | 'string' | 'null' }
  | { readonly kind: 'values'; readonly values: readonly unknown[] }
  | { readonly kind: 'array'; readonly item: Shape }
  | { readonly kind: 'union'; readonly of: readonly Shape[] }
  | {
      readonly kind: 'object';
      readonly isStrict: boolean;
      readonly entries: Readonly<Record<string, Entry>>;
    };

export interface Entry {
  readonly isRequired: boolean;
  readonly shape: Shape;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Throws for a kind of schema that the model does not use yet. */
export function shapeOfValibot(schema: unknown): Shape {
  if (!isRecord(schema)) throw new Error('not a schema');
  switch (schema.type) {
    case 'boolean':
      return { kind: 'boolean' };
    case 'string':
      return { kind: 'string' };
    case 'number':
      return { kind: isInteger(schema) ? 'integer' : 'number' };
    case 'literal':
      return { kind: 'values', values: [schema.literal] };
    case 'picklist':
      return { kind: 'values', values: list(schema.options) };
    case 'array':
      return { kind: 'array', item: shapeOfValibot(schema.item) };
    case 'nullable':
      return { kind: 'union', of: [shapeOfValibot(schema.wrapped), { kind: 'null' }] };
    case 'variant':
      return { kind: 'union', of: list(schema.options).map(shapeOfValibot) };
    case 'object':
    case 'strict_object':
      return objectShape(schema);
    default:
      throw new Error(`no shape for ${String(schema.type)}`);
  }
}

function objectShape(schema: Readonly<Record<string, unknown>>): Shape {
  const { entries, type } = schema;
  if (!isRecord(entries)) throw new Error('an object without entries');
  const shapes = Object.entries(entries).map(([key, value]): [string, Entry] => {
    const isOptional = isRecord(value) && String(value.type).endsWith('optional');
    return [key, { isRequired: !isOptional, shape: shapeOfValibot(isOptional ? value.wrapped : value) }];
  });
  return { kind: 'object', isStrict: type === 'strict_object', entries: Object.fromEntries(shapes) };
}

function isInteger(schema: Readonly<Record<string, unknown>>): boolean {
  const actions = 'pipe' in schema ? list(schema.pipe) : [];
  return actions.some((action) => isRecord(action) && String(action.type).endsWith('integer'));
}

/** Throws where it is no list. */
export function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('not a list');
  return value;
}

/** Where a value does not fit a shape; empty where it does. */
export function misfits(shape: Shape, value: unknown, path = '$'): string[] {
  const misfit = [`${path} is no ${shape.kind}: ${JSON.stringify(value)}`];
  switch (shape.kind) {
    case 'null':
      return value === null ? [] : misfit;
    case 'integer':
      return Number.isSafeInteger(value) ? [] : misfit;
    case 'values':
      return shape.values.includes(value) ? [] : misfit;
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((one, index) => misfits(shape.item, one, `${path}[${index}]`))
        : misfit;
    case 'union':
      return shape.of.some((one) => misfits(one, value).length === 0) ? [] : misfit;
    case 'object':
      return isRecord(value) ? objectMisfits(shape, value, path) : misfit;
    default:
      return typeof value === shape.kind ? [] : misfit;
  }
}

function objectMisfits(
  { entries, isStrict }: Extract<Shape, { kind: 'object' }>,
  value: Readonly<Record<string, unknown>>,
  path: string,
): string[] {
  const unknown = Object.keys(value).filter((key) => isStrict && !(key in entries));
  const inside = Object.entries(entries).flatMap(([key, { isRequired, shape }]) => {
    if (key in value) return misfits(shape, value[key], `${path}.${key}`);
    return isRequired ? [`${path}.${key} is missing`] : [];
  });
  return [...inside, ...unknown.map((key) => `${path}.${key} is unknown`)];
}
