import * as v from 'valibot';
import {
  fromBase64,
  importKey,
  randomBytes,
  seal,
  SealedSchema,
  toBase64,
  unseal,
  type Sealed,
} from './sealed.js';

/** OWASP's recommendation for PBKDF2 with SHA-256 (password storage cheat sheet, 2023). */
export const ITERATIONS = 600_000;

/** More than anybody's machine takes in a minute: a changed number must not hang the worker. */
const MOST_ITERATIONS = 10_000_000;

const VERSION = 1;
const KEY_BYTES = 32;
const SALT_BYTES = 16;

const KdfSchema = v.strictObject({
  name: v.literal('PBKDF2'),
  hash: v.literal('SHA-256'),
  iterations: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_ITERATIONS)),
  salt: v.string(),
});
type Kdf = v.InferOutput<typeof KdfSchema>;

/**
 * The vault as it is on disk, whole under one key of the storage, so that every change of it is one write. The entries
 * are encrypted with a random data key, and that with a key from the passphrase.
 */
export const VaultFileSchema = v.strictObject({
  version: v.literal(VERSION),
  /** New with each data key: tells whether a key that is still in memory belongs to this file. */
  id: v.pipe(v.string(), v.uuid()),
  kdf: KdfSchema,
  wrappedKey: SealedSchema,
  entries: v.record(v.string(), SealedSchema),
});
export type VaultFile = v.InferOutput<typeof VaultFileSchema>;
export type DataKey = Uint8Array<ArrayBuffer>;

/** A new, empty vault and its data key. */
export async function newVaultFile(
  passphrase: string,
  iterations: number,
): Promise<{ file: VaultFile; dataKey: DataKey }> {
  const id = crypto.randomUUID();
  const salt = toBase64(randomBytes(SALT_BYTES));
  const kdf: Kdf = { name: 'PBKDF2', hash: 'SHA-256', iterations, salt };
  const dataKey = randomBytes(KEY_BYTES);
  const wrappedKey = await seal(await passphraseKey(passphrase, kdf), headOf({ id, kdf }), dataKey);
  return { file: { version: VERSION, id, kdf, wrappedKey, entries: {} }, dataKey };
}

/** The data key, or undefined for a wrong passphrase; a file whose head was changed looks the same. */
export async function unwrapDataKey(file: VaultFile, passphrase: string): Promise<DataKey | undefined> {
  return unseal(await passphraseKey(passphrase, file.kdf), headOf(file), file.wrappedKey);
}

/** Encrypts one entry. Anything that JSON can carry. */
export async function sealEntry(
  file: VaultFile,
  dataKey: DataKey,
  name: string,
  value: unknown,
): Promise<Sealed> {
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return seal(await importKey(dataKey), entryOf(file, name), plain);
}

/** Undefined where there is none, or where it was changed on disk. */
export async function unsealEntry(file: VaultFile, dataKey: DataKey, name: string): Promise<unknown> {
  const sealed = file.entries[name];
  const plain = sealed && (await unseal(await importKey(dataKey), entryOf(file, name), sealed));
  if (plain === undefined) return undefined;
  const value: unknown = JSON.parse(new TextDecoder().decode(plain));
  return value;
}

function headOf({ id, kdf }: Pick<VaultFile, 'id' | 'kdf'>): unknown {
  return ['psa-portal-admin vault', VERSION, id, kdf.name, kdf.hash, kdf.iterations, kdf.salt];
}

function entryOf({ id }: VaultFile, name: string): unknown {
  return ['psa-portal-admin vault entry', VERSION, id, name];
}

/** NFKC: the same words typed on another keyboard or system are the same passphrase (NIST SP 800-63B). */
async function passphraseKey(passphrase: string, { iterations, salt }: Kdf): Promise<CryptoKey> {
  const words = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveBits']);
  const parameters = {
    name: 'PBKDF2',
    hash: 'SHA-256',
    iterations,
    salt: fromBase64(salt) ?? new Uint8Array(),
  };
  return importKey(new Uint8Array(await crypto.subtle.deriveBits(parameters, material, KEY_BYTES * 8)));
}
