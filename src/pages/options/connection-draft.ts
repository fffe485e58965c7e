import type { ConnectionDraft, ConnectionSummary, Keep, VaultState } from '../../channel/index.js';
import { isSecureUrl } from '../../contract/index.js';
import { recordOf } from '../../model/index.js';

/** The text fields of the form, in their order. */
export const textFields = [
  'psaOrigin',
  'label',
  'user',
  'secret',
  'integrationCode',
  'baseUrl',
  'url',
  'token',
] as const;
export type TextField = (typeof textFields)[number];

/** How somebody gets into the portal service. */
export type ServiceAccess = 'sign-in' | 'token';

/** What is typed, without blanks around it (empty = nothing), and what is chosen. */
export interface FormValues extends Readonly<Record<TextField, string>> {
  readonly access: ServiceAccess;
  readonly keep: Keep;
}

/** Everything in the form that can be wrong, in its order. */
export const fieldNames = [...textFields, 'keep'] as const;
export type FieldName = (typeof fieldNames)[number];

export type FieldProblem =
  | 'missing'
  | 'no-address'
  | 'not-secure'
  /** Neither Autotask nor a portal service was filled in. */
  | 'nothing-to-connect'
  /** To be kept under a passphrase, but there is none yet, or it has not been entered. */
  | 'no-vault'
  | 'vault-locked';

/** What the form starts with: secrets are never known to this page, so their fields are always empty. */
export function valuesOf(connection: ConnectionSummary | undefined, keep: Keep): FormValues {
  return {
    psaOrigin: connection?.psaOrigin ?? '',
    label: connection?.label ?? '',
    user: connection?.autotask?.user ?? '',
    secret: '',
    integrationCode: '',
    baseUrl: connection?.autotask?.baseUrl ?? '',
    url: connection?.portalService?.url ?? '',
    access: connection?.portalService?.access.kind ?? 'sign-in',
    token: '',
    keep,
  };
}

/** What the form's controls hold, by their names. */
export function valuesIn(form: HTMLFormElement): FormValues {
  const data = new FormData(form);
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    ...recordOf(textFields, text),
    access: text('access') === 'token' ? 'token' : 'sign-in',
    keep: text('keep') === 'vault' ? 'vault' : 'session',
  };
}

/** The connection as it is stored, secrets left as they are. */
export function draftOf({ id, psaOrigin, label, keep, ...access }: ConnectionSummary): ConnectionDraft {
  const { autotask, portalService } = access;
  return {
    id,
    psaOrigin,
    label,
    keep,
    autotask: autotask && { ...autotask, secret: null, integrationCode: null },
    portalService: portalService && {
      url: portalService.url,
      access: portalService.access.kind === 'token' ? { kind: 'token', token: null } : { kind: 'sign-in' },
    },
  };
}

/** Every origin that the extension has to be let into for a connection: the PSA's pages, its API, the portal service. */
export function originsOf({ psaOrigin, autotask, portalService }: ConnectionDraft): string[] {
  const addresses = [psaOrigin, autotask?.baseUrl, portalService?.url];
  return [...new Set(addresses.flatMap((address) => (address ? [new URL(address).origin] : [])))];
}

/** The origin of what was typed or pasted as the PSA's address: `ww5.autotask.net`, or the address of any page there. */
export function originOfInput(text: string): string | undefined {
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(address)) return undefined;
  const { origin, protocol, hostname } = new URL(address);
  // Chromium escapes blanks and the like in a host's name where Firefox refuses them.
  const isHost = !hostname.includes('%') && ['https:', 'http:'].includes(protocol);
  return isHost ? origin : undefined;
}

/** Only of the vendor's own addresses it is known where the API is. */
export function needsApiAddress(psaAddress: string): boolean {
  return originOfInput(psaAddress)?.endsWith('.autotask.net') === false;
}

export interface FormContext {
  /** The connection's, or the one that a new one is to have. */
  readonly id: string;
  /** The connection that is being edited; undefined for a new one. */
  readonly stored: ConnectionSummary | undefined;
  readonly vault: VaultState['state'];
}

/** Whether a secret may stay empty because the worker has one for exactly this user, or service, at this address. */
export function keptSecrets(
  values: FormValues,
  stored: ConnectionSummary | undefined,
): { autotask: boolean; token: boolean } {
  const isSamePsa = stored !== undefined && originOfInput(values.psaOrigin) === stored.psaOrigin;
  const { autotask = null, portalService = null } = isSamePsa ? stored : {};
  return {
    autotask: autotask?.user === values.user && (autotask.baseUrl ?? '') === values.baseUrl,
    token: portalService?.access.kind === 'token' && portalService.url === values.url,
  };
}

/** What is typed as a draft, or what is wrong with it by field. */
export function readDraft(
  values: FormValues,
  context: FormContext,
): ConnectionDraft | ReadonlyMap<FieldName, FieldProblem> {
  const problems = findProblems(values, context);
  const psaOrigin = originOfInput(values.psaOrigin);
  if (problems.size > 0 || psaOrigin === undefined) return problems;
  const { label, keep, user, secret, integrationCode, baseUrl, url, access, token } = values;
  return {
    id: context.id,
    psaOrigin,
    label,
    keep,
    autotask: hasAutotask(values)
      ? { user, secret: orNull(secret), integrationCode: orNull(integrationCode), baseUrl: orNull(baseUrl) }
      : null,
    portalService: hasPortalService(values)
      ? { url, access: access === 'token' ? { kind: access, token: orNull(token) } : { kind: access } }
      : null,
  };
}

function findProblems(values: FormValues, { stored, vault }: FormContext): Map<FieldName, FieldProblem> {
  const kept = keptSecrets(values, stored);
  const found: [FieldName, FieldProblem | undefined][] = [['psaOrigin', addressProblem(values.psaOrigin)]];
  const presence = (name: TextField) => (values[name] === '' ? 'missing' : undefined);
  if (hasAutotask(values)) {
    found.push(['user', presence('user')], ['baseUrl', apiAddressProblem(values)]);
    if (!kept.autotask)
      found.push(['secret', presence('secret')], ['integrationCode', presence('integrationCode')]);
  }
  if (hasPortalService(values)) {
    found.push(['url', values.url === '' ? 'missing' : securityProblem(values.url)]);
    if (values.access === 'token' && !kept.token) found.push(['token', presence('token')]);
  }
  if (!hasAutotask(values) && !hasPortalService(values)) found.push(['user', 'nothing-to-connect']);
  if (values.keep === 'vault') found.push(['keep', vaultProblem(vault)]);
  return new Map(found.flatMap(([name, problem]) => (problem === undefined ? [] : [[name, problem]])));
}

function addressProblem(text: string): FieldProblem | undefined {
  if (text === '') return 'missing';
  const origin = originOfInput(text);
  return origin === undefined ? 'no-address' : securityProblem(origin);
}

function apiAddressProblem({ baseUrl, psaOrigin }: FormValues): FieldProblem | undefined {
  if (baseUrl !== '') return securityProblem(baseUrl);
  return needsApiAddress(psaOrigin) ? 'missing' : undefined;
}

function securityProblem(address: string): FieldProblem | undefined {
  return isSecureUrl(address) ? undefined : 'not-secure';
}

function vaultProblem(vault: VaultState['state']): FieldProblem | undefined {
  if (vault === 'unlocked') return undefined;
  return vault === 'none' ? 'no-vault' : 'vault-locked';
}

function hasAutotask({ user, secret, integrationCode, baseUrl }: FormValues): boolean {
  return [user, secret, integrationCode, baseUrl].some((text) => text !== '');
}

function hasPortalService({ url, access, token }: FormValues): boolean {
  return url !== '' || (access === 'token' && token !== '');
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
