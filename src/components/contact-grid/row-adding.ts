import { toPortalError, type PortalError } from '../../contract/index.js';
import { isAsDrafted, type Contact, type ContactDraft } from '../../model/index.js';
import type { ChangeTarget } from './row-changes.js';

/** After these nobody knows whether the contact was added. */
const UNCERTAIN: readonly string[] = ['offline', 'worker-restarted', 'unknown'];

/** A contact of which nobody knows whether it was added; the next try begins with a look. */
interface Doubt {
  readonly sent: string;
  /** Contacts that looked like it before it was first sent. */
  readonly before: ReadonlySet<number>;
}

/**
 * Adds contacts, each of them once. Nothing tells two equal contacts apart but their ids: where the answer to one was lost,
 * the company's newest contacts are looked through before it is sent again.
 */
export class RowAdding {
  #doubt: Doubt | undefined;

  /** Resolves to the contact that was added, or to why it was not; never rejects. */
  async add(target: ChangeTarget, draft: ContactDraft): Promise<Contact | PortalError> {
    const { admin, companyId, rows } = target;
    const sent = JSON.stringify([companyId, draft]);
    const isRepeated = this.#doubt?.sent === sent;
    const doubt = isRepeated && this.#doubt ? this.#doubt : { sent, before: idsAsDrafted(target, draft) };
    try {
      const contact =
        (isRepeated ? await found(target, draft, doubt) : undefined) ??
        (await admin.createContact(companyId, draft));
      this.#doubt = undefined;
      rows.insert({ contact, portalUser: null });
      return contact;
    } catch (thrown) {
      return this.#failed(target, draft, doubt, toPortalError(thrown));
    }
  }

  async #failed(
    target: ChangeTarget,
    draft: ContactDraft,
    doubt: Doubt,
    error: PortalError,
  ): Promise<Contact | PortalError> {
    if (!UNCERTAIN.includes(error.data.code)) {
      this.#doubt = undefined;
      return error;
    }
    try {
      const contact = await found(target, draft, doubt);
      this.#doubt = undefined;
      return contact ?? error;
    } catch {
      this.#doubt = doubt;
      return error;
    }
  }
}

/** The contact that has come since, among the newest. Rejects where they cannot be read. */
async function found(
  { rows }: ChangeTarget,
  draft: ContactDraft,
  { before }: Doubt,
): Promise<Contact | undefined> {
  const newest = await rows.readNewest();
  return newest.map(({ contact }) => contact).find((one) => !before.has(one.id) && isAsDrafted(one, draft));
}

function idsAsDrafted({ rows }: ChangeTarget, draft: ContactDraft): Set<number> {
  const alike = rows.list.all.filter(({ contact }) => isAsDrafted(contact, draft));
  return new Set(alike.map(({ contact }) => contact.id));
}
