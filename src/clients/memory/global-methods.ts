import { PortalError, type PortalAdmin } from '../../contract/index.js';
import type { MemoryDesk } from './memory-desk.js';

/** D1: the global settings. */
export function globalMethods(desk: MemoryDesk): Pick<PortalAdmin, 'globalSettings' | 'saveGlobalSettings'> {
  const absent = async (): Promise<never> => {
    await desk.line.cross('globalSettings', undefined);
    throw new PortalError({ code: 'not-found' });
  };
  return { globalSettings: absent, saveGlobalSettings: absent };
}
