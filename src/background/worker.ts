import type { Runtime, Scripting, Tabs } from 'webextension-polyfill';
import { changedEvent, createDispatch, type Refusal } from '../channel/index.js';
import type { PortalAdmin } from '../contract/index.js';
import { createClients } from './clients.js';
import type { ConnectionRecord } from './connection-record.js';
import { createConnectionStore } from './connections.js';
import { describeError } from './describe-error.js';
import { createFrames } from './frames/frames.js';
import { createHandlers } from './serve.js';
import type { SessionArea } from './session-area.js';
import { createTestConnection, type BackendBuilders, type FindWebOrigin } from './test-connection.js';
import { createWriteLog } from './write-log.js';

/** ms. Firefox ends a worker 30 s after the last event even with an answer due, and the channel waits 20 s. */
const ANSWER_WITHIN = 19_000;

/** The part of the browser's API that the worker uses. */
export interface WorkerBrowser {
  readonly runtime: Pick<Runtime.Static, 'id' | 'getURL' | 'getManifest' | 'sendMessage'>;
  readonly session: SessionArea;
  readonly scripting: Pick<Scripting.Static, 'executeScript'>;
  readonly tabs: Pick<Tabs.Static, 'query' | 'sendMessage'>;
}

export interface WorkerOptions {
  readonly preset: ConnectionRecord | null;
  readonly build: BackendBuilders & { readonly combined: (record: ConnectionRecord) => PortalAdmin };
  readonly findWebOrigin: FindWebOrigin;
  /** Replaces the built-in deadline of an answer (ms); for tests. */
  readonly answerWithin?: number;
}

/**
 * Puts the worker together: `dispatch(message, sender)` answers every message. All that must survive the worker's end is
 * in `session`; what is here in memory (clients, writes under way) is made anew.
 */
export function createWorker(browser: WorkerBrowser, options: WorkerOptions) {
  const { runtime, session } = browser;
  const { preset, build, findWebOrigin, answerWithin = ANSWER_WITHIN } = options;
  const hostPermissions = permissionsOf(runtime);
  const refusals = new Map<Refusal, number>();
  const connections = createConnectionStore(session, preset);
  const frames = createFrames(browser);
  const clients = createClients({
    connections,
    build: build.combined,
    onChange: (change, psaOrigin) => void frames.publish(change, psaOrigin),
  });

  async function onConnectionChanged(psaOrigin: string): Promise<void> {
    clients.drop(psaOrigin);
    await frames.publish({ kind: 'connection' }, psaOrigin);
    // Rejects where no page of ours is open.
    await runtime.sendMessage(changedEvent({ kind: 'connection' })).catch(() => undefined);
  }

  const handlers = createHandlers({
    workerId: crypto.randomUUID(),
    answerWithin,
    hostPermissions,
    connections,
    clients,
    frames,
    writeOnce: createWriteLog(session),
    testConnection: createTestConnection(build, findWebOrigin),
    refused: () => [...refusals.values()].reduce((sum, count) => sum + count, 0),
    onConnectionChanged,
  });
  return createDispatch(handlers, {
    rules: { extensionId: runtime.id, extensionUrl: runtime.getURL(''), hostPermissions },
    onRefused: (refusal) => refusals.set(refusal, (refusals.get(refusal) ?? 0) + 1),
    describe: describeError,
  });
}

function permissionsOf(runtime: WorkerBrowser['runtime']): readonly string[] {
  const manifest = runtime.getManifest();
  return manifest.manifest_version === 3 ? (manifest.host_permissions ?? []) : [];
}
