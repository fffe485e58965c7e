import { demoLogo, type Logo, type LogoSlot } from '../../../src/model/index.js';
import type { Statement } from '../database.js';
import { insertStatements } from './insert.js';

/** The provider has both, Nordlicht a header of its own, Harbor Supply a login page of its own. */
const logos: readonly { readonly companyID: number; readonly slot: LogoSlot; readonly logo: Logo }[] = [
  { companyID: 0, slot: 'login', logo: demoLogo('wave', 64, [24, 84, 130]) },
  { companyID: 0, slot: 'header', logo: demoLogo('wave', 32, [24, 84, 130]) },
  { companyID: 174, slot: 'header', logo: demoLogo('peaks', 40, [16, 110, 90]) },
  { companyID: 175, slot: 'login', logo: demoLogo('flower', 72, [170, 60, 40]) },
];

export function logoStatements(): Statement[] {
  return insertStatements(
    'logos',
    logos.map(({ companyID, slot, logo }) => ({ companyID, slot, ...logo })),
  );
}
