import type { PortalChange } from '../contract/index.js';
import { createAsk } from './ask.js';
import type {
  ConnectionDraft,
  ConnectionSummary,
  SaveResult,
  SignInResult,
  TestResult,
} from './connection.js';
import type { LivenessOptions } from './liveness.js';
import { subscribe } from './remote-portal-admin.js';
import type { Transport } from './transport.js';

/** The connections that the worker keeps, for the extension's own pages. Every method rejects with a `PortalError`. */
export interface Connections {
  list(): Promise<ConnectionSummary[]>;
  save(draft: ConnectionDraft): Promise<SaveResult>;
  /** Calls each backend of the draft for real; nothing is kept. */
  test(draft: ConnectionDraft): Promise<TestResult>;
  /** Makes it the one that its PSA's pages use. */
  activate(connectionId: string): Promise<void>;
  /** Signs out first where somebody is signed in. */
  forget(connectionId: string): Promise<void>;
  /** Resolves with the address at which the person signs in; `redirectUri` is where they come back to. */
  beginSignIn(connectionId: string, redirectUri: string): Promise<string>;
  /** `redirectUrl` is the address that the service sent the person back to, with its answer. */
  finishSignIn(connectionId: string, redirectUrl: string): Promise<SignInResult>;
  /** Resolves to false where the service could not be told: its tokens then end by age only. */
  signOut(connectionId: string): Promise<boolean>;
  /** Calls back after each change, also by another page. Returns how to stop. */
  subscribe(listener: (change: PortalChange) => void): () => void;
}

export function createConnectionsClient(transport: Transport, options: LivenessOptions = {}): Connections {
  const ask = createAsk(transport, options);
  return {
    list: () => ask('connections', {}),
    save: (draft) => ask('save-connection', draft),
    test: (draft) => ask('test-connection', draft),
    activate: async (connectionId) => {
      await ask('activate-connection', { connectionId });
    },
    forget: async (connectionId) => {
      await ask('forget-connection', { connectionId });
    },
    beginSignIn: async (connectionId, redirectUri) => {
      const { authorizationUrl } = await ask('begin-sign-in', { connectionId, redirectUri });
      return authorizationUrl;
    },
    finishSignIn: (connectionId, redirectUrl) => ask('finish-sign-in', { connectionId, redirectUrl }),
    signOut: async (connectionId) => (await ask('sign-out', { connectionId })).revoked,
    subscribe: (listener) => subscribe(transport, listener),
  };
}
