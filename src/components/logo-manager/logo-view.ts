import {
  toPortalError,
  type Capabilities,
  type PortalAdmin,
  type PortalError,
} from '../../contract/index.js';
import type { CompanyLogos, PortalLogin } from '../../model/index.js';

/** What the logo manager shows of a company. undefined = this backend cannot tell. */
export interface LogoView {
  readonly companyId: number;
  readonly capabilities: Capabilities;
  readonly logos: CompanyLogos | undefined;
  readonly portalLogin: PortalLogin | undefined;
  /** The login address is offered but did not come this time; the rest still works. */
  readonly failure: PortalError | undefined;
}

/** Reads the view. Rejects where the capabilities or the logos fail; the login address only helps to understand them. */
export async function loadLogoView(
  admin: PortalAdmin,
  companyId: number,
  signal: AbortSignal,
): Promise<LogoView> {
  const options = { signal };
  const capabilities = await admin.capabilities(companyId, options);
  const { logos, portalLogin } = capabilities.operations;
  let failure: PortalError | undefined;
  const [found, login] = await Promise.all([
    logos.state === 'absent' ? undefined : admin.logos(companyId, options),
    logos.state === 'absent' || portalLogin.state === 'absent'
      ? undefined
      : admin.portalLogin(companyId, options).catch((thrown: unknown) => {
          failure = toPortalError(thrown);
          return undefined;
        }),
  ]);
  return { companyId, capabilities, logos: found, portalLogin: login, failure };
}
