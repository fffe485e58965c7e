import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { isRecord, list, type Entry, type Shape } from './shape.js';

const run = promisify(execFile);
const CLI = 'node_modules/@redocly/cli/bin/cli.js';
type Json = Readonly<Record<string, unknown>>;

/** Runs the linter with the project's configuration; rejects with its output where it finds anything. */
export async function lintDocument(): Promise<void> {
  await run(process.execPath, [CLI, 'lint', '--max-problems=20']);
}

/** The OpenAPI document of the portal service. */
export interface OpenApi {
  /** The shape of a component schema; throws for an unknown name. */
  component(name: string): Shape;
  componentNames(): string[];
  /** The shape of an answer's body; null where the operation does not document this status and media type. */
  answer(operation: { method: string; path: string }, status: number, mediaType: string): Shape | null;
}

/** Reads `docs/portal-service.openapi.yaml` with the linter's own parser. */
export async function readDocument(): Promise<OpenApi> {
  const folder = await mkdtemp(path.join(tmpdir(), 'openapi-'));
  const file = path.join(folder, 'document.json');
  await run(process.execPath, [CLI, 'bundle', 'portal-service', '--ext', 'json', '-o', file]);
  const document: unknown = JSON.parse(await readFile(file, 'utf8'));
  await rm(folder, { recursive: true });
  return openApi(document);
}

function openApi(document: unknown): OpenApi {
  const at = (...keys: string[]): unknown => {
    let value = document;
    for (const key of keys) value = isRecord(value) ? resolve(value)[key] : undefined;
    return isRecord(value) ? resolve(value) : value;
  };
  const resolve = (value: Json): Json => {
    const ref = value.$ref;
    if (typeof ref !== 'string') return value;
    const target = at(...ref.slice(2).split('/'));
    if (!isRecord(target)) throw new Error(`${ref} leads nowhere`);
    return target;
  };
  return {
    component: (name) => shapeOf(at('components', 'schemas', name), resolve),
    componentNames: () => {
      const schemas = at('components', 'schemas');
      return isRecord(schemas) ? Object.keys(schemas) : [];
    },
    answer: ({ method, path: target }, status, mediaType) => {
      const responses = ['paths', target, method.toLowerCase(), 'responses', status.toString()];
      const schema = at(...responses, 'content', mediaType, 'schema');
      return schema === undefined ? null : shapeOf(schema, resolve);
    },
  };
}

function shapeOf(schema: unknown, resolve: (value: Json) => Json): Shape {
  if (!isRecord(schema)) throw new Error('not a schema');
  const { type, enum: values, const: constant, oneOf, allOf, ...rest } = resolve(schema);
  const inner = (one: unknown): Shape => shapeOf(one, resolve);
  if (oneOf !== undefined) return { kind: 'union', of: list(oneOf).map(inner) };
  if (allOf !== undefined) return merged(list(allOf).map(inner));
  if (values !== undefined) return { kind: 'values', values: list(values) };
  if (constant !== undefined) return { kind: 'values', values: [constant] };
  switch (type) {
    case 'boolean':
    case 'integer':
    case 'string':
    case 'null':
      return { kind: type };
    case 'array':
      return { kind: 'array', item: inner(rest.items) };
    case 'object':
      return objectShape(rest, inner);
    default:
      throw new Error(`no shape for ${JSON.stringify(schema)}`);
  }
}

function objectShape(schema: Json, inner: (one: unknown) => Shape): Shape {
  const { properties = {}, required = [], additionalProperties } = schema;
  if (!isRecord(properties)) throw new Error('properties are no object');
  const entries = Object.entries(properties).map(([key, value]): [string, Entry] => [
    key,
    { isRequired: list(required).includes(key), shape: inner(value) },
  ]);
  return { kind: 'object', isStrict: additionalProperties === false, entries: Object.fromEntries(entries) };
}

function merged(shapes: readonly Shape[]): Shape {
  const entries = shapes.flatMap((shape) => (shape.kind === 'object' ? Object.entries(shape.entries) : []));
  return { kind: 'object', isStrict: false, entries: Object.fromEntries(entries) };
}
