import type { KyInstance, Options } from 'ky';
import * as v from 'valibot';
import { PortalError, SettingsSnapshotSchema, type SettingsSnapshot } from '../../contract/index.js';
import { isSameSetting, settingKeys, type SomeSettings } from '../../model/index.js';
import { isAnswerLost } from '../answer-lost.js';
import { createHttp, httpFailure, parseAnswer, repeated, type Fetch } from '../http/index.js';
import type { BearerTokens } from './bearer-tokens.js';
import { portalServiceFailure } from './failure.js';

/** Where the service is and who we are there. */
export interface PortalServiceAccess {
  /** For example `https://psa.example/portal/v1`. */
  readonly baseUrl: string;
  /** What goes into the bearer header. */
  readonly tokens: BearerTokens;
  readonly fetch?: Fetch | undefined;
}

/** What is to be written. `path` is relative to the service. */
export interface Write {
  readonly method: 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly json?: unknown;
  /**
   * Whether doing it twice would be a second one. Chromium sends a request once more by itself, a POST too, where a connection
   * breaks on which there was an answer before (measured); by the key that goes along a service knows the two for one.
   */
  readonly isCreate?: boolean;
}

/** A write that holds only for what it was decided on. */
export interface VersionedWrite extends Write {
  readonly version: string;
}

/** The contract's shape; the schema alone writes a missing key as "may be undefined", which JSON cannot be. */
const SnapshotSchema = v.pipe(
  SettingsSnapshotSchema,
  v.guard((snapshot): snapshot is SettingsSnapshot => !Object.values(snapshot.settings).includes(undefined)),
);

/** Another company's settings are no answer, however well they are formed. */
function snapshotOf(companyId: number) {
  return v.pipe(
    SnapshotSchema,
    v.check((snapshot) => snapshot.companyId === companyId, 'another company'),
  );
}

/** The calls of `docs/portal-service.openapi.yaml`, answers checked. */
export class PortalServiceRest {
  readonly #http: KyInstance;
  readonly #tokens: BearerTokens;

  constructor({ baseUrl, tokens, fetch }: PortalServiceAccess) {
    this.#tokens = tokens;
    this.#http = createHttp({ baseUrl: baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`, headers: {}, fetch });
  }

  async get<S extends v.GenericSchema>(
    path: string,
    schema: S,
    signal: AbortSignal,
  ): Promise<v.InferOutput<S>> {
    return parseAnswer(schema, await repeated(signal, () => this.#send(path, signal, {})));
  }

  /** Reads what a body asks for: it may be too long for an address. */
  async query<S extends v.GenericSchema>(
    path: string,
    json: unknown,
    schema: S,
    signal: AbortSignal,
  ): Promise<v.InferOutput<S>> {
    const options = { method: 'post', json };
    return parseAnswer(schema, await repeated(signal, () => this.#send(path, signal, options)));
  }

  settings(companyId: number, signal: AbortSignal): Promise<SettingsSnapshot> {
    return this.get(`companies/${companyId}/settings`, snapshotOf(companyId), signal);
  }

  /** Never repeated: where the answer is lost, whoever asked reads again and decides. */
  async write<S extends v.GenericSchema>(
    { path, version, isCreate = false, ...options }: Write & Partial<VersionedWrite>,
    schema: S,
    signal: AbortSignal,
  ): Promise<v.InferOutput<S>> {
    const headers = {
      ...(version === undefined ? {} : { 'If-Match': version }),
      ...(isCreate ? { 'Idempotency-Key': `"${crypto.randomUUID()}"` } : {}),
    };
    return parseAnswer(schema, await this.#send(path, signal, options, headers));
  }

  /** Never repeated. When the answer is lost, the settings themselves tell whether they were saved. */
  async saveSettings(
    companyId: number,
    json: SomeSettings,
    version: string,
    signal: AbortSignal,
  ): Promise<SettingsSnapshot> {
    try {
      const path = `companies/${companyId}/settings`;
      const answer = await this.#send(path, signal, { method: 'patch', json }, { 'If-Match': version });
      return parseAnswer(snapshotOf(companyId), answer);
    } catch (thrown) {
      if (!(thrown instanceof PortalError)) throw thrown;
      const theirs = thrown.as('conflict')?.theirs;
      if (theirs !== undefined) parseAnswer(snapshotOf(companyId), theirs);
      if (!isAnswerLost(thrown)) throw thrown;
      const now = await this.#lookAgain(companyId, thrown, signal);
      if (now.version === version || !hasAlready(now.settings, json)) throw thrown;
      return now;
    }
  }

  async #lookAgain(companyId: number, thrown: PortalError, signal: AbortSignal): Promise<SettingsSnapshot> {
    try {
      return await this.settings(companyId, signal);
    } catch {
      // Where even the look fails, the first failure is what the admin should hear.
      throw thrown;
    }
  }

  /** A refused token is worth one more try with another, a write too: 401 says that nothing was done. */
  async #send(
    path: string,
    signal: AbortSignal,
    options: Options,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<unknown> {
    const ask = (token: string): Promise<unknown> =>
      this.#ask(
        path,
        { signal, ...options, headers: { ...headers, Authorization: `Bearer ${token}` } },
        signal,
      );
    const token = await this.#tokens.token(signal);
    try {
      return await ask(token);
    } catch (thrown) {
      const isRefused = thrown instanceof PortalError && thrown.data.code === 'auth';
      if (!isRefused || !(await this.#tokens.refused(token))) throw thrown;
      return ask(await this.#tokens.token(signal));
    }
  }

  async #ask(path: string, options: Options, signal: AbortSignal): Promise<unknown> {
    try {
      return await this.#http(path, options).json();
    } catch (thrown) {
      signal.throwIfAborted();
      throw this.#withReason(httpFailure(thrown, portalServiceFailure));
    }
  }

  #withReason(error: PortalError): PortalError {
    const auth = error.as('auth');
    const { refusalReason } = this.#tokens;
    if (auth === undefined || refusalReason === undefined) return error;
    return new PortalError({ ...auth, reason: refusalReason }, { cause: error });
  }
}

function hasAlready(now: SomeSettings, change: SomeSettings): boolean {
  return settingKeys.every((key) => change[key] === undefined || isSameSetting(now[key], change[key]));
}
