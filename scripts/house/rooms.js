/**
 * The house: each room and the rooms below it that it may import. One table for the lint rule, the import graph and
 * the tests, so that the three can never disagree. Listed ground floor first.
 *
 * @type {ReadonlyArray<{ room: string, mayImport: readonly string[] }>}
 */
export const rooms = [
  { room: 'src/model', mayImport: [] },
  { room: 'src/contract', mayImport: ['src/model'] },
  { room: 'src/clients', mayImport: ['src/model', 'src/contract'] },
  // What an embedding application gets its data by: only the package's entry, src/index.ts, imports it.
  { room: 'src/embed', mayImport: ['src/model', 'src/contract', 'src/clients'] },
  { room: 'src/channel', mayImport: ['src/model', 'src/contract'] },
  { room: 'src/background', mayImport: ['src/model', 'src/contract', 'src/clients', 'src/channel'] },
  { room: 'src/locales', mayImport: [] },
  { room: 'src/components', mayImport: ['src/model', 'src/contract', 'src/locales'] },
  {
    room: 'src/content',
    mayImport: ['src/model', 'src/contract', 'src/channel', 'src/locales', 'src/components'],
  },
  {
    room: 'src/pages',
    mayImport: ['src/model', 'src/contract', 'src/channel', 'src/locales', 'src/components'],
  },
  { room: 'sandbox', mayImport: ['src/model'] },
];
