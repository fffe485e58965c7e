/**
 * `npm run build`: the extension for Chromium and Firefox, as published.
 *
 *   npm run build -- --target chromium|firefox|all   default: all
 *   npm run build -- --preset connection.json        a sandbox build that is already connected
 *   npm run build -- --test                          open shadow roots, for drivers and axe
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { BUILD_TARGETS } from './extension-build.js';
import { buildExtension } from './extension.js';
import { readPreset } from './preset.js';

const { values } = parseArgs({
  options: {
    target: { type: 'string', default: 'all' },
    preset: { type: 'string' },
    test: { type: 'boolean', default: false },
  },
});

const target = v.parse(v.picklist([...BUILD_TARGETS, 'all'], 'unknown --target'), values.target);
const preset = values.preset === undefined ? null : readPreset(values.preset);

for (const each of target === 'all' ? BUILD_TARGETS : [target]) {
  const outDir = await buildExtension({ target: each, preset, test: values.test });
  console.log(`Built ${each}: ${path.relative(process.cwd(), outDir)}`);
}
