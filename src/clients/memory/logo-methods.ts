import { PortalError, type PortalAdmin } from '../../contract/index.js';
import type { MemoryDesk } from './memory-desk.js';

/** G: logos. */
export function logoMethods(desk: MemoryDesk): Pick<PortalAdmin, 'logos' | 'setLogo' | 'removeLogo'> {
  const absent = async (): Promise<never> => {
    await desk.line.cross('logos', undefined);
    throw new PortalError({ code: 'not-found' });
  };
  return { logos: absent, setLogo: absent, removeLogo: absent };
}
