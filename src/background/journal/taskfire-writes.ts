import type { PortalAdmin } from '../../contract/index.js';
import type { BillingChoice, MovedUser, Taskfire, TaskfireBilling } from '../../model/index.js';
import type { FieldChange } from './entries.js';
import type { Journal } from './journal.js';
import { recordWrite, type RecordedWrite } from './record-write.js';

/** What these writes need of the journal around them. */
export interface TaskfireWritesContext {
  readonly about: (companyId: number) => RecordedWrite<unknown>['about'];
  readonly journal: Journal;
}

type TaskfireWrites = Pick<PortalAdmin, 'enableTaskfire' | 'disableTaskfire' | 'setTaskfireBilling'>;

/** T: each write of Taskfire in the journal, and each user whose level went with it (T3). */
export function taskfireWrites(
  client: PortalAdmin,
  { about, journal }: TaskfireWritesContext,
): TaskfireWrites {
  /** What was there under this version. A write on another one is refused, and then nothing was before it. */
  async function taskfireAt(companyId: number, version: string): Promise<Taskfire | undefined> {
    const now = await client.taskfire(companyId).catch(() => undefined);
    return now?.version === version ? now : undefined;
  }

  return {
    enableTaskfire: (companyId, acceptance, version) =>
      recordWrite(journal, {
        about: about(companyId),
        planned: [activeChange(false, true)],
        write: () => client.enableTaskfire(companyId, acceptance, version),
        done: () => ({ changes: [activeChange(false, true)] }),
      }),

    disableTaskfire: async (companyId, moves, version) => {
      const before = await taskfireAt(companyId, version);
      const changes = [activeChange(true, false), ...billingEnded(before)];
      return recordWrite(journal, {
        about: about(companyId),
        planned: changes,
        write: () => client.disableTaskfire(companyId, moves, version),
        done: ({ moved }) => ({ changes: [...changes, ...moved.map(levelChange)] }),
      });
    },

    setTaskfireBilling: async (companyId, choice, version) => {
      const before = billingOf(await taskfireAt(companyId, version));
      return recordWrite(journal, {
        about: about(companyId),
        planned: [billingChange(before, chosen(choice))],
        write: () => client.setTaskfireBilling(companyId, choice, version),
        done: (after) => ({ changes: [billingChange(before, named(billingOf(after)))] }),
      });
    },
  };
}

function activeChange(before: boolean, after: boolean): FieldChange {
  return { field: 'taskfire', before, after };
}

function billingOf(taskfire: Taskfire | undefined): TaskfireBilling | null {
  return taskfire?.isActive === true ? taskfire.billing : null;
}

function billingEnded(before: Taskfire | undefined): FieldChange[] {
  const billing = billingOf(before);
  return billing === null ? [] : [billingChange(billing, null)];
}

function billingChange(before: TaskfireBilling | null, after: string | null): FieldChange {
  return { field: 'taskfireBilling', before: named(before), after };
}

function named(billing: TaskfireBilling | null): string | null {
  if (billing === null) return null;
  return JSON.stringify({ contract: billing.contractName, service: billing.serviceName });
}

/** Until it is done only the numbers are known. */
function chosen(choice: BillingChoice): string | null {
  return choice && JSON.stringify({ contract: choice.contractId, service: choice.serviceId });
}

/** An entry of the user's own, under the names that the PSA told. */
function levelChange({ contactId, contactName, from, to }: MovedUser) {
  return { field: 'securityLevel', before: from, after: to, contactId, contactName };
}
