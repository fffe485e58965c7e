import {
  isPermitted,
  isSecureUrl,
  type ConnectionDraft,
  type ConnectionSummary,
} from '../../channel/index.js';

/** The fields of the form, in their order. */
export const fieldNames = [
  'psaOrigin',
  'user',
  'secret',
  'integrationCode',
  'baseUrl',
  'url',
  'token',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** What is typed, without blanks around it. Empty = nothing. */
export type FormValues = Readonly<Record<FieldName, string>>;

export type FieldProblem =
  | 'missing'
  | 'no-address'
  | 'not-secure'
  | 'host-not-permitted'
  /** Neither Autotask nor a portal service was filled in. */
  | 'nothing-to-connect';

/** What the form starts with: secrets are never known to this page, so their fields are always empty. */
export function valuesOf(connection: ConnectionSummary | undefined): FormValues {
  return {
    psaOrigin: connection?.psaOrigin ?? '',
    user: connection?.autotask?.user ?? '',
    secret: '',
    integrationCode: '',
    baseUrl: connection?.autotask?.baseUrl ?? '',
    url: connection?.portalService?.url ?? '',
    token: '',
  };
}

/** The connection as it is stored, secrets left as they are. */
export function draftOf(connection: ConnectionSummary): ConnectionDraft {
  const { psaOrigin, autotask, portalService } = connection;
  return {
    psaOrigin,
    autotask: autotask && { ...autotask, secret: null, integrationCode: null },
    portalService: portalService && { ...portalService, token: null },
  };
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

export interface FormContext {
  /** The connection that is being edited; undefined for a new one. */
  readonly stored: ConnectionSummary | undefined;
  readonly hostPermissions: readonly string[];
}

/** Whether a secret may stay empty because the worker has one for exactly this user, or service, at this address. */
export function keptSecrets(
  values: FormValues,
  { stored }: FormContext,
): { autotask: boolean; token: boolean } {
  const isSamePsa = stored !== undefined && originOfInput(values.psaOrigin) === stored.psaOrigin;
  const { autotask = null, portalService = null } = isSamePsa ? stored : {};
  return {
    autotask: autotask?.user === values.user && (autotask.baseUrl ?? '') === values.baseUrl,
    token: portalService?.url === values.url,
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
  const { user, secret, integrationCode, baseUrl, url, token } = values;
  return {
    psaOrigin,
    autotask: hasAutotask(values)
      ? { user, secret: orNull(secret), integrationCode: orNull(integrationCode), baseUrl: orNull(baseUrl) }
      : null,
    portalService: hasPortalService(values) ? { url, token: orNull(token) } : null,
  };
}

function findProblems(values: FormValues, context: FormContext): Map<FieldName, FieldProblem> {
  const problems = new Map<FieldName, FieldProblem>();
  const kept = keptSecrets(values, context);
  const require = (name: FieldName) => {
    if (values[name] === '') problems.set(name, 'missing');
  };
  const address = addressProblem(values.psaOrigin, context.hostPermissions);
  if (address !== undefined) problems.set('psaOrigin', address);
  if (hasAutotask(values)) {
    require('user');
    if (!kept.autotask) require('secret');
    if (!kept.autotask) require('integrationCode');
    if (values.baseUrl !== '' && !isSecureUrl(values.baseUrl)) problems.set('baseUrl', 'not-secure');
    if (values.baseUrl === '' && needsApiAddress(values.psaOrigin)) problems.set('baseUrl', 'missing');
  }
  if (hasPortalService(values)) {
    if (values.url === '') problems.set('url', 'missing');
    else if (!isSecureUrl(values.url)) problems.set('url', 'not-secure');
    if (!kept.token) require('token');
  }
  if (!hasAutotask(values) && !hasPortalService(values)) problems.set('user', 'nothing-to-connect');
  return problems;
}

function addressProblem(text: string, hostPermissions: readonly string[]): FieldProblem | undefined {
  if (text === '') return 'missing';
  const origin = originOfInput(text);
  if (origin === undefined) return 'no-address';
  return isPermitted(origin, hostPermissions) ? undefined : 'host-not-permitted';
}

/** Only of the vendor's own addresses it is known where the API is. */
function needsApiAddress(psaAddress: string): boolean {
  return originOfInput(psaAddress)?.endsWith('.autotask.net') === false;
}

function hasAutotask({ user, secret, integrationCode, baseUrl }: FormValues): boolean {
  return [user, secret, integrationCode, baseUrl].some((text) => text !== '');
}

function hasPortalService({ url, token }: FormValues): boolean {
  return url !== '' || token !== '';
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
