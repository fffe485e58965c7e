import { PortalError, type PortalAdmin, type PortalMethod } from '../../contract/index.js';
import { SELF, type MemoryDesk } from './memory-desk.js';
import { bill, disable, enable, taskfireOf } from './taskfire-changes.js';

/** T: Taskfire of a company. */
export function taskfireMethods(
  desk: MemoryDesk,
): Pick<
  PortalAdmin,
  | 'taskfire'
  | 'taskfireAgreement'
  | 'billingContracts'
  | 'enableTaskfire'
  | 'disableTaskfire'
  | 'setTaskfireBilling'
> {
  const { store } = desk;

  /** Does what is to be done where Taskfire is as in `version`, and tells of it. */
  async function write<T>(
    method: PortalMethod,
    companyId: number,
    version: string,
    act: () => T,
  ): Promise<T> {
    await desk.write(method, 'taskfire');
    if (store.company(companyId).taskfire.version !== version)
      throw new PortalError({ code: 'validation', problems: [{ path: [], code: 'changed-meanwhile' }] });
    const done = act();
    desk.listeners.tell({ kind: 'taskfire', companyId });
    return done;
  }

  return {
    async taskfire(companyId, options) {
      await desk.read('taskfire', 'taskfire', options);
      return taskfireOf(store, companyId);
    },

    async taskfireAgreement(companyId, options) {
      await desk.read('taskfireAgreement', 'taskfire', options);
      const { taskfire } = store.company(companyId);
      return structuredClone(taskfire.isActive ? taskfire.agreement : store.data.agreement);
    },

    async billingContracts(companyId, options) {
      await desk.read('billingContracts', 'taskfire', options);
      return structuredClone([...store.company(companyId).contracts]);
    },

    enableTaskfire: (companyId, acceptance, version) =>
      write('enableTaskfire', companyId, version, () => {
        enable(store, companyId, acceptance, SELF);
        return taskfireOf(store, companyId);
      }),

    disableTaskfire: (companyId, moves, version) =>
      write('disableTaskfire', companyId, version, () => {
        const moved = disable(store, companyId, moves);
        return { taskfire: taskfireOf(store, companyId), moved };
      }),

    setTaskfireBilling: (companyId, choice, version) =>
      write('setTaskfireBilling', companyId, version, () => {
        bill(store, companyId, choice);
        return taskfireOf(store, companyId);
      }),
  };
}
