import { PortalError, type PortalAdmin } from '../../contract/index.js';
import type { MemoryDesk } from './memory-desk.js';

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
  const absent = (): Promise<never> => Promise.reject(new PortalError({ code: 'not-found' }));
  return {
    async taskfire(companyId, options) {
      await desk.read('taskfire', 'taskfire', options);
      return structuredClone(store.company(companyId).taskfire);
    },
    taskfireAgreement: absent,
    billingContracts: absent,
    enableTaskfire: absent,
    disableTaskfire: absent,
    setTaskfireBilling: absent,
  };
}
