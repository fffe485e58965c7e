/** Derives each build's manifest from the one in `manifest.json`. */
import type { ManifestV3Export } from '@crxjs/vite-plugin';
import source from '../../manifest.json' with { type: 'json' };
import packageJson from '../../package.json' with { type: 'json' };
import type { ExtensionBuild } from './extension-build.js';

/** The add-on's id in Firefox: needed there for `storage` to survive and for updates. */
export const GECKO_ID = 'psa-portal-admin@psa-portal-admin.example';

/** The oldest Firefox that the end-to-end tests drive (an extended support release). */
const OLDEST_FIREFOX = '153.0';

/** Match patterns carry no port, so this is every server on this machine: sandbox builds only. */
const SANDBOX_PAGES = 'http://127.0.0.1/*';

/** The same servers by a name that has to be granted at run time, to try out how that goes: sandbox builds only. */
const GRANTABLE_SANDBOX_PAGES = 'http://localhost/*';

/** Firefox wants to be told that no data is collected. */
function targetKeys(target: ExtensionBuild['target']) {
  if (target === 'chromium') return {};
  return {
    minimum_chrome_version: undefined,
    browser_specific_settings: {
      gecko: {
        id: GECKO_ID,
        strict_min_version: OLDEST_FIREFOX,
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}

function sandboxPages({ preset }: Pick<ExtensionBuild, 'preset'>): string[] {
  return preset === null ? [] : [SANDBOX_PAGES];
}

/** The scripts in the PSA's pages; their paths still name the sources. */
export function contentScripts(extension: Pick<ExtensionBuild, 'preset'>) {
  return source.content_scripts.map((script) => ({
    ...script,
    matches: [...script.matches, ...sandboxPages(extension)],
  }));
}

/** The manifest that crxjs builds from: paths still name the sources. Worker and page agent are added by their bundles. */
export function extensionManifest({ target, preset }: ExtensionBuild): ManifestV3Export {
  return {
    ...source,
    ...targetKeys(target),
    content_scripts: undefined,
    name: preset === null ? source.name : `${source.name} (sandbox)`,
    version: packageJson.version,
    host_permissions: [...source.host_permissions, ...sandboxPages({ preset })],
    optional_host_permissions: [
      ...source.optional_host_permissions,
      ...(preset === null ? [] : [GRANTABLE_SANDBOX_PAGES]),
    ],
  } as ManifestV3Export;
}
