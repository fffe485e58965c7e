import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll } from 'vitest';
import { startSandbox, type Sandbox } from '../../../sandbox/server.js';

/** The documented credentials of sandbox/README.md. */
export const credentials = {
  UserName: 'api@sandbox.example',
  Secret: 'sandbox-secret',
  ApiIntegrationCode: 'SANDBOX',
};

/** The documented API user whose security level lets it read only. */
export const viewerCredentials = {
  UserName: 'api-viewer@sandbox.example',
  Secret: 'sandbox-viewer-secret',
  ApiIntegrationCode: 'SANDBOX',
};

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body; undefined where it is empty. */
  readonly json: unknown;
}

/** A sandbox on a database of its own, spoken to over HTTP as any client would. */
export interface TestSandbox {
  /** A call to the vendor's REST API; `path` begins after the version. */
  rest(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Any call; `path` begins at the root. */
  call(method: string, path: string, init?: { body?: unknown; headers?: HeadersInit }): Promise<Answer>;
  url(): string;
}

/** Starts a sandbox before the tests of this file and removes it, and its database, after them. */
export function useSandbox(seed: 'demo' | 'large' = 'demo'): TestSandbox {
  let folder = '';
  let sandbox: Sandbox | undefined;
  const url = (): string => {
    if (sandbox === undefined) throw new Error('the sandbox is not running');
    return sandbox.url;
  };
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'sandbox-test-'));
    sandbox = await startSandbox({ port: 0, db: path.join(folder, 'psa.db'), seed });
  });
  afterAll(async () => {
    await sandbox?.close();
    await rm(folder, { recursive: true, force: true });
  });
  const call: TestSandbox['call'] = async (method, target, { body, headers = {} } = {}) => {
    const response = await fetch(new URL(target, url()), {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    const json: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, headers: response.headers, json };
  };
  return {
    call,
    url,
    rest: (method, target, body) =>
      call(method, target.startsWith('http') ? target : `/ATServicesRest/V1.0${target}`, {
        body,
        headers: credentials,
      }),
  };
}

const ItemSchema = v.record(v.string(), v.unknown());
export type Item = v.InferOutput<typeof ItemSchema>;
const PageSchema = v.object({
  items: v.array(ItemSchema),
  pageDetails: v.strictObject({
    count: v.number(),
    requestCount: v.number(),
    prevPageUrl: v.nullable(v.string()),
    nextPageUrl: v.nullable(v.string()),
  }),
});
export type Page = v.InferOutput<typeof PageSchema>;

/** The page in a successful answer; anything else fails the test. */
export function pageOf(answer: Answer): Page {
  if (answer.status !== 200)
    throw new Error(`status ${answer.status.toString()}: ${JSON.stringify(answer.json)}`);
  return v.parse(PageSchema, answer.json);
}

/** The record in the answer of a GET by id. */
export function itemOf(answer: Answer): Item | null {
  return v.parse(v.strictObject({ item: v.nullable(ItemSchema) }), answer.json).item;
}

/** The id in the answer of a successful write. */
export function itemIdOf(answer: Answer): number {
  if (answer.status !== 200)
    throw new Error(`status ${answer.status.toString()}: ${JSON.stringify(answer.json)}`);
  return v.parse(v.strictObject({ itemId: v.number() }), answer.json).itemId;
}

/** The texts of a refused call. */
export function errorsOf(answer: Answer): string[] {
  return v.parse(v.strictObject({ errors: v.array(v.string()) }), answer.json).errors;
}

/** A record without one of its fields. */
export function without(item: Item, field: string): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => name !== field));
}

/** A new account for a contact, as the vendor wants it. */
export function portalUserBody(contactID: number, more: Item = {}): Item {
  return {
    contactID,
    userName: `contact-${contactID.toString()}`,
    password: 'a-Good-Password-1',
    securityLevel: 1,
    isClientPortalActive: true,
    dateFormat: 15,
    timeFormat: 3,
    numberFormat: 2,
    ...more,
  };
}
