import type { ConnectionDraft, ConnectionProblem } from '../../channel/index.js';
import { isVendorHosted, type ConnectionRecord } from './connection-record.js';

type Autotask = ConnectionRecord['autotask'];
type PortalService = ConnectionRecord['portalService'];

/** Whether the draft leaves a secret as it is, so that the stored one is needed. */
export function needsStored({ autotask, portalService }: ConnectionDraft): boolean {
  const access = portalService?.access;
  return (
    (autotask !== null && (autotask.secret === null || autotask.integrationCode === null)) ||
    (access?.kind === 'token' && access.token === null)
  );
}

/**
 * A draft with the secrets that it leaves as they are. A stored secret goes only to the address and the user that it was
 * entered for: otherwise a changed address would draw it out.
 */
export function completeDraft(
  draft: ConnectionDraft,
  stored: ConnectionRecord | undefined,
): ConnectionRecord | ConnectionProblem {
  if (draft.autotask === null && draft.portalService === null) return 'nothing-to-connect';
  // The API's address may follow from the PSA's, so another PSA is another address.
  const known = stored?.psaOrigin === draft.psaOrigin ? stored : undefined;
  const autotask = draft.autotask && autotaskOf(draft.autotask, draft.psaOrigin, known?.autotask ?? null);
  if (typeof autotask === 'string') return autotask;
  const portalService =
    draft.portalService && portalServiceOf(draft.portalService, known?.portalService ?? null);
  if (typeof portalService === 'string') return portalService;
  return { id: draft.id, psaOrigin: draft.psaOrigin, autotask, portalService };
}

function autotaskOf(
  draft: NonNullable<ConnectionDraft['autotask']>,
  psaOrigin: string,
  stored: Autotask,
): Autotask | ConnectionProblem {
  if (draft.baseUrl === null && !isVendorHosted(psaOrigin)) return 'api-address-missing';
  const isSame = stored?.user === draft.user && stored.baseUrl === draft.baseUrl;
  const secret = draft.secret ?? (isSame ? stored.secret : null);
  const integrationCode = draft.integrationCode ?? (isSame ? stored.integrationCode : null);
  if (secret === null || integrationCode === null) return 'secret-missing';
  return { user: draft.user, secret, integrationCode, baseUrl: draft.baseUrl };
}

function portalServiceOf(
  { url, access }: NonNullable<ConnectionDraft['portalService']>,
  stored: PortalService,
): PortalService | ConnectionProblem {
  if (access.kind === 'sign-in') return { url, access };
  const known = stored?.url === url && stored.access.kind === 'token' ? stored.access.token : null;
  const token = access.token ?? known;
  return token === null ? 'token-missing' : { url, access: { kind: 'token', token } };
}
