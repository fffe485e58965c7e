import type { PortalAdmin } from '../../contract/index.js';
import type { GlobalChange, Logo, LogoSlot, SomeSettings, SsoEvent } from '../../model/index.js';
import { demoData } from './demo-data.js';
import { globalMethods } from './global-methods.js';
import { capabilitiesFor, type Limits, type Permission } from './limits.js';
import { logoMethods } from './logo-methods.js';
import type { MemoryData } from './memory-data.js';
import { MemoryDesk } from './memory-desk.js';
import { accountMethods, contactMethods } from './people-methods.js';
import { providerMethods } from './provider-methods.js';
import { changedGlobals, changedSettings } from './rules.js';
import { settingsMethods } from './settings-methods.js';
import { ssoMethods } from './sso-methods.js';
import { MemoryStore } from './store.js';
import { taskfireByAnother, type TaskfireByAnother } from './taskfire-changes.js';
import { taskfireMethods } from './taskfire-methods.js';
import { UnreliableLine, type Failure } from './unreliable-line.js';

export interface MemoryClientOptions {
  /** Default: `demoData()`. It is copied. */
  readonly seed?: MemoryData;
  /** How long each call takes. Default 0, which still answers asynchronously. */
  readonly latencyMs?: number;
  readonly failures?: readonly Failure[];
  /** Default `admin`. */
  readonly permission?: Permission;
  /** What the imitated backend cannot do, for example settings without a public API. */
  readonly limits?: Limits;
  /** Rows per page. Default 500, as the vendor's REST API has it. */
  readonly pageSize?: number;
  /** The clock for `changedAt`, and the moment up to which the demo data's people sign in. */
  readonly now?: () => Date;
}

/** A `PortalAdmin` that is its own backend, with two hands for stories and tests: what others do, and what goes wrong. */
export interface MemoryClient extends PortalAdmin {
  /** Somebody else saves these settings now, under this name, without any event here. */
  savedByAnother(companyId: number, change: SomeSettings, name?: string): void;
  /** The same for the global settings. */
  globalSavedByAnother(change: GlobalChange, name?: string): void;
  /** Somebody else changes Taskfire now, without any event here. */
  readonly taskfireByAnother: TaskfireByAnother;
  /** Somebody signs in through an identity provider, or tries to; without any event here. */
  signInHappened(companyId: number, event: Omit<SsoEvent, 'id' | 'at'>): void;
  /** Somebody else sets a logo, or removes it with null; without any event here. */
  logoByAnother(companyId: number, slot: LogoSlot, logo: Logo | null): void;
  /** The next calls of one method fail. */
  fail(failure: Failure): void;
}

/** A complete portal administration in memory: for demos, stories, tests and hosts without a backend. */
export function createMemoryClient(options: MemoryClientOptions = {}): MemoryClient {
  const desk = createDesk(options);
  const { store, line, listeners } = desk;
  return {
    ...providerMethods(desk),
    ...settingsMethods(desk),
    ...taskfireMethods(desk),
    ...ssoMethods(desk),
    ...logoMethods(desk),
    ...globalMethods(desk),
    ...contactMethods(desk),
    ...accountMethods(desk),
    subscribe: (listener) => listeners.add(listener),
    savedByAnother: (companyId, change, name = 'Somebody else') => {
      const company = store.company(companyId);
      store.saveSettings(companyId, changedSettings(store.data, company, change), name);
    },
    globalSavedByAnother: (change, name = 'Somebody else') => {
      store.saveGlobalSettings(changedGlobals(store.data, change), name);
    },
    taskfireByAnother: taskfireByAnother(store, 'Somebody else'),
    signInHappened: (companyId, event) => {
      store.addSignIn(companyId, event);
    },
    logoByAnother: (companyId, slot, logo) => {
      store.putLogo(companyId, slot, logo);
    },
    fail: (failure) => {
      line.order(failure);
    },
  };
}

function createDesk(options: MemoryClientOptions): MemoryDesk {
  const line = new UnreliableLine(options.latencyMs ?? 0);
  for (const failure of options.failures ?? []) line.order(failure);
  const now = options.now ?? (() => new Date());
  return new MemoryDesk({
    store: new MemoryStore(options.seed ?? demoData(now()), now),
    line,
    capabilities: capabilitiesFor(options.permission ?? 'admin', options.limits ?? {}),
    pageSize: options.pageSize ?? 500,
  });
}
