import { timingSafeEqual } from 'node:crypto';
import type { View } from './view.js';

/** The values of a posted form by name. Each name occurs once. */
export type FormValues = Readonly<Record<string, string>>;

/** A request whose view is known. */
interface FormContext {
  readonly req: { text(): Promise<string> };
  get(name: 'view'): View;
}

/**
 * Reads a posted form, or null where it does not carry the token of this browser's session: then another site may have
 * sent it, and nothing of it may be done.
 */
export async function readForm(c: FormContext): Promise<FormValues | null> {
  const values: FormValues = Object.fromEntries(new URLSearchParams(await c.req.text()));
  return carriesToken(c, values.csrf ?? '') ? values : null;
}

/** Whether this is the token of this browser's session. */
export function carriesToken(c: Pick<FormContext, 'get'>, token: string): boolean {
  return isSame(token, c.get('view').csrf);
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
