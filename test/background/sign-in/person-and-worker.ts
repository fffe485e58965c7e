import * as v from 'valibot';
import {
  createSignIn,
  type SignIn,
  type SignInRecord,
  type SignInSlot,
} from '../../../src/background/sign-in/index.js';
import type { SignInResult } from '../../../src/channel/index.js';
import { createPortalServiceClient } from '../../../src/clients/index.js';
import {
  PortalError,
  toPortalError,
  type PortalAdmin,
  type PortalErrorData,
} from '../../../src/contract/index.js';
import { REDIRECT_URI, signInAt } from '../../sandbox/support/authorization.js';
import type { TestSandbox } from '../../sandbox/support/sandbox.js';
import { createArea } from '../fake-area.js';

export const CONNECTION = '5b0a4f0e-5d57-4c0e-9a1c-7f9f5f1f0a11';

/** A browser with one connection to the portal service: what is stored outlives the workers that are started in it. */
export class BrowserWithWorker {
  readonly stored = new Map<string, unknown>();
  record: SignInRecord | null = null;
  isLocked = false;
  /** Added to the clock, in ms. */
  clockSkew = 0;
  /** Replaces the slot's `write` where a test wants it to fail or to take for ever. */
  write: SignInSlot['write'] | undefined;
  signIn: SignIn = this.startWorker();

  constructor(public service: Pick<TestSandbox, 'url'>) {}

  /** What was in the memory of the worker before is gone. */
  startWorker(fetch?: typeof globalThis.fetch): SignIn {
    const slot: SignInSlot = {
      read: () => this.unlessLocked(() => structuredClone(this.record)),
      write: (record) => (this.write ?? this.store)(record),
    };
    this.signIn = createSignIn({
      session: createArea(this.stored),
      connection: (id) =>
        Promise.resolve(id === CONNECTION ? { serviceUrl: this.serviceUrl, slot } : undefined),
      now: () => Date.now() + this.clockSkew,
      ...(fetch === undefined ? {} : { fetch }),
    });
    return this.signIn;
  }

  get serviceUrl(): string {
    return `${this.service.url()}portal/v1`;
  }

  readonly store = (record: SignInRecord | null): Promise<void> =>
    this.unlessLocked(() => {
      this.record = structuredClone(record);
    });

  /** What a tab uses. */
  client(): PortalAdmin {
    return createPortalServiceClient({ baseUrl: this.serviceUrl, tokens: this.signIn.tokens(CONNECTION) });
  }

  /** The options page and the person in front of it. */
  async signInAs(user: 'admin' | 'viewer' = 'admin'): Promise<SignInResult> {
    const { authorizationUrl } = await this.signIn.begin(CONNECTION, REDIRECT_URI);
    return this.signIn.finish(CONNECTION, await signInAt(this.service, authorizationUrl, user));
  }

  token(): Promise<string> {
    return this.signIn.tokens(CONNECTION).token(AbortSignal.timeout(15_000));
  }

  /** A tab asks a worker that will end meanwhile: nobody is left to hear what comes of it. */
  askInVain(): void {
    this.token().catch(() => undefined);
  }

  get refreshToken(): string {
    if (this.record?.state !== 'signed-in') throw new Error('nobody is signed in');
    return this.record.refreshToken;
  }

  /** As if its time had come. */
  async forgetAccessToken(): Promise<void> {
    await this.signIn.dropAccessTokens();
  }

  private unlessLocked<T>(task: () => T): Promise<T> {
    return this.isLocked ? Promise.reject(new PortalError({ code: 'locked' })) : Promise.resolve(task());
  }
}

/** What a promise rejects with, as data. */
export async function errorOf(promise: Promise<unknown>): Promise<PortalErrorData> {
  try {
    await promise;
  } catch (thrown) {
    return toPortalError(thrown).data;
  }
  throw new Error('nothing was thrown');
}

const LogSchema = v.object({ requests: v.array(v.object({ method: v.string(), path: v.string() })) });

/** How often the sandbox was asked for this since its log was emptied. */
export async function timesAsked(sandbox: TestSandbox, method: string, path: string): Promise<number> {
  const { requests } = v.parse(LogSchema, (await sandbox.call('GET', '/_sandbox/log')).json);
  return requests.filter((one) => one.method === method && one.path.endsWith(path)).length;
}
