import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { startSandbox } from '../../../sandbox/server.js';
import { insertStatements } from '../../../sandbox/store/seed/insert.js';
import { contactColumns, person, portalUserColumns } from '../../../sandbox/store/seed/people.js';
import { openStore } from '../../../sandbox/store/store.js';
import type { PortalUser } from '../../../src/model/index.js';
import { queryRest } from '../../e2e/support/psa.js';

/** Alpenglanz Bergresort, where nobody has an account. */
export const COMPANY = { id: 182, name: 'Alpenglanz Bergresort' };
const FIRST_CONTACT = 5001;

/** A contact of the campaign, by the vendor's id. */
export interface Person {
  readonly id: number;
  readonly name: string;
  readonly email: string;
}

/** How a contact differs from one that is active, has an address and no account. */
export interface Shape {
  readonly isInactive?: boolean;
  readonly hasNoEmail?: boolean;
  readonly account?: { readonly userName: string; readonly isActive: boolean };
}

/** A sandbox whose company has so many contacts without accounts, beside those of the demo data. */
export interface FaultPsa {
  readonly url: string;
  readonly people: readonly Person[];
  setFaults(faults: object): Promise<void>;
  clearFaults(): Promise<void>;
  /** The accounts of the campaign's contacts, asked over plain REST. Two accounts of one contact are two entries. */
  accounts(): Promise<PortalUser[]>;
  /** How many accounts were added so far. Asks the sandbox itself: its interface may be as busy as the job can make it. */
  added(): Promise<number>;
  /** How many requests were answered so far, and how many of them went wrong: by status, `cut` where no answer left. */
  answers(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

/** @param shapeOf what is special about a contact, by its place from 0. */
export async function startFaultPsa(
  size: number,
  shapeOf: (place: number) => Shape = () => ({}),
): Promise<FaultPsa> {
  const folder = await mkdtemp(path.join(tmpdir(), 'faults-psa-'));
  const db = path.join(folder, 'psa.db');
  const people = await fill(db, size, shapeOf);
  const sandbox = await startSandbox({ port: 0, db, seed: 'demo' });
  const control = async (method: string, what: string, body?: object): Promise<unknown> => {
    const answer = await fetch(new URL(`/_sandbox/${what}`, sandbox.url), {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${what}: ${await answer.text()}`);
    return answer.status === 204 ? undefined : answer.json();
  };
  return {
    url: sandbox.url,
    people,
    setFaults: async (faults) => {
      await control('PUT', 'faults', faults);
    },
    clearFaults: async () => {
      await control('DELETE', 'faults');
    },
    accounts: () => readAccounts(sandbox.url, people),
    added: async () => countAdded(await control('GET', 'log')),
    answers: async () => countAnswers(await control('GET', 'log')),
    close: async () => {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Straight into the database: over REST it would take a request for each. */
async function fill(db: string, size: number, shapeOf: (place: number) => Shape): Promise<Person[]> {
  const people = Array.from({ length: size }, (_, place) => {
    const id = FIRST_CONTACT + place;
    const { mailbox, firstName, lastName } = person(id);
    return {
      id,
      name: `${lastName}, ${firstName}`,
      email: `${mailbox}@bergresort.example`,
      ...shapeOf(place),
    };
  });
  const rows = people.map(({ id, email, isInactive = false, hasNoEmail = false }) =>
    contactColumns(id, COMPANY.id, person(id), {
      emailAddress: hasNoEmail ? null : email,
      phone: null,
      isActive: !isInactive,
      primaryContact: false,
    }),
  );
  const accounts = people.flatMap(({ id, account }) =>
    account === undefined
      ? []
      : [
          portalUserColumns(id, id, account.userName, {
            securityLevel: 1,
            isActive: account.isActive,
            formats: 'german',
          }),
        ],
  );
  const store = await openStore(db, 'demo');
  await store.db.batch(insertStatements('contacts', rows));
  if (accounts.length > 0) await store.db.batch(insertStatements('portal_users', accounts));
  store.db.close();
  return people.map(({ id, name, email }) => ({ id, name, email }));
}

const AccountSchema = v.pipe(
  v.object({
    id: v.number(),
    contactID: v.number(),
    userName: v.string(),
    isClientPortalActive: v.boolean(),
    securityLevel: v.number(),
    dateFormat: v.number(),
    timeFormat: v.number(),
    numberFormat: v.number(),
  }),
  v.transform(({ contactID, isClientPortalActive, ...rest }): PortalUser => ({
    ...rest,
    contactId: contactID,
    isActive: isClientPortalActive,
  })),
);

async function readAccounts(url: string, people: readonly Person[]): Promise<PortalUser[]> {
  const found: PortalUser[] = [];
  // As many ids as one filter takes.
  for (let from = 0; from < people.length; from += 200) {
    const ids = people.slice(from, from + 200).map(({ id }) => id);
    const items = await queryRest({ url }, 'ClientPortalUsers', 'contactID', ids);
    found.push(...v.parse(v.array(AccountSchema), items));
  }
  return found;
}

const LogSchema = v.object({
  requests: v.array(v.object({ method: v.string(), path: v.string(), status: v.nullable(v.number()) })),
});

function countAdded(log: unknown): number {
  return v
    .parse(LogSchema, log)
    .requests.filter((one) => one.method === 'POST' && one.path.endsWith('/ClientPortalUsers'))
    .filter(({ status }) => status === 200).length;
}

function countAnswers(log: unknown): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of v.parse(LogSchema, log).requests) {
    const key = status === null ? 'cut' : status.toString();
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
