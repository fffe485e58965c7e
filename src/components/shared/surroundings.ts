/** True in the extension, whose build writes this constant; false in an application that embeds the elements, which has no options page. */
export function isInExtension(): boolean {
  return typeof __OPEN_SHADOW_ROOTS__ !== 'undefined';
}
