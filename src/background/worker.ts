import type { Idle, Permissions, Runtime, Tabs } from 'webextension-polyfill';
import { changedEvent, createDispatch } from '../channel/index.js';
import type { PortalAdmin } from '../contract/index.js';
import { createPageGuard } from './border/page-guard.js';
import { createRefusals } from './border/refusals.js';
import { createWriteLog } from './calls/write-log.js';
import { createClients } from './connections/clients.js';
import type { ConnectionRecord } from './connections/connection-record.js';
import { createConnectionStore } from './connections/connections.js';
import { sessionSecrets } from './connections/secret-place.js';
import {
  createTestConnection,
  type BackendBuilders,
  type FindWebOrigin,
} from './connections/test-connection.js';
import type { Database } from './database/index.js';
import { describeError } from './describe-error.js';
import { createFrames } from './frames/frames.js';
import { createJournal } from './journal/journal.js';
import { tellWhenFull, type LocalArea } from './local-area.js';
import { createGrantedHosts } from './permissions/granted-hosts.js';
import { createPageAgents, type PageAgentBrowser } from './permissions/page-agents.js';
import { createHandlers } from './serve.js';
import type { SessionArea } from './session-area.js';
import { createAutoLock } from './vault/auto-lock.js';
import { VaultStore } from './vault/vault.js';

/** ms. Firefox ends a worker 30 s after the last event even with an answer due, and the channel waits 20 s. */
const ANSWER_WITHIN = 19_000;

/** The part of the browser's API that the worker uses. */
export interface WorkerBrowser {
  readonly runtime: Pick<Runtime.Static, 'id' | 'getURL' | 'getManifest' | 'sendMessage'>;
  readonly session: SessionArea;
  readonly local: LocalArea;
  readonly scripting: PageAgentBrowser['scripting'];
  readonly tabs: Pick<Tabs.Static, 'query' | 'sendMessage'>;
  readonly permissions: Pick<Permissions.Static, 'getAll'>;
  readonly idle: Pick<Idle.Static, 'setDetectionInterval' | 'queryState'>;
  readonly database: Database;
}

export interface WorkerOptions {
  readonly preset: ConnectionRecord | null;
  readonly build: BackendBuilders & { readonly combined: (record: ConnectionRecord) => PortalAdmin };
  readonly findWebOrigin: FindWebOrigin;
  /** Told the name of something stored that cannot be read any more and is left out; never its content. */
  readonly onDamaged: (name: string) => void;
  /** Replaces the built-in deadline of an answer (ms); for tests. */
  readonly answerWithin?: number;
  /** Replaces the vault's own; for tests. */
  readonly vaultIterations?: number;
}

/** What outlives the worker: connections and their secrets. */
function createKeepers(browser: WorkerBrowser, { preset, onDamaged, vaultIterations }: WorkerOptions) {
  const { session } = browser;
  const local = tellWhenFull(browser.local);
  const granted = createGrantedHosts(browser.permissions);
  const vault = new VaultStore({ local, session, onDamaged, iterations: vaultIterations });
  const autoLock = createAutoLock({ idle: browser.idle, local, lock: () => vault.lock() });
  const connections = createConnectionStore({
    ...{ session, local, preset, onDamaged },
    secrets: { session: sessionSecrets(session), vault: vault.secrets },
    isVaultLocked: async () => (await vault.state()) !== 'unlocked',
    granted: () => granted.patterns(),
  });
  const psaOrigins = async () => (await connections.all()).map(({ psaOrigin }) => psaOrigin);
  const pageAgents = createPageAgents({ browser, granted: () => granted.patterns(), psaOrigins });
  return { granted, vault, autoLock, connections, psaOrigins, pageAgents };
}

/**
 * Puts the worker together: `dispatch(message, sender)` answers every message, the rest is for the browser's own events.
 * All that must survive the worker's end is stored; what is here in memory (clients, writes under way) is made anew.
 */
export function createWorker(browser: WorkerBrowser, options: WorkerOptions) {
  const { runtime, session } = browser;
  const { build, findWebOrigin, answerWithin = ANSWER_WITHIN } = options;
  const refusals = createRefusals();
  const { granted, vault, autoLock, connections, psaOrigins, pageAgents } = createKeepers(browser, options);
  const frames = createFrames(browser);
  const guard = createPageGuard({ frames, tabs: browser.tabs, refusals });
  const journal = createJournal(browser.database);
  const clients = createClients({
    connections,
    build: build.combined,
    granted: () => granted.patterns(),
    onChange: (change, psaOrigin) => void frames.publish(change, psaOrigin),
  });

  /** Tells the frames of these PSAs, and the extension's pages, that their connection is another one now. */
  async function tellChanged(psaOrigins: readonly string[]): Promise<void> {
    const told = [...new Set(psaOrigins)].map((origin) => frames.publish({ kind: 'connection' }, origin));
    // Rejects where no page of ours is open.
    const pages = runtime.sendMessage(changedEvent({ kind: 'connection' })).catch(() => undefined);
    await Promise.all([...told, pages]);
  }

  /** The vault was unlocked or locked: its clients hold secrets, and its frames show what they could or could not read. */
  async function vaultChanged(): Promise<void> {
    const kept = (await connections.all()).filter(({ keep }) => keep === 'vault');
    kept.forEach(({ id }) => clients.drop(id));
    await tellChanged(kept.map(({ psaOrigin }) => psaOrigin));
  }
  vault.onUnlocked(vaultChanged);
  vault.onLocked(vaultChanged);

  const handlers = createHandlers({
    workerId: crypto.randomUUID(),
    ...{ frames, refusals, journal },
    forCalls: {
      ...{ answerWithin, connections, clients, frames, guard, refusals, journal },
      writeOnce: createWriteLog(session),
    },
    forConnections: {
      answerWithin,
      connections,
      testConnection: createTestConnection(build, findWebOrigin),
      granted: () => granted.patterns(),
      vaultState: () => vault.state(),
      signOut: () => Promise.resolve(),
      onChanged: async (id, origins) => {
        clients.drop(id);
        await Promise.all([pageAgents.reconcile(), tellChanged(origins)]);
      },
    },
    forVault: {
      vault,
      autoLock,
      forget: async () => {
        const origins = await psaOrigins();
        await vault.forget([autoLock.key, ...(await connections.keysOnDisk())]);
        clients.dropAll();
        await Promise.all([pageAgents.reconcile(), tellChanged(origins)]);
      },
    },
  });
  const dispatch = createDispatch(handlers, {
    rules: async () => ({
      extensionId: runtime.id,
      extensionUrl: runtime.getURL(''),
      hostPermissions: await granted.patterns(),
    }),
    onRefused: refusals.count,
    describe: describeError,
  });
  return {
    dispatch,
    /** At each start of the worker. */
    start: async (): Promise<void> => {
      await Promise.all([autoLock.start(), pageAgents.reconcile()]);
    },
    /** For `idle.onStateChanged`. */
    idleChanged: (state: Idle.IdleState): Promise<void> => autoLock.stateChanged(state),
    /** For `permissions.onAdded` and `onRemoved`. */
    permissionsChanged: async (): Promise<void> => {
      granted.changed();
      await pageAgents.reconcile();
      await tellChanged(await psaOrigins());
    },
  };
}
