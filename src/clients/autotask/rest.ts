import type { KyInstance, Options } from 'ky';
import * as v from 'valibot';
import { PortalError, type Threshold } from '../../contract/index.js';
import {
  createHttp,
  httpFailure,
  orAborted,
  parseAnswer,
  repeated,
  withinDeadline,
  type Fetch,
} from '../http/index.js';
import { IdSchema } from '../../model/index.js';
import type { Entity, ItemOf } from './entities.js';
import { autotaskFailure } from './failure.js';
import type { QueryBody } from './filter.js';
import { Scheduler, type CallTerms, type LimitsStore } from './limits/scheduler.js';
import { lookUpZone } from './zone.js';

/** How to get into a tenant: an API-only user with its secret and a tracking identifier (vendor help, API authentication). */
export interface AutotaskAccess {
  readonly user: string;
  readonly secret: string;
  readonly integrationCode: string;
  /** `https://webservicesN.autotask.net/ATServicesRest/`; without it the zone is looked up at the first call. */
  readonly baseUrl?: string | undefined;
  /** Where to look the zone up; default the vendor's entry. */
  readonly entryUrl?: string | undefined;
  readonly fetch?: Fetch | undefined;
  /** Where it is kept how much of the tenant's hour is used. */
  readonly limits?: LimitsStore | undefined;
}

export interface Page<T> {
  readonly items: T[];
  /** The address of the next page, checked to lie beside the query. */
  readonly next: string | null;
}

interface Call {
  /** Child paths count for the child's endpoint. */
  readonly endpoint: string;
  readonly method: 'get' | 'post' | 'patch';
  readonly path: string | URL;
  readonly json?: unknown;
  /** Reads may be repeated, writes never. */
  readonly kind: 'read' | 'write';
  readonly terms: CallTerms;
}

/** Twice the pages that any query has for which all records are read. */
const MOST_PAGES = 4;

const CountSchema = v.object({ queryCount: IdSchema });
const WrittenSchema = v.object({ itemId: IdSchema });

type ItemAnswer<T extends Entity> = v.ObjectSchema<
  { item: v.NullableSchema<T['item'], undefined> },
  undefined
>;
function itemSchema<T extends Entity>(entity: T): ItemAnswer<T> {
  return v.object({ item: v.nullable<T['item']>(entity.item) });
}

const PageDetailsSchema = v.object({ nextPageUrl: v.nullish(v.string(), null) });
type PageAnswer<T extends Entity> = v.ObjectSchema<
  { items: v.ArraySchema<T['item'], undefined>; pageDetails: typeof PageDetailsSchema },
  undefined
>;
function pageSchema<T extends Entity>(entity: T): PageAnswer<T> {
  return v.object({ items: v.array<T['item']>(entity.item), pageDetails: PageDetailsSchema });
}

/** The vendor's REST API as far as we use it: one method per kind of call, answers checked, limits kept. */
export class AutotaskRest {
  readonly #access: AutotaskAccess;
  readonly #scheduler: Scheduler;
  #baseUrl: Promise<URL> | undefined;

  constructor(access: AutotaskAccess) {
    this.#access = access;
    this.#scheduler = new Scheduler({ measure: () => this.#measure(), store: access.limits });
  }

  /** The record, or null where there is none: the vendor answers 404 or an empty item. */
  async find<T extends Entity>(entity: T, id: number, terms: CallTerms): Promise<ItemOf<T> | null> {
    const path = `${entity.name}/${id}`;
    try {
      const answer = await this.#send({ endpoint: entity.name, method: 'get', path, kind: 'read', terms });
      const { item } = parseAnswer(itemSchema(entity), answer);
      if (item !== null && item.id !== id)
        throw new PortalError({ code: 'unknown', detail: 'The answer is another record.' });
      return item;
    } catch (thrown) {
      if (thrown instanceof PortalError && thrown.data.code === 'not-found') return null;
      throw thrown;
    }
  }

  /** One page. A next page is the same POST with the same body: the address carries the position only, not the filter. */
  async page<T extends Entity>(
    entity: T,
    query: QueryBody,
    at: string | null,
    terms: CallTerms,
  ): Promise<Page<ItemOf<T>>> {
    const base = await this.#base(terms.signal);
    if (at !== null && !isPageOf(entity, at, base))
      throw new PortalError({ code: 'not-found', detail: 'Unknown page.' });
    const path = at ?? `${entity.name}/query`;
    const answer = await this.#query(entity, path, query, terms);
    const { items, pageDetails } = parseAnswer(pageSchema(entity), answer);
    const next = pageDetails.nextPageUrl;
    if (next !== null && !isPageOf(entity, next, base))
      throw new PortalError({ code: 'unknown', detail: 'The next page lies on a foreign server.' });
    return { items, next };
  }

  /** Every record that the query finds; for queries that find a few hundred at most. */
  async all<T extends Entity>(entity: T, query: QueryBody, terms: CallTerms): Promise<ItemOf<T>[]> {
    const found: ItemOf<T>[] = [];
    let at: string | null = null;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const page: Page<ItemOf<T>> = await this.page(entity, query, at, terms);
      found.push(...page.items);
      if (page.next === null) return found;
      at = page.next;
    }
    throw new PortalError({ code: 'unknown', detail: 'The answer has no end.' });
  }

  async count(entity: Entity, query: QueryBody, terms: CallTerms): Promise<number> {
    const answer = await this.#query(entity, `${entity.name}/query/count`, query, terms);
    return parseAnswer(CountSchema, answer).queryCount;
  }

  /** `part` is '' for the entity itself or `/fields`. */
  async information<S extends v.GenericSchema>(
    entity: Pick<Entity, 'name'>,
    part: '' | '/fields',
    schema: S,
    terms: CallTerms,
  ): Promise<v.InferOutput<S>> {
    const path = `${entity.name}/entityInformation${part}`;
    const answer = await this.#send({ endpoint: entity.name, method: 'get', path, kind: 'read', terms });
    return parseAnswer(schema, answer);
  }

  /**
   * POST creates, PATCH changes what is named (PUT would empty the rest); the id goes in the body. `parent` is the path of
   * the record below which a child is written, with its slash. Resolves to the id.
   */
  async write(
    entity: Entity,
    method: 'post' | 'patch',
    json: Readonly<Record<string, unknown>>,
    terms: CallTerms,
    parent = '',
  ): Promise<number> {
    const path = `${parent}${entity.name}`;
    const answer = await this.#send({ endpoint: entity.name, method, path, json, kind: 'write', terms });
    return parseAnswer(WrittenSchema, answer).itemId;
  }

  /** How much of the tenant's hour is used. */
  threshold(signal: AbortSignal): Promise<Threshold> {
    return this.#scheduler.threshold(signal);
  }

  #query(entity: Entity, path: string, json: QueryBody, terms: CallTerms): Promise<unknown> {
    return this.#send({ endpoint: entity.name, method: 'post', path, json, kind: 'read', terms });
  }

  /** Every attempt takes its turn, a repeated one too. What was sent is never repeated where it writes. */
  async #send({ endpoint, method, path, json, kind, terms }: Call): Promise<unknown> {
    const { signal } = terms;
    const base = await this.#base(signal);
    const body = json === undefined ? {} : { json };
    const options = { method, signal, ...body };
    const attempt = (): Promise<unknown> =>
      this.#scheduler.run(endpoint, terms, (answered) =>
        // The answer to a write is an id; of a long one the vendor may still be sending when it has begun to arrive.
        this.#call(base, path, options, kind, kind === 'write' ? answered : undefined),
      );
    return kind === 'read' ? repeated(signal, attempt) : attempt();
  }

  /** `onAccepted` is called when it is known that the call was not refused. */
  async #call(
    base: URL,
    path: string | URL,
    options: Options,
    kind: Call['kind'],
    onAccepted: () => void = () => undefined,
  ): Promise<unknown> {
    try {
      const answer = this.#http(base)(path, options);
      const body = answer.json();
      // What it rejects with, the body does too.
      void answer.then(onAccepted, () => undefined);
      return await body;
    } catch (thrown) {
      options.signal?.throwIfAborted();
      throw httpFailure(thrown, (error) => autotaskFailure(error, kind));
    }
  }

  #measure(): Promise<unknown> {
    return withinDeadline(undefined, async (signal) =>
      this.#call(await this.#base(signal), 'ThresholdInformation', { signal }, 'read'),
    );
  }

  #http(base: URL): KyInstance {
    const { user, secret, integrationCode, fetch } = this.#access;
    const headers = { ApiIntegrationCode: integrationCode, UserName: user, Secret: secret };
    return createHttp({ baseUrl: base.href, headers, fetch });
  }

  /** `…/ATServicesRest/V1.0/`. A look-up that failed is tried again at the next call. */
  async #base(signal: AbortSignal): Promise<URL> {
    const { user, baseUrl, entryUrl, fetch } = this.#access;
    if (baseUrl !== undefined) return versioned(baseUrl);
    // Several calls share one look-up, so it must not end with the first caller's signal.
    this.#baseUrl ??= lookUpZone(user, { entryUrl, fetch }).then(({ url }) => versioned(url));
    try {
      return await orAborted(this.#baseUrl, signal);
    } catch (thrown) {
      if (!signal.aborted) this.#baseUrl = undefined;
      throw thrown;
    }
  }
}

function versioned(baseUrl: string): URL {
  return new URL('V1.0/', baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`);
}

/** Whether the secret may go to this address: it must be a query of the same entity on the same server. */
function isPageOf(entity: Entity, address: string, base: URL): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, pathname } = new URL(address);
  const queries = `${base.pathname}${entity.name}/query/`.toLowerCase();
  return origin === base.origin && pathname.toLowerCase().startsWith(queries);
}
