import { PortalError, type PortalAdmin } from '../../contract/index.js';
import type { MemoryDesk } from './memory-desk.js';

/** L: the log of sign-ins. */
export function ssoMethods(desk: MemoryDesk): Pick<PortalAdmin, 'ssoEvents'> {
  const absent = async (): Promise<never> => {
    await desk.line.cross('ssoEvents', undefined);
    throw new PortalError({ code: 'not-found' });
  };
  return { ssoEvents: absent };
}
