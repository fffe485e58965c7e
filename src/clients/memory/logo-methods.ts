import { PortalError, type FieldProblem, type PortalAdmin, type PortalMethod } from '../../contract/index.js';
import { base64Of, inspectUpload, type CompanyLogos, type LogoSlot } from '../../model/index.js';
import type { MemoryDesk } from './memory-desk.js';

/** G: logos. */
export function logoMethods(desk: MemoryDesk): Pick<PortalAdmin, 'logos' | 'setLogo' | 'removeLogo'> {
  const { store } = desk;

  /** Does what is to be done where the logos are as in `version`, and tells of it. */
  async function write(
    method: PortalMethod,
    companyId: number,
    version: string,
    act: () => void,
  ): Promise<CompanyLogos> {
    await desk.write(method, 'logos');
    if (store.logos(companyId).version !== version) throw refusal({ path: [], code: 'changed-meanwhile' });
    act();
    desk.listeners.tell({ kind: 'logos', companyId });
    return store.logos(companyId);
  }

  return {
    async logos(companyId, options) {
      await desk.read('logos', 'logos', options);
      return store.logos(companyId);
    },

    setLogo: (companyId, slot, upload, version) =>
      write('setLogo', companyId, version, () => {
        const { picture, problem } = inspectUpload(upload);
        if (picture === undefined) throw refusal({ path: [slot], code: problem });
        const { bytes, ...rest } = picture;
        store.putLogo(companyId, slot, { ...rest, data: base64Of(bytes) });
      }),

    removeLogo: (companyId, slot: LogoSlot, version) =>
      write('removeLogo', companyId, version, () => {
        store.putLogo(companyId, slot, null);
      }),
  };
}

function refusal(problem: FieldProblem): PortalError {
  return new PortalError({ code: 'validation', problems: [problem] });
}
