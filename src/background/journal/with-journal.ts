import { withMethods, type PortalAdmin, type SettingsSnapshot } from '../../contract/index.js';
import type { ShownNames } from '../../channel/index.js';
import { sortName, type SomeSettings } from '../../model/index.js';
import type { ConnectionEntry } from '../connections/connection-record.js';
import { accountChanges, accountCreated, contactCreated, settingChanges } from './entries.js';
import type { Journal } from './journal.js';
import { recordWrite, type RecordedWrite } from './record-write.js';

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
    journal.snapshots.keep(connection.id, snapshot);
    return snapshot;
  };

  /** What was there under this version; read once more where it passed through an earlier worker. */
  async function settingsAt(companyId: number, version: string): Promise<SomeSettings | undefined> {
    const known = journal.snapshots.find(connection.id, companyId, version);
    if (known !== undefined) return known;
    const now = await client.settings(companyId).catch(() => undefined);
    return now?.version === version ? now.settings : undefined;
  }

  return withMethods(client, {
    settings: async (...args) => keep(await client.settings(...args)),

    saveSettings: async (companyId, change, version) => {
      const before = await settingsAt(companyId, version);
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

/** Whom the backends see: accounts are the API's, settings the service's, where both are connected. */
function usersOf({ autotask, portalService }: JournalContext['connection']) {
  const access = portalService?.access;
  const service = access?.kind === 'sign-in' ? (access.user ?? 'sign-in') : access?.kind;
  const [api, other] = [autotask?.user, service];
  return { accounts: api ?? other ?? '', settings: other ?? api ?? '' };
}
