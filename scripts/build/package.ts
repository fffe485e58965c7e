import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { build } from 'vite';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const outDir = path.join(projectRoot, 'dist/package');
const ManifestSchema = v.looseObject({ dependencies: v.record(v.string(), v.string()) });

/**
 * `npm run build:package`: the elements, clients and contract as ES modules with types, file for file as in `src`, so
 * that the embedding app's bundler takes only what it uses. Dependencies stay imports.
 */
export async function buildPackage(): Promise<string> {
  await rm(outDir, { recursive: true, force: true });
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      sourcemap: true,
      minify: false,
      lib: {
        entry: ['src/index.ts', 'src/components/index.ts', 'src/locales/localization.ts'],
        formats: ['es'],
      },
      rolldownOptions: {
        external: dependencyPatterns(),
        output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
      },
    },
  });
  writeTypes();
  return outDir;
}

/** A dependency and everything below it, such as `lit/decorators.js`. */
function dependencyPatterns(): RegExp[] {
  const text = readFileSync(path.join(projectRoot, 'package.json'), 'utf8');
  const { dependencies } = v.parse(ManifestSchema, JSON.parse(text));
  return Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`));
}

function writeTypes(): void {
  const args = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.package.json', '--outDir', outDir];
  const { status } = spawnSync(process.execPath, args, { cwd: projectRoot, stdio: 'inherit' });
  if (status !== 0) throw new Error('The types could not be written; the message of tsc stands above.');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`Built the package: ${path.relative(process.cwd(), await buildPackage())}`);
}
