import * as v from 'valibot';
import { startSandbox, type Sandbox } from '../../../sandbox/server.js';
import type { Answer, TestSandbox } from './sandbox.js';
import { formValues, Visitor, type Visit } from './visitor.js';

/** What Chromium's `identity.getRedirectURL` gives an unpacked extension. */
export const REDIRECT_URI = `https://${'abcdefghijklmnop'.repeat(2)}.chromiumapp.org/sign-in`;

/** A verifier and its challenge from RFC 7636, appendix B. */
export const pkce = {
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
};

/** The parameters of a request as this product's extension sends it, with some changed (undefined = left out). */
export function authorizePath(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const parameters: Record<string, string | undefined> = {
    client_id: 'psa-portal-admin',
    response_type: 'code',
    redirect_uri: REDIRECT_URI,
    scope: 'portal',
    state: 'a-state',
    code_challenge: pkce.challenge,
    code_challenge_method: 'S256',
    ...changes,
  };
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return `/oauth/authorize?${new URLSearchParams(given).toString()}`;
}

/** Opens an authorization address and signs in by typing, as somebody does who is not signed in yet. */
export async function consentOf(
  visitor: Visitor,
  address: string,
  user: 'admin' | 'viewer',
): Promise<string> {
  const consent = (await visitor.get(address)).location ?? '';
  const { location } = await visitor.get(consent);
  if (location === null) return consent;
  const form = formValues((await visitor.get(location)).html);
  await visitor.post('/Mvc/Framework/Authentication.mvc/Authenticate', {
    ...form,
    name: user,
    password: user,
  });
  return consent;
}

/** Presses one of the consent page's buttons; resolves to the address that the browser is sent back to. */
export async function answerConsent(
  visitor: Visitor,
  consent: string,
  answer: 'allow' | 'deny',
): Promise<string> {
  const page = await visitor.get(consent);
  const { csrf = '' } = formValues(page.html);
  const answered = await visitor.post(consent, { csrf, answer });
  const back: Visit = await visitor.get(answered.location ?? '');
  if (back.location === null) throw new Error(`the sign-in ended with ${back.status}: ${back.html}`);
  return back.location;
}

/** All that a person does for one sign-in. */
export async function signInAt(
  sandbox: Pick<TestSandbox, 'url'>,
  address: string,
  user: 'admin' | 'viewer' = 'admin',
): Promise<string> {
  const visitor = new Visitor(sandbox);
  return answerConsent(visitor, await consentOf(visitor, address, user), 'allow');
}

const TokensSchema = v.object({
  access_token: v.string(),
  refresh_token: v.string(),
  expires_in: v.number(),
  token_type: v.literal('Bearer'),
  scope: v.literal('portal'),
});
export type Tokens = v.InferOutput<typeof TokensSchema>;

/** The token endpoint, asked as a public client. */
export async function askForTokens(
  sandbox: Pick<TestSandbox, 'url'>,
  form: Readonly<Record<string, string>>,
  path = '/oauth/token',
): Promise<Answer> {
  const body = new URLSearchParams({ client_id: 'psa-portal-admin', ...form });
  const response = await fetch(new URL(path, sandbox.url()), { method: 'POST', body });
  const text = await response.text();
  const json: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, headers: response.headers, json };
}

/** The tokens in a successful answer; anything else fails the test. */
export function tokensOf(answer: Answer): Tokens {
  if (answer.status !== 200)
    throw new Error(`status ${answer.status.toString()}: ${JSON.stringify(answer.json)}`);
  return v.parse(TokensSchema, answer.json);
}

/** Signs in and exchanges the code. */
export async function tokensFor(
  sandbox: Pick<TestSandbox, 'url'>,
  user: 'admin' | 'viewer' = 'admin',
): Promise<Tokens> {
  const back = new URL(await signInAt(sandbox, authorizePath(), user));
  return tokensOf(await askForTokens(sandbox, codeGrant(back)));
}

/** What a client sends for the code in the address that it got back. */
export function codeGrant(back: URL): Record<string, string> {
  return {
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri: REDIRECT_URI,
    code_verifier: pkce.verifier,
  };
}

export const refreshGrant = (refreshToken: string): Record<string, string> => ({
  grant_type: 'refresh_token',
  refresh_token: refreshToken,
});

/** A sandbox that a test can stop and start again on the same port and database. */
export async function restartable(
  db: string,
): Promise<{ url(): string; stop(): Promise<void>; start(): Promise<void> }> {
  let sandbox: Sandbox = await startSandbox({ port: 0, db, seed: 'demo' });
  const { url } = sandbox;
  return {
    url: () => url,
    stop: () => sandbox.close(),
    start: async () => {
      sandbox = await startSandbox({ port: Number(new URL(url).port), db, seed: 'demo' });
    },
  };
}
