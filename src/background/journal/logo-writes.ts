import type { PortalAdmin } from '../../contract/index.js';
import {
  bytesOfBase64,
  crc32,
  inspectUpload,
  type CompanyLogos,
  type LogoPicture,
  type LogoSlot,
} from '../../model/index.js';
import type { FieldChange } from './entries.js';
import type { Journal } from './journal.js';
import { recordWrite, type RecordedWrite } from './record-write.js';

/** What these writes need of the journal around them. */
export interface LogoWritesContext {
  readonly about: (companyId: number) => RecordedWrite<unknown>['about'];
  readonly journal: Journal;
}

/** G: each change of a logo in the journal, with what the pictures are in words; never a picture itself. */
export function logoWrites(
  client: PortalAdmin,
  { about, journal }: LogoWritesContext,
): Pick<PortalAdmin, 'setLogo' | 'removeLogo'> {
  /** What was there under this version. A write on another one is refused, and then nothing was before it. */
  async function logosAt(companyId: number, version: string): Promise<CompanyLogos | undefined> {
    const now = await client.logos(companyId).catch(() => undefined);
    return now?.version === version ? now : undefined;
  }

  return {
    setLogo: async (companyId, slot, upload, version) => {
      const before = inWords(await logosAt(companyId, version), slot);
      const { picture } = inspectUpload(upload);
      return recordWrite(journal, {
        about: about(companyId),
        planned: [change(slot, before, picture === undefined ? null : pictureInWords(picture))],
        write: () => client.setLogo(companyId, slot, upload, version),
        done: (logos) => ({ changes: [change(slot, before, inWords(logos, slot))] }),
      });
    },

    removeLogo: async (companyId, slot, version) => {
      const before = inWords(await logosAt(companyId, version), slot);
      return recordWrite(journal, {
        about: about(companyId),
        planned: [change(slot, before, null)],
        write: () => client.removeLogo(companyId, slot, version),
        done: (logos) => ({ changes: [change(slot, before, inWords(logos, slot))] }),
      });
    },
  };
}

function change(slot: LogoSlot, before: string | null, after: string | null): FieldChange {
  return { field: slot === 'login' ? 'loginLogo' : 'headerLogo', before, after };
}

function inWords(logos: CompanyLogos | undefined, slot: LogoSlot): string | null {
  const logo = logos?.own[slot] ?? null;
  const bytes = logo === null ? undefined : bytesOfBase64(logo.data);
  return logo === null || bytes === undefined ? null : pictureInWords({ ...logo, bytes });
}

/** Type, size, length, and a sum by which two pictures alike can be told apart. */
function pictureInWords({ type, width, height, bytes }: LogoPicture): string {
  const kind = type.slice('image/'.length).toUpperCase();
  const sum = crc32(bytes).toString(16).padStart(8, '0');
  return `${kind}, ${width} × ${height}, ${bytes.length} B, #${sum}`;
}
