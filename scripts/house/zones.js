import { rooms } from './rooms.js';

/**
 * The table of rooms as zones of the lint rule `import-x/no-restricted-paths`: whatever a room may not import, is
 * forbidden to it. Stories show elements on the memory client, so they are no part of the room they stand in.
 *
 * @returns {Array<{ target: string[], from: string, message: string }>}
 */
export function houseZones() {
  return rooms.flatMap(({ room, mayImport }) =>
    rooms
      .filter((other) => other.room !== room && !mayImport.includes(other.room))
      .map((other) => ({
        target: [`./${room}/**/!(*.stories).ts`],
        from: `./${other.room}/**`,
        message: `${room} may import ${mayImport.join(', ') || 'no other room'}: the house is entered from above.`,
      })),
  );
}
