/** The eight bytes that every PNG begins with (PNG specification, 5.2). */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Width and height of a PNG in pixels. @throws when the bytes are none. */
export function pngSize(bytes: Uint8Array): [width: number, height: number] {
  if (!SIGNATURE.every((byte, index) => bytes[index] === byte)) throw new Error('This is no PNG.');
  // The header comes first: its length and name, then width and height.
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}
