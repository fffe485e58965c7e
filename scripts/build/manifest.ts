/** Makes each browser's manifest from the one in `manifest.json`. */
import type { ManifestV3Export } from '@crxjs/vite-plugin';
import source from '../../manifest.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };
import { DATA_TYPES } from '../store/listing.js';
import type { BuildTarget } from './build-target.js';

/** The add-on's id in Firefox: needed there for `storage` to survive and for updates. */
export const GECKO_ID = 'psa-portal-admin@psa-portal-admin.example';

/** The oldest Firefox that the end-to-end tests drive (an extended support release). */
export const OLDEST_FIREFOX = '153.0';

/** Firefox wants to be told which data leave the browser, also where they go to nobody but the user's own PSA. */
function targetKeys(target: BuildTarget) {
  if (target === 'chromium') return {};
  return {
    minimum_chrome_version: undefined,
    browser_specific_settings: {
      gecko: {
        id: GECKO_ID,
        strict_min_version: OLDEST_FIREFOX,
        data_collection_permissions: { required: [...DATA_TYPES] },
      },
    },
  };
}

/** The scripts in the PSA's pages; their paths still name the sources. */
export const contentScripts = source.content_scripts;

/** The manifest that crxjs builds from: paths still name the sources. Worker and page agent are added by their bundles. */
export function extensionManifest(target: BuildTarget): ManifestV3Export {
  return {
    ...source,
    ...targetKeys(target),
    content_scripts: undefined,
    version: packageJson.version,
  };
}
