/** `npm run sizes`: measures what is watched and writes it to docs/sizes.json. The package must have been built. */
import { readExtension } from './extension-files.js';
import { extensionSizes } from './extension-sizes.js';
import { buildExtension } from './extension.js';
import { entrySizes } from './package/entry-sizes.js';
import { OUT_DIR } from './package.js';
import { writeSizes } from './sizes.js';

writeSizes('package', await entrySizes(OUT_DIR));
writeSizes('extension', extensionSizes(await readExtension(await buildExtension('chromium'))));
