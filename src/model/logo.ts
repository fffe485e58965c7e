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

/** G3, pixels along one edge, and in all. Our own limits: a picture is unpacked by whoever opens the login page. */
export const MOST_LOGO_EDGE = 4096;
export const MOST_LOGO_PIXELS = 4_000_000;

/** G3: why a file cannot become a logo. */
export const logoProblems = [
  /** It has no bytes. */
  'empty',
  /** More bytes than `MOST_LOGO_BYTES`. */
  'too-large',
  /** No picture at all, whatever its name says. */
  'not-an-image',
  /** SVG can carry script (G2); packed or in another encoding, too. */
  'svg-refused',
  /** A picture of a type that is not taken. */
  'type-not-allowed',
  /** Of a type that is taken, but of a kind that browsers do not show (JPEG: arithmetic, lossless, 12 bits). */
  'variant-not-allowed',
  /** It ends too early. */
  'truncated',
  /** It breaks the rules of its type: checksums, order, references, picture data that are no picture of its size. */
  'damaged',
  /** More than `MOST_LOGO_EDGE` or `MOST_LOGO_PIXELS`. */
  'too-many-pixels',
  /** More than one picture. */
  'animated',
  /** Something follows the picture's end. */
  'trailing-data',
  /** It holds a page, script, document or archive beside the picture. */
  'hidden-content',
] as const;
export type LogoProblem = (typeof logoProblems)[number];

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
/** A logo for each slot, or null. */
export type LogoSlots = v.InferOutput<typeof SlotsSchema>;

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
