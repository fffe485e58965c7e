import { beforeAll, describe, expect, it } from 'vitest';
import { BUILD_TARGETS } from '../../scripts/build/build-target.js';
import { readExtension } from '../../scripts/build/extension-files.js';
import { extensionSizes } from '../../scripts/build/extension-sizes.js';
import { sizeProblems, type Sizes } from '../../scripts/build/sizes.js';
import { releaseZip } from './support/release-zips.js';

describe.each(BUILD_TARGETS)('what a browser reads of the extension (%s)', (target) => {
  let sizes: Sizes = {};

  beforeAll(async () => {
    sizes = extensionSizes(await readExtension(releaseZip(target)));
  });

  it('is as large as docs/sizes.json says', () => {
    expect(sizeProblems('extension', sizes)).toEqual([]);
  });
});
