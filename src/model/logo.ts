import * as v from 'valibot';

/** G1: where a logo appears. */
export const logoSlots = ['login', 'header'] as const;
export const LogoSlotSchema = v.picklist(logoSlots);
export type LogoSlot = (typeof logoSlots)[number];

/** G2: the formats that are taken. SVG is not: it can carry script. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
export const LogoTypeSchema = v.picklist(logoTypes);
export type LogoType = (typeof logoTypes)[number];

/** G3, bytes. Our own limit: the vendor's help names none. */
export const MOST_LOGO_BYTES = 1024 * 1024;

/** A file's bytes as base64: it crosses contexts as text. */
const Base64Schema = v.pipe(
  v.string(),
  v.maxLength(Math.ceil(MOST_LOGO_BYTES / 3) * 4),
  v.regex(/^[A-Za-z0-9+/]*={0,2}$/),
);

/** A logo that is in force: its picture with its size in pixels. */
export const LogoSchema = v.object({
  type: LogoTypeSchema,
  data: Base64Schema,
  width: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  height: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});
export type Logo = v.InferOutput<typeof LogoSchema>;

/** A file to become a logo. Its kind is told by its content, never by its name. */
export const LogoUploadSchema = v.strictObject({ data: Base64Schema });
export type LogoUpload = v.InferOutput<typeof LogoUploadSchema>;

const SlotsSchema = v.object({ login: v.nullable(LogoSchema), header: v.nullable(LogoSchema) });

/**
 * G1: the logos of one company, and those that it inherits where it has none: the provider's, which are those of
 * company 0. Of company 0 itself nothing is inherited but the PSA's own, which is null.
 */
export const CompanyLogosSchema = v.object({
  own: SlotsSchema,
  inherited: SlotsSchema,
  /** Opaque; goes back with a change so that the backend can tell whether someone changed them in between. */
  version: v.string(),
});
export type CompanyLogos = v.InferOutput<typeof CompanyLogosSchema>;
