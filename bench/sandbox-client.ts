import * as v from 'valibot';
import type { Call } from './in-flight.js';

const headers = {
  ApiIntegrationCode: 'SANDBOX',
  UserName: 'api@sandbox.example',
  Secret: 'sandbox-secret',
  'Content-Type': 'application/json',
};

export interface Contact {
  readonly id: number;
  readonly name: string;
}

const ContactItem = v.pipe(
  v.object({ id: v.number(), firstName: v.string(), lastName: v.string() }),
  v.transform(({ id, firstName, lastName }): Contact => ({ id, name: `${lastName}, ${firstName}` })),
);
const ContactsAnswer = v.object({
  items: v.array(ContactItem),
  pageDetails: v.object({ nextPageUrl: v.nullable(v.string()) }),
});
const AccountsAnswer = v.object({ items: v.array(v.object({ contactID: v.number() })) });

/** Active contacts of a company that have no account, asked with plain requests. */
export async function freeContacts(psaUrl: string, companyId: number, count: number): Promise<Contact[]> {
  const filter = [
    { op: 'eq', field: 'companyID', value: companyId },
    { op: 'eq', field: 'isActive', value: 1 },
  ];
  const found: Contact[] = [];
  let url = rest(psaUrl, 'Contacts/query');
  while (found.length < count) {
    const { items, pageDetails } = v.parse(ContactsAnswer, await post(url, { filter }));
    const taken = await holders(
      psaUrl,
      items.map(({ id }) => id),
    );
    found.push(...items.filter(({ id }) => !taken.has(id)));
    if (pageDetails.nextPageUrl === null) break;
    url = pageDetails.nextPageUrl;
  }
  if (found.length < count) throw new Error('the company has too few contacts without an account');
  return found.slice(0, count);
}

async function holders(psaUrl: string, contactIds: readonly number[]): Promise<Set<number>> {
  const filter = [{ op: 'in', field: 'contactID', value: contactIds }];
  const answer = await post(rest(psaUrl, 'ClientPortalUsers/query'), { filter });
  return new Set(v.parse(AccountsAnswer, answer).items.map(({ contactID }) => contactID));
}

export async function postAccount(psaUrl: string, { id }: Contact): Promise<void> {
  await post(rest(psaUrl, 'ClientPortalUsers'), {
    contactID: id,
    userName: `loop-${id.toString()}`,
    password: 'Loop-Password-7',
    isClientPortalActive: true,
    securityLevel: 1,
    dateFormat: 1,
    timeFormat: 1,
    numberFormat: 1,
  });
}

/** The sandbox's switches and its log. */
export function sandboxControl(psaUrl: string) {
  const log = new URL('/_sandbox/log', psaUrl);
  const LogSchema = v.object({
    requests: v.array(v.object({ path: v.string(), start: v.number(), end: v.number() })),
  });
  const calls = async (): Promise<Call[]> =>
    v.parse(LogSchema, await (await checked(log, {})).json()).requests;
  return {
    calls,
    /** Resolves when nothing was asked for two seconds. */
    untilQuiet: async (): Promise<void> => {
      while (Date.now() - Math.max(...(await calls()).map(({ end }) => end)) < 2_000)
        await new Promise((resolve) => setTimeout(resolve, 500));
    },
    setFaults: async (faults: { latencyMs: number }): Promise<void> => {
      await checked(new URL('/_sandbox/faults', psaUrl), { method: 'PUT', body: JSON.stringify(faults) });
    },
    clearLog: async (): Promise<void> => {
      await checked(log, { method: 'DELETE' });
    },
  };
}

function rest(psaUrl: string, address: string): string {
  return new URL(`/ATServicesRest/V1.0/${address}`, psaUrl).href;
}

async function post(url: string, body: unknown): Promise<unknown> {
  return (await checked(url, { method: 'POST', body: JSON.stringify(body) })).json();
}

async function checked(url: string | URL, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { headers, ...init });
  if (!response.ok) throw new Error(`${response.status.toString()}: ${await response.text()}`);
  return response;
}
