import * as v from 'valibot';
import {
  CompanyPageSchema,
  ContactPageSchema,
  PortalError,
  type ContactPage,
  type PortalAdmin,
} from '../../contract/index.js';
import {
  CompanySchema,
  ContactSchema,
  isAsDrafted,
  tidyContact,
  type Contact,
  type ContactDraft,
} from '../../model/index.js';
import { isAnswerLost } from '../answer-lost.js';
import { refuseWrongContact } from '../expected.js';
import { withinDeadline } from '../http/index.js';
import type { Listeners } from '../listeners.js';
import type { PortalServiceRest } from './rest.js';
import type { ReadPath } from './section-methods.js';

/** More namesakes than this many pages nobody has; a service that ignores the name is not read to its end. */
const MOST_PAGES = 4;

/** Customers and their contacts. */
export function peopleMethods(
  rest: PortalServiceRest,
  get: ReadPath,
  listeners: Listeners,
): Pick<PortalAdmin, 'companies' | 'company' | 'contacts' | 'createContact'> {
  return {
    companies: (cursor, options) => get(`companies${queryOf({ cursor })}`, CompanyPageSchema, options),
    company: (companyId, options) => get(`companies/${companyId}`, companyOf(companyId), options),
    contacts: (companyId, cursor, options) =>
      get(`companies/${companyId}/contacts${queryOf({ cursor })}`, pageOf(companyId), options),
    createContact: async (companyId, draft) => {
      refuseWrongContact(draft);
      const created = await withinDeadline(undefined, (signal) =>
        createContact(rest, companyId, tidyContact(draft), signal),
      );
      listeners.tell({ kind: 'contact', companyId, contactId: created.id });
      return created;
    },
  };
}

/**
 * Sent once: nothing tells two contacts of the same name apart. Where the answer is lost, the contact is ours that was not
 * there before and is what was drafted. A request too many may be the second one of a browser that sends a broken one again.
 */
async function createContact(
  rest: PortalServiceRest,
  companyId: number,
  json: ContactDraft,
  signal: AbortSignal,
): Promise<Contact> {
  const before = await namesakes(rest, companyId, json, signal);
  const path = `companies/${companyId}/contacts`;
  try {
    return await rest.write({ method: 'post', path, json, isCreate: true }, contactOf(companyId), signal);
  } catch (thrown) {
    const isRefused = thrown instanceof PortalError && thrown.data.code === 'rate-limited';
    if (!isRefused && !isAnswerLost(thrown)) throw thrown;
    const known = new Set(before.map(({ id }) => id));
    const now = await namesakes(rest, companyId, json, signal).catch(() => []);
    const made = now.find((contact) => !known.has(contact.id) && isAsDrafted(contact, json));
    if (made === undefined) throw thrown;
    return made;
  }
}

/** The company's contacts of this name. */
async function namesakes(
  rest: PortalServiceRest,
  companyId: number,
  { firstName, lastName }: ContactDraft,
  signal: AbortSignal,
): Promise<Contact[]> {
  const found: Contact[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const query = queryOf({ firstName, lastName, cursor });
    const page: ContactPage = await rest.get(
      `companies/${companyId}/contacts${query}`,
      pageOf(companyId),
      signal,
    );
    found.push(...page.rows.map(({ contact }) => contact));
    cursor = page.next;
    if (cursor === null) break;
  }
  return found;
}

/** `?name=value&...` of what is not null. */
function queryOf(values: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null);
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

/** Another company's people are no answer, however well they are formed. */
function pageOf(companyId: number) {
  return v.pipe(
    ContactPageSchema,
    v.check(({ rows }) => rows.every(({ contact }) => contact.companyId === companyId), 'another company'),
    v.check(
      ({ rows }) =>
        rows.every(({ contact, portalUser }) => (portalUser?.contactId ?? contact.id) === contact.id),
      "another contact's account",
    ),
  );
}

function contactOf(companyId: number) {
  return v.pipe(
    ContactSchema,
    v.check((contact) => contact.companyId === companyId, 'another company'),
  );
}

function companyOf(companyId: number) {
  return v.pipe(
    CompanySchema,
    v.check(({ id }) => id === companyId, 'another company'),
  );
}
