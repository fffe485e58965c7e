import { withMethods, type PortalAdmin, type SettingsSnapshot } from '../../contract/index.js';
import type { ShownNames } from '../../channel/index.js';
import { PROVIDER_COMPANY_ID, sortName, type GlobalSnapshot } from '../../model/index.js';
import type { ConnectionEntry } from '../connections/connection-record.js';
import { accountChanges, accountCreated, contactCreated, globalChanges, settingChanges } from './entries.js';
import type { Journal } from './journal.js';
import { logoWrites } from './logo-writes.js';
import { recordWrite, type RecordedWrite } from './record-write.js';
import { taskfireWrites } from './taskfire-writes.js';

/** By whom, through what and for what it is written. */
export interface JournalContext {
  readonly connection: Pick<ConnectionEntry, 'id' | 'psaOrigin' | 'autotask' | 'portalService'>;
  /** Who was signed in to the PSA's page, as the page shows it. */
  readonly pageUser: string | null;
  /** Whom it is about, as the page or the job's plan shows them. */
  readonly names: ShownNames;
  /** The job whose step it is; its writes may be done again, and are one entry then. */
  readonly jobId: string | null;
}

/**
 * The client with each field of each write in the journal, before it and after it. A write for which there is no room in
 * the journal does not begin: it rejects with `storage-full`.
 */
export function withJournal(client: PortalAdmin, journal: Journal, context: JournalContext): PortalAdmin {
  const { connection, names, pageUser, jobId } = context;
  const users = usersOf(connection);
  const about = (companyId: number, contactId: number | null): RecordedWrite<unknown>['about'] => ({
    psaOrigin: connection.psaOrigin,
    connectionId: connection.id,
    connectionUser: contactId === null ? users.settings : users.accounts,
    ...{ pageUser, companyId, companyName: names.company, jobId },
    ...{ contactId, contactName: contactId === null ? null : names.contact },
  });
  const keep = (snapshot: SettingsSnapshot): SettingsSnapshot => {
    journal.snapshots.keep(connection.id, snapshot.companyId, snapshot);
    return snapshot;
  };
  const keepGlobals = (snapshot: GlobalSnapshot): GlobalSnapshot => {
    journal.globals.keep(connection.id, PROVIDER_COMPANY_ID, snapshot);
    return snapshot;
  };

  return withMethods(client, {
    settings: async (...args) => keep(await client.settings(...args)),

    saveSettings: async (companyId, change, version) => {
      const before = await journal.snapshots.before(connection.id, companyId, version, () =>
        client.settings(companyId),
      );
      return recordWrite(journal, {
        about: about(companyId, null),
        planned: settingChanges(change, before),
        write: async () => keep(await client.saveSettings(companyId, change, version)),
        // The service knows best whom it saw.
        done: (saved) => ({
          changes: settingChanges(change, before, saved),
          connectionUser: saved.changedBy ?? users.settings,
        }),
      });
    },

    globalSettings: async (...args) => keepGlobals(await client.globalSettings(...args)),

    // What all companies inherit is the provider's, and stands in the journal of its own company.
    saveGlobalSettings: async (change, version) => {
      const before = await journal.globals.before(connection.id, PROVIDER_COMPANY_ID, version, () =>
        client.globalSettings(),
      );
      return recordWrite(journal, {
        about: { ...about(PROVIDER_COMPANY_ID, null), companyName: null },
        planned: globalChanges(change, before),
        write: async () => keepGlobals(await client.saveGlobalSettings(change, version)),
        done: (saved) => ({
          changes: globalChanges(change, before, saved),
          connectionUser: saved.changedBy ?? users.settings,
        }),
      });
    },

    ...sectionWrites(client, { journal, about: (companyId) => about(companyId, null) }),

    createContact: (companyId, draft, options) =>
      recordWrite(journal, {
        about: { ...about(companyId, null), connectionUser: users.accounts },
        planned: contactCreated(draft),
        write: () => client.createContact(companyId, draft, options),
        done: (created) => ({
          changes: contactCreated(draft),
          contactId: created.id,
          contactName: sortName(created),
        }),
      }),

    createPortalUser: (companyId, draft, options) =>
      recordWrite(journal, {
        about: about(companyId, draft.contactId),
        planned: accountCreated(draft),
        write: () => client.createPortalUser(companyId, draft, options),
        done: (created) => ({ changes: accountCreated(created) }),
      }),

    changePortalUser: (companyId, portalUserId, change, expected, options) =>
      recordWrite(journal, {
        about: { ...about(companyId, expected?.contactId ?? null), connectionUser: users.accounts },
        planned: accountChanges(change, expected, change),
        write: () => client.changePortalUser(companyId, portalUserId, change, expected, options),
        done: ({ before, after }) => ({
          changes: accountChanges(change, before, after),
          contactId: after.contactId,
        }),
      }),
  });
}

/** What belongs to a company's portal beside its settings. */
function sectionWrites(client: PortalAdmin, context: Parameters<typeof logoWrites>[1]) {
  return { ...taskfireWrites(client, context), ...logoWrites(client, context) };
}

/** Whom the backends see: accounts are the API's, settings the service's, where both are connected. */
function usersOf({ autotask, portalService }: JournalContext['connection']) {
  const access = portalService?.access;
  const service = access?.kind === 'sign-in' ? (access.user ?? 'sign-in') : access?.kind;
  const [api, other] = [autotask?.user, service];
  return { accounts: api ?? other ?? '', settings: other ?? api ?? '' };
}
