import { readImports, roomOf, type Import } from './imports.js';
import { rooms } from './rooms.js';

/**
 * `npm run house`: prints which room imports from which, as it stands in the code, and ends with 1 if an arrow points
 * up or files import each other in a circle. `--quiet` prints only what is wrong.
 */
async function main(): Promise<number> {
  const imports = await readImports();
  if (!process.argv.includes('--quiet')) printHouse(imports);
  const wrong = [...arrowsUp(imports), ...imports.filter(({ isCircular }) => isCircular)];
  for (const { from, to, isCircular } of wrong) {
    console.error(`${isCircular ? 'circle' : 'arrow up'}: ${from} -> ${to}`);
  }
  return wrong.length === 0 && imports.length > 0 ? 0 : 1;
}

function arrowsUp(imports: readonly Import[]): Import[] {
  return imports.filter(({ from, to }) => {
    const [source, target] = [roomOf(from), roomOf(to)];
    const allowed = rooms.find(({ room }) => room === source)?.mayImport ?? [];
    return source !== undefined && target !== undefined && source !== target && !allowed.includes(target);
  });
}

/** The top floor first, so that every arrow points down. */
function printHouse(imports: readonly Import[]): void {
  for (const { room } of [...rooms].reverse()) {
    const own = imports.filter(({ from }) => roomOf(from) === room);
    const files = new Set(own.map(({ from }) => from)).size;
    console.log(`${room} (${files} files that import)`);
    for (const { room: target } of [...rooms].reverse()) {
      const count = own.filter(({ to }) => target !== room && roomOf(to) === target).length;
      if (count > 0) console.log(`  -> ${target} (${count})`);
    }
  }
}

process.exitCode = await main();
