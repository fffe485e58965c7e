import type { PortalChange } from '../contract/index.js';
import { createAsk } from './ask.js';
import type { ConnectionDraft, ConnectionSummary, SaveResult, TestResult } from './connection.js';
import type { LivenessOptions } from './liveness.js';
import { subscribe } from './remote-portal-admin.js';
import type { Transport } from './transport.js';

/** The connections that the worker keeps, for the extension's own pages. Every method rejects with a `PortalError`. */
export interface Connections {
  list(): Promise<ConnectionSummary[]>;
  save(draft: ConnectionDraft): Promise<SaveResult>;
  /** Calls each backend of the draft for real; nothing is kept. */
  test(draft: ConnectionDraft): Promise<TestResult>;
  forget(psaOrigin: string): Promise<void>;
  /** Calls back after each change, also by another page. Returns how to stop. */
  subscribe(listener: (change: PortalChange) => void): () => void;
}

export function createConnectionsClient(transport: Transport, options: LivenessOptions = {}): Connections {
  const ask = createAsk(transport, options);
  return {
    list: () => ask('connection-state', {}),
    save: (draft) => ask('save-connection', draft),
    test: (draft) => ask('test-connection', draft),
    forget: async (psaOrigin) => {
      await ask('forget-connection', { psaOrigin });
    },
    subscribe: (listener) => subscribe(transport, listener),
  };
}
