import * as v from 'valibot';

/** Bytes under AES-256-GCM, as text that any storage can hold. */
export const SealedSchema = v.strictObject({ iv: v.string(), data: v.string() });
export type Sealed = v.InferOutput<typeof SealedSchema>;

/** NIST SP 800-38D: 96 random bits; a data key lives for a few thousand entries at most, so none comes up twice. */
const IV_BYTES = 12;

/**
 * Encrypts. `context` says what the bytes are and is authenticated with them: moved to another place they no longer open.
 */
export async function seal(
  key: CryptoKey,
  context: unknown,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  const iv = randomBytes(IV_BYTES);
  const data = await crypto.subtle.encrypt(parameters(iv, context), key, plain);
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/** Decrypts. Undefined for another key, another context, or anything changed. */
export async function unseal(
  key: CryptoKey,
  context: unknown,
  sealed: Sealed,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [iv, data] = [fromBase64(sealed.iv), fromBase64(sealed.data)];
  if (iv?.length !== IV_BYTES || data === undefined) return undefined;
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters(iv, context), key, data));
  } catch {
    // An OperationError without any detail, on purpose: why it does not open is nobody's business.
    return undefined;
  }
}

function parameters(iv: Uint8Array<ArrayBuffer>, context: unknown): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(JSON.stringify(context)) };
}

/** A key for `seal` and `unseal` from 32 bytes; it cannot be read out of the object again. */
export function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

export function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Undefined unless it is exactly what `toBase64` writes: other spellings of the same bytes would be undetected changes. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return toBase64(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}
