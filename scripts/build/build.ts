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
import { BUILD_TARGETS, type BuildTarget } from './build-target.js';
import { buildExtension, buildLocalExtension } from './extension.js';
import { readPreset } from './preset.js';

const { values } = parseArgs({
  options: {
    target: { type: 'string', default: 'all' },
    preset: { type: 'string' },
    test: { type: 'boolean', default: false },
  },
});

const target = v.parse(v.picklist([...BUILD_TARGETS, 'all'], 'unknown --target'), values.target);
const connectionPreset = values.preset === undefined ? null : readPreset(values.preset);

for (const each of target === 'all' ? BUILD_TARGETS : [target]) {
  console.log(`Built ${each}: ${path.relative(process.cwd(), await buildFor(each))}`);
}

function buildFor(each: BuildTarget): Promise<string> {
  const isPublished = connectionPreset === null && !values.test;
  if (isPublished) return buildExtension(each);
  return buildLocalExtension(each, { connectionPreset, openShadowRoots: values.test });
}
