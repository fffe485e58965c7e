import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PortalError } from '../../contract/index.js';
import type { ContactRow, PortalUser, PortalUserChange } from '../../model/index.js';
import { PortalEvent, type Announcer } from '../shared/index.js';
import { spokenResult, type ResultActions } from './result-notices.js';
import {
  undoOf,
  type ChangeTarget,
  type RowChanges,
  type RowResult,
  type Submission,
} from './row-changes.js';

/** What editing needs to know; asked each time, since it changes. */
export interface EditingContext {
  readonly changes: RowChanges;
  readonly announcer: Announcer;
  readonly target: () => ChangeTarget | undefined;
  /** Whether the backend and the admin's permission allow changes. */
  readonly canChange: () => boolean;
}

/** Which row is in a dialog, and what the dialogs and the result notices do: change, take back, try again. */
export class RowEditing implements ReactiveController, ResultActions {
  /** In the dialog for user name, level and formats. */
  editing: ContactRow | undefined;
  /** In the question whether to deactivate. */
  deactivating: ContactRow | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & EventTarget,
    private readonly context: EditingContext,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  edit(row: ContactRow): void {
    if (!this.canEdit(row)) return;
    this.editing = row;
    this.host.requestUpdate();
  }

  deactivate(row: ContactRow): void {
    this.deactivating = row;
    this.host.requestUpdate();
  }

  close(): void {
    this.editing = this.deactivating = undefined;
    this.host.requestUpdate();
  }

  /** For the dialog: resolves to the error with which it was refused. */
  readonly save = async (row: ContactRow, submission: Submission): Promise<PortalError | undefined> => {
    const result = await this.#apply(row, submission, () => this.editing?.contact.id === row.contact.id);
    return result?.failure?.error;
  };

  /** From a cell: shown at once; what became of it is seen in the row and in the notices. */
  readonly change = (row: ContactRow, portalUser: PortalUser, change: PortalUserChange): void => {
    void this.#apply(row, { kind: 'change', portalUser, change });
  };

  canEdit(row: ContactRow): boolean {
    return this.context.canChange() && row.contact.isActive && !this.context.changes.isBusy(row.contact.id);
  }

  readonly confirmDeactivation = (row: ContactRow): void => {
    const { portalUser } = row;
    if (portalUser !== null)
      void this.#apply(row, { kind: 'change', portalUser, change: { isActive: false } });
  };

  readonly undo = (result: RowResult): void => {
    const now = this.#rowNow(result.row);
    const undo = now && undoOf(result, now);
    if (now && undo) void this.#apply(now, undo);
  };

  readonly retry = ({ row, failure }: RowResult): void => {
    const now = this.#rowNow(row);
    if (now && failure) void this.#apply(now, failure.submission);
  };

  readonly dismiss = ({ row }: RowResult): void => this.context.changes.dismiss(row.contact.id);

  #rowNow({ contact }: ContactRow): ContactRow | undefined {
    return this.context.target()?.rows.list.rowOf(contact.id);
  }

  /** Sends a change and tells how it ended. A failure that the open dialog shows is not shown at the row as well. */
  async #apply(
    row: ContactRow,
    submission: Submission,
    isInDialog: () => boolean = () => false,
  ): Promise<RowResult | undefined> {
    const { changes, announcer } = this.context;
    const target = this.context.target();
    const result = target && (await changes.submit(target, row, submission));
    const isStillShown = target !== undefined && target.companyId === this.context.target()?.companyId;
    if (result === undefined || !isStillShown) return result;
    if (result.state === 'failed' && isInDialog()) changes.dismiss(row.contact.id);
    else announcer.announce(spokenResult(result));
    if (result.state === 'done') this.#tell(target.companyId, row);
    return result;
  }

  #tell(companyId: number, row: ContactRow): void {
    const portalUser = this.#rowNow(row)?.portalUser;
    if (!portalUser) return;
    const detail = { companyId, contactId: row.contact.id, portalUser };
    this.host.dispatchEvent(new PortalEvent('portal-user-changed', detail));
  }
}
