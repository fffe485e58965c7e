import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toPortalError, type PortalAdmin, type PortalError } from '../../contract/index.js';
import {
  isSameUserName,
  type ContactRow,
  type PortalUser,
  type PortalUserChange,
  type PortalUserDraft,
} from '../../model/index.js';
import type { ContactRows } from './contact-rows.js';

/** What the admin wants to do with one contact's portal account. */
export type Submission =
  | { readonly kind: 'create'; readonly draft: PortalUserDraft }
  | { readonly kind: 'change'; readonly portalUser: PortalUser; readonly change: PortalUserChange };

/** What was done, for the words: a change of an account is told apart by what it does to the login. */
export type Deed = 'activated' | 'reactivated' | 'deactivated' | 'changed';

/** Why a change failed, and what to send again. */
export interface Failure {
  readonly error: PortalError;
  readonly submission: Submission;
  /** True where no answer came and it could not be read again either: it may have been done. */
  readonly isUncertain: boolean;
}

/** What became of the last change of a row. */
export interface RowResult {
  readonly state: 'busy' | 'done' | 'failed';
  readonly deed: Deed;
  /** The row as it was before. */
  readonly row: ContactRow;
  /** Why it failed, and what to send again. A change that was done is forgotten: it may hold a password. */
  readonly failure?: Failure;
}

/** Where the changes go. */
export interface ChangeTarget {
  readonly admin: PortalAdmin;
  readonly companyId: number;
  readonly rows: ContactRows;
}

function deedOf(submission: Submission): Deed {
  if (submission.kind === 'create') return 'activated';
  if (submission.change.isActive === false) return 'deactivated';
  return submission.change.isActive === true && !submission.portalUser.isActive ? 'reactivated' : 'changed';
}

/**
 * Changes of single rows: shown at once, taken back where they are refused, with a result per row. A row that is being
 * changed takes no second change.
 */
export class RowChanges implements ReactiveController {
  /** Another one whenever some row has another result. */
  revision = 0;
  #results = new Map<number, RowResult>();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  resultOf(contactId: number): RowResult | undefined {
    return this.#results.get(contactId);
  }

  /** Ended results worth a notice, the latest first: every failure, and a success until the next result. */
  get notable(): RowResult[] {
    const ended = [...this.#results.values()].filter(({ state }) => state !== 'busy').reverse();
    return ended.filter(({ state }, age) => state === 'failed' || age === 0);
  }

  isBusy(contactId: number): boolean {
    return this.#results.get(contactId)?.state === 'busy';
  }

  dismiss(contactId: number): void {
    if (!this.isBusy(contactId)) this.#results.delete(contactId);
    this.#tell();
  }

  /** Forgets every result, for example because another company is shown. */
  reset(): void {
    // A change that is still under way ends in the map it began in, which nobody reads any more.
    this.#results = new Map();
    this.revision += 1;
  }

  /** Resolves to how it ended; it never rejects. Undefined where the row was busy. */
  async submit(
    target: ChangeTarget,
    row: ContactRow,
    submission: Submission,
  ): Promise<RowResult | undefined> {
    const id = row.contact.id;
    if (this.isBusy(id)) return undefined;
    const results = this.#results;
    const note = (ending: Pick<RowResult, 'state' | 'failure'>): RowResult => {
      const result = { row, deed: deedOf(submission), ...ending };
      results.delete(id);
      results.set(id, result);
      this.#tell();
      return result;
    };
    note({ state: 'busy' });
    return note(await outcome(target, row, submission));
  }

  #tell(): void {
    this.revision += 1;
    this.host.requestUpdate();
  }
}

/** Shows the change, sends it, and shows what came of it. */
async function outcome(
  target: ChangeTarget,
  row: ContactRow,
  submission: Submission,
): Promise<Pick<RowResult, 'state' | 'failure'>> {
  const { rows } = target;
  if (submission.kind === 'change')
    rows.update(withAccount(row, { ...submission.portalUser, ...submission.change }));
  try {
    const portalUser = await send(target, submission);
    rows.update(withAccount(rows.list.rowOf(row.contact.id) ?? row, portalUser));
    return { state: 'done' };
  } catch (thrown) {
    rows.update(row);
    const error = toPortalError(thrown);
    const isDone = await wasDone(target, row, submission, error);
    if (isDone === true) return { state: 'done' };
    return { state: 'failed', failure: { error, submission, isUncertain: isDone === undefined } };
  }
}

const changeable = [
  'userName',
  'isActive',
  'securityLevel',
  'dateFormat',
  'timeFormat',
  'numberFormat',
] as const satisfies (keyof PortalUserChange)[];

/** What takes a change back; undefined where nothing can: a new account cannot be deleted, only deactivated. */
export function undoOf({ row: before }: RowResult, now: ContactRow): Submission | undefined {
  const { portalUser } = now;
  if (before.portalUser === null || portalUser === null) return undefined;
  const { userName, isActive, securityLevel, dateFormat, timeFormat, numberFormat } = before.portalUser;
  const change = { userName, isActive, securityLevel, dateFormat, timeFormat, numberFormat };
  return { kind: 'change', portalUser, change };
}

function withAccount(row: ContactRow, portalUser: PortalUser): ContactRow {
  return { ...row, portalUser };
}

async function send({ admin, companyId }: ChangeTarget, submission: Submission): Promise<PortalUser> {
  if (submission.kind === 'create') return admin.createPortalUser(companyId, submission.draft);
  const { portalUser, change } = submission;
  return (await admin.changePortalUser(companyId, portalUser.id, change, portalUser)).after;
}

/**
 * Without an answer nobody knows whether a change was done: look before anybody is told to do it again. Undefined where
 * that cannot be found out.
 */
async function wasDone(
  { rows }: ChangeTarget,
  row: ContactRow,
  submission: Submission,
  { data }: PortalError,
): Promise<boolean | undefined> {
  if (data.code !== 'offline' && data.code !== 'worker-restarted') return false;
  try {
    const account = (await rows.reread(row.contact.id))?.portalUser;
    if (!account) return false;
    if (submission.kind === 'create') return isSameUserName(account.userName, submission.draft.userName);
    const wanted = { ...account, ...submission.change };
    return changeable.every((key) => account[key] === wanted[key]);
  } catch {
    return undefined;
  }
}
