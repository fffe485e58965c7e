import type { Idle, Permissions, Runtime, Tabs } from 'webextension-polyfill';
import { changedEvent } from '../channel/index.js';
import type { BearerTokens } from '../clients/index.js';
import type { PortalAdmin } from '../contract/index.js';
import { createClients } from './connections/clients.js';
import type { ConnectionServices } from './connections/connection-handlers.js';
import type { ConnectionRecord } from './connections/connection-record.js';
import { createConnectionStore } from './connections/connections.js';
import { sessionSecrets } from './connections/secret-place.js';
import { createSignInSlots } from './connections/sign-in-slots.js';
import {
  createTestConnection,
  type BackendBuilders,
  type FindWebOrigin,
} from './connections/test-connection.js';
import type { Frames } from './frames/frames.js';
import { tellWhenFull, type LocalArea } from './local-area.js';
import { createGrantedHosts } from './permissions/granted-hosts.js';
import { createPageAgents, type PageAgentBrowser } from './permissions/page-agents.js';
import type { SessionArea } from './session-area.js';
import { createSignIn, type SignIn } from './sign-in/index.js';
import { createAutoLock } from './vault/auto-lock.js';
import type { VaultServices } from './vault/vault-handlers.js';
import { VaultStore } from './vault/vault.js';

export interface AccessBrowser {
  readonly runtime: Pick<Runtime.Static, 'getManifest' | 'sendMessage'>;
  readonly session: SessionArea;
  readonly local: LocalArea;
  readonly scripting: PageAgentBrowser['scripting'];
  readonly tabs: Pick<Tabs.Static, 'query'>;
  readonly permissions: Pick<Permissions.Static, 'getAll'>;
  readonly idle: Pick<Idle.Static, 'setDetectionInterval' | 'queryState'>;
}

export interface AccessOptions {
  readonly preset: ConnectionRecord | null;
  readonly build: BackendBuilders & {
    readonly combined: (record: ConnectionRecord, signIn: BearerTokens) => PortalAdmin;
  };
  readonly findWebOrigin: FindWebOrigin;
  /** Told the name of something stored that cannot be read any more and is left out; never its content. */
  readonly onDamaged: (name: string) => void;
  /** Replaces the vault's own; for tests. */
  readonly vaultIterations?: number;
}

/** What outlives the worker: connections and their secrets. */
function createKeepers(browser: AccessBrowser, { preset, onDamaged, vaultIterations }: AccessOptions) {
  const { session } = browser;
  const local = tellWhenFull(browser.local);
  const hosts = createGrantedHosts(browser.permissions);
  const granted = () => hosts.patterns();
  const vault = new VaultStore({ local, session, onDamaged, iterations: vaultIterations });
  const autoLock = createAutoLock({ idle: browser.idle, local, lock: () => vault.lock() });
  const secrets = { session: sessionSecrets(session), vault: vault.secrets };
  const isVaultLocked = async () => (await vault.state()) !== 'unlocked';
  const connections = createConnectionStore({
    ...{ session, local, preset, onDamaged, secrets, isVaultLocked, granted },
  });
  const psaOrigins = async () => (await connections.all()).map(({ psaOrigin }) => psaOrigin);
  const pageAgents = createPageAgents({ browser, granted, psaOrigins });
  return { hosts, granted, vault, autoLock, secrets, isVaultLocked, connections, psaOrigins, pageAgents };
}
type Keepers = ReturnType<typeof createKeepers>;

/** Tells everyone who shows something of a connection, or waits for one, that it is another one now. */
function createNews({ runtime }: AccessBrowser, frames: Frames, listeners: readonly (() => Promise<void>)[]) {
  return async function tellChanged(psaOrigins: readonly string[]): Promise<void> {
    const told = [...new Set(psaOrigins)].map((origin) => frames.publish({ kind: 'connection' }, origin));
    // Rejects where no page of ours is open.
    const pages = runtime.sendMessage(changedEvent({ kind: 'connection' })).catch(() => undefined);
    await Promise.all([...told, pages]);
    for (const listener of listeners) await listener();
  };
}

/** The access to the backends: connections, the vault with their secrets, sign-ins, permissions, and the clients. */
export function createAccess(browser: AccessBrowser, options: AccessOptions, frames: Frames) {
  const { build } = options;
  const keepers = createKeepers(browser, options);
  const { hosts, granted, vault, autoLock, connections, psaOrigins, pageAgents } = keepers;
  const listeners: (() => Promise<void>)[] = [];
  const tellChanged = createNews(browser, frames, listeners);
  const signIn = createSignIn({
    session: browser.session,
    connection: createSignInSlots({ ...keepers, onChanged: connectionChanged }),
  });
  const clients = createClients({
    ...keepers,
    build: (record) => build.combined(record, signIn.tokens(record.id)),
    onChange: (change, psaOrigin) => void frames.publish(change, psaOrigin),
  });

  async function connectionChanged(id: string): Promise<void> {
    clients.drop(id);
    const entry = await connections.entry(id);
    await tellChanged(entry === undefined ? [] : [entry.psaOrigin]);
  }

  /** The vault was unlocked or locked: its clients hold secrets, and its frames show what they could or could not read. */
  async function vaultChanged(): Promise<void> {
    const kept = (await connections.all()).filter(({ keep }) => keep === 'vault');
    kept.forEach(({ id }) => clients.drop(id));
    await tellChanged(kept.map(({ psaOrigin }) => psaOrigin));
  }
  vault.onUnlocked(vaultChanged);
  vault.onLocked(async () => {
    await signIn.dropAccessTokens();
    await vaultChanged();
  });

  async function connectionsChanged(origins: readonly string[]): Promise<void> {
    await Promise.all([pageAgents.reconcile(), tellChanged(origins)]);
  }

  return {
    ...{ granted, vault, connections, clients, signIn },
    forConnections: connectionServices(keepers, options, signIn, async (id, origins) => {
      clients.drop(id);
      await connectionsChanged(origins);
    }),
    forVault: {
      vault,
      autoLock,
      forget: async () => {
        const origins = await psaOrigins();
        await vault.forget([autoLock.key, ...(await connections.keysOnDisk())]);
        clients.dropAll();
        await connectionsChanged(origins);
      },
    } satisfies VaultServices,
    /** Calls back whenever a connection may have become usable, or unusable: by the vault, a sign-in, a permission. */
    onChanged(listener: () => Promise<void>): void {
      listeners.push(listener);
    },
    /** At each start of the worker. */
    start: async (): Promise<void> => {
      await Promise.all([autoLock.start(), pageAgents.reconcile()]);
    },
    /** For `idle.onStateChanged`. */
    idleChanged: (state: Idle.IdleState): Promise<void> => autoLock.stateChanged(state),
    /** For `permissions.onAdded` and `onRemoved`. */
    permissionsChanged: async (): Promise<void> => {
      hosts.changed();
      await connectionsChanged(await psaOrigins());
    },
  };
}

function connectionServices(
  { connections, granted, vault }: Keepers,
  { build, findWebOrigin }: AccessOptions,
  signIn: SignIn,
  onChanged: ConnectionServices['onChanged'],
): Omit<ConnectionServices, 'answerWithin'> {
  return {
    ...{ connections, granted, onChanged },
    testConnection: createTestConnection(build, findWebOrigin, async (record) =>
      (await connections.isSignedIn(record)) ? signIn.tokens(record.id) : undefined,
    ),
    vaultState: () => vault.state(),
    signOut: (id) => signIn.signOut(id),
  };
}
