import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { readImports, roomOf } from '../../scripts/house/imports.js';
import { rooms } from '../../scripts/house/rooms.js';

// The planted files do not exist, so nothing can be asked about their types; the zones need only paths.
const eslint = new ESLint({
  overrideConfig: [
    { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked },
    { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } },
  ],
});

async function brokenRules(filePath: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result?.messages.map(({ ruleId }) => ruleId) ?? [];
}

describe('the house', () => {
  it.each([
    ['src/model/planted.ts', '../contract/index.js'],
    ['src/contract/planted.ts', '../clients/index.js'],
    ['src/components/planted.ts', '../clients/index.js'],
    ['src/components/shared/planted.ts', '../../channel/index.js'],
    ['src/background/planted.ts', '../components/index.js'],
    ['src/content/planted.ts', '../background/main.js'],
    ['sandbox/planted.ts', '../src/contract/index.js'],
  ])('lint refuses that %s imports %s', async (file, target) => {
    expect(
      await brokenRules(file, `import * as up from '${target}';\nexport const planted = up;\n`),
    ).toContain('import-x/no-restricted-paths');
  });

  it('lint lets a room import from below', async () => {
    const code = "import * as below from '../model/index.js';\nexport const planted = below;\n";
    expect(await brokenRules('src/contract/planted.ts', code)).not.toContain('import-x/no-restricted-paths');
  });

  it.each(['webextension-polyfill', 'ky'])('lint refuses %s in an element', async (name) => {
    const code = `import planted from '${name}';\nexport const x = planted;\n`;
    expect(await brokenRules('src/components/planted.ts', code)).toContain('no-restricted-imports');
  });

  it('has no circle and no arrow up, and every room is lived in', async () => {
    const imports = await readImports();
    expect(imports.filter(({ isCircular }) => isCircular)).toEqual([]);
    for (const { room, mayImport } of rooms) {
      const own = imports.filter(({ from }) => roomOf(from) === room);
      const targets = new Set(own.map(({ to }) => roomOf(to)).filter((target) => target !== room));
      expect(mayImport, room).toEqual(expect.arrayContaining([...targets]));
      expect(own.length, `${room} is empty`).toBeGreaterThan(0);
    }
  });
});
