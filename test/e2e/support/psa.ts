import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { startSandbox, type Sandbox } from '../../../sandbox/server.js';
import type { GlobalChange, SomeSettings } from '../../../src/model/index.js';

/** A sandbox on a database file of its own, which can be restarted on the same port. */
export interface Psa {
  readonly url: string;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startPsa(): Promise<Psa> {
  const folder = await mkdtemp(path.join(tmpdir(), 'e2e-psa-'));
  const db = path.join(folder, 'psa.db');
  let sandbox: Sandbox = await startSandbox({ port: 0, db, seed: 'demo' });
  const { url } = sandbox;
  return {
    url,
    restart: async () => {
      await sandbox.close();
      sandbox = await startSandbox({ port: Number(new URL(url).port), db, seed: 'demo' });
    },
    close: async () => {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const headers = {
  ApiIntegrationCode: 'SANDBOX',
  UserName: 'api@sandbox.example',
  Secret: 'sandbox-secret',
  'Content-Type': 'application/json',
};
const ItemsSchema = v.object({ items: v.array(v.record(v.string(), v.unknown())) });

/** Asks the PSA itself, with plain requests: what the extension claims is not to be believed by its own client. */
export async function queryRest(
  psa: Pick<Psa, 'url'>,
  entity: string,
  field: string,
  value: number | string | readonly number[],
): Promise<Record<string, unknown>[]> {
  const op = typeof value === 'object' ? 'in' : 'eq';
  const body = JSON.stringify({ filter: [{ op, field, value }] });
  const url = new URL(`/ATServicesRest/V1.0/${entity}/query`, psa.url);
  const response = await fetch(url, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`${entity}: ${response.status} ${await response.text()}`);
  return v.parse(ItemsSchema, await response.json()).items;
}

/** Changes something over REST, as somebody else would who works in the PSA at the same time. */
export async function patchRest(
  psa: Pick<Psa, 'url'>,
  entity: string,
  change: { readonly id: number; readonly [field: string]: unknown },
): Promise<void> {
  const url = new URL(`/ATServicesRest/V1.0/${entity}`, psa.url);
  const response = await fetch(url, { method: 'PATCH', headers, body: JSON.stringify(change) });
  if (!response.ok) throw new Error(await response.text());
}

/** Taskfire of a company, as the portal service tells it. */
export async function readTaskfire(psa: Psa, companyId: number): Promise<unknown> {
  const url = new URL(`/portal/v1/companies/${companyId}/taskfire`, psa.url);
  const response = await fetch(url, { headers: { Authorization: 'Bearer sandbox-portal-token' } });
  return response.json();
}

/** The settings that the portal service holds for a company. */
export async function readSettings(psa: Pick<Psa, 'url'>, companyId: number): Promise<unknown> {
  const url = new URL(`/portal/v1/companies/${companyId}/settings`, psa.url);
  const response = await fetch(url, { headers: { Authorization: 'Bearer sandbox-portal-token' } });
  return response.json();
}

/** What all companies inherit, as the portal service tells it. */
export async function readGlobals(psa: Psa): Promise<unknown> {
  const response = await fetch(new URL('/portal/v1/global-settings', psa.url), { headers: asAdmin });
  return response.json();
}

/** Changes a company's settings as somebody else would, who works with the portal service at the same time. */
export function changeSettings(psa: Psa, companyId: number, change: SomeSettings): Promise<void> {
  return patchService(psa, `companies/${companyId}/settings`, change);
}

/** The same for what all companies inherit. */
export function changeGlobals(psa: Psa, change: GlobalChange): Promise<void> {
  return patchService(psa, 'global-settings', change);
}

const asAdmin = { Authorization: 'Bearer sandbox-portal-token' };

async function patchService(psa: Psa, target: string, change: object): Promise<void> {
  const url = new URL(`/portal/v1/${target}`, psa.url);
  const current = await fetch(url, { headers: asAdmin });
  const response = await fetch(url, {
    method: 'PATCH',
    headers: {
      ...asAdmin,
      'Content-Type': 'application/json',
      'If-Match': current.headers.get('ETag') ?? '',
    },
    body: JSON.stringify(change),
  });
  if (!response.ok) throw new Error(await response.text());
}

const LogSchema = v.object({
  requests: v.array(v.object({ method: v.string(), path: v.string(), status: v.nullable(v.number()) })),
});

/** Every request that the sandbox has answered, as "PATCH /portal/v1/companies/174/settings 412". */
export async function requestsSeen(psa: Pick<Psa, 'url'>): Promise<string[]> {
  const response = await fetch(new URL('/_sandbox/log', psa.url));
  const { requests } = v.parse(LogSchema, await response.json());
  return requests.map(({ method, path: address, status }) => `${method} ${address} ${status ?? 'cut'}`);
}
