import * as v from 'valibot';

/** Where a secret may be sent: over TLS, or to this machine. */
export const SecureUrlSchema = v.pipe(v.string(), v.check(isSecureUrl, 'neither https nor this machine'));

/** True for `https:` addresses, and for `http:` ones of this machine, without credentials in them. */
export function isSecureUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  const isEncrypted = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback);
  return isEncrypted && url.username === '' && url.password === '';
}
