/** The strong entity tag of what is stored in a version. */
export const entityTag = ({ version }: { readonly version: number }): string => `"${version}"`;

/** A tag that this service never gave stands for a version that never was, so it conflicts. */
export function versionOfTag(tag: string): number {
  const digits = /^"(\d{1,15})"$/.exec(tag.trim())?.[1];
  return digits === undefined ? -1 : Number(digits);
}
