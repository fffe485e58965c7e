import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { startSandbox, type Sandbox } from '../../../sandbox/server.js';

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
  psa: Psa,
  entity: string,
  field: string,
  value: number | string,
): Promise<Record<string, unknown>[]> {
  const body = JSON.stringify({ filter: [{ op: 'eq', field, value }] });
  const url = new URL(`/ATServicesRest/V1.0/${entity}/query`, psa.url);
  const response = await fetch(url, { method: 'POST', headers, body });
  return v.parse(ItemsSchema, await response.json()).items;
}

/** The settings that the portal service holds for a company. */
export async function readSettings(psa: Psa, companyId: number): Promise<unknown> {
  const url = new URL(`/portal/v1/companies/${companyId}/settings`, psa.url);
  const response = await fetch(url, { headers: { Authorization: 'Bearer sandbox-portal-token' } });
  return response.json();
}
