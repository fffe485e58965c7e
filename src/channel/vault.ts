import * as v from 'valibot';
import { InstantSchema } from '../model/index.js';

/** Shortest passphrase: what protects the secrets on disk is nothing else (NIST SP 800-63B asks for 8, and for length above all). */
export const SHORTEST_PASSPHRASE = 12;
const PassphraseSchema = v.pipe(v.string(), v.maxLength(1024));
const NewPassphraseSchema = v.pipe(PassphraseSchema, v.minLength(SHORTEST_PASSPHRASE));

/** When the vault locks by itself. `afterIdleMinutes: null` = never because of idleness. */
export const VaultOptionsSchema = v.strictObject({
  afterIdleMinutes: v.nullable(v.picklist([5, 15, 60, 240])),
  onScreenLock: v.boolean(),
});
export type VaultOptions = v.InferOutput<typeof VaultOptionsSchema>;

/** Whether secrets are kept on disk, and whether they can be used now. */
export const VaultStateSchema = v.variant('state', [
  v.strictObject({ state: v.literal('none') }),
  v.strictObject({
    state: v.literal('locked'),
    options: VaultOptionsSchema,
    /** After wrong passphrases: the next one is not looked at before. */
    nextTryAt: v.nullable(InstantSchema),
  }),
  v.strictObject({ state: v.literal('unlocked'), options: VaultOptionsSchema }),
]);
export type VaultState = v.InferOutput<typeof VaultStateSchema>;

/** What came of a passphrase. `too-early` was not even tried. */
export const UnlockResultSchema = v.variant('result', [
  v.strictObject({ result: v.literal('unlocked') }),
  v.strictObject({ result: v.literal('wrong'), nextTryAt: InstantSchema }),
  v.strictObject({ result: v.literal('too-early'), nextTryAt: InstantSchema }),
]);
export type UnlockResult = v.InferOutput<typeof UnlockResultSchema>;

const Nothing = v.strictObject({});

/** The messages about the vault; from the extension's own pages only. */
export const vaultMessages = {
  'vault-state': { from: ['page'], request: Nothing, answer: VaultStateSchema },
  'create-vault': {
    from: ['page'],
    request: v.strictObject({ passphrase: NewPassphraseSchema }),
    answer: VaultStateSchema,
  },
  'unlock-vault': {
    from: ['page'],
    request: v.strictObject({ passphrase: PassphraseSchema }),
    answer: UnlockResultSchema,
  },
  'lock-vault': { from: ['page'], request: Nothing, answer: VaultStateSchema },
  /** Everything is encrypted anew, under a new key, with today's parameters. */
  'change-passphrase': {
    from: ['page'],
    request: v.strictObject({ current: PassphraseSchema, next: NewPassphraseSchema }),
    answer: UnlockResultSchema,
  },
  'set-vault-options': { from: ['page'], request: VaultOptionsSchema, answer: VaultStateSchema },
  /** Wipes the vault and every connection that is kept in it. */
  'forget-vault': { from: ['page'], request: Nothing, answer: VaultStateSchema },
} as const;
