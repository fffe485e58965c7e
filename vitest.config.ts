import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import type { BrowserProviderOption } from 'vitest/node';
import { installedBrowser } from './scripts/setup/install-browsers.js';
import { installedFirefox } from './scripts/test/firefox-provider.js';
import { openWcInVitest } from './scripts/test/open-wc-in-vitest.js';

/** Runs in Node against real servers and files. `files` are folders under test/. */
function nodeProject(
  name: string,
  files: readonly string[],
  options: { testTimeout: number; globalSetup?: string },
): TestProjectConfiguration {
  return {
    test: {
      name,
      environment: 'node',
      include: files.map((folder) => `test/${folder}/**/*.test.ts`),
      // One process for all files: to load the modules anew for each took a third of the time.
      isolate: false,
      ...options,
      hookTimeout: 120_000,
      maxConcurrency: 3,
    },
  };
}

/** `npm test` installs a Chromium before it gets here; other runs must still load this file without one. */
function chromiumPath(): { executablePath?: string } {
  const executablePath = installedBrowser('chromium');
  return executablePath === null ? {} : { executablePath };
}

/** Runs inside a browser, in a page of vitest's own. */
function browserProject(
  name: string,
  include: readonly string[],
  browser: 'chromium' | 'firefox',
  provider: BrowserProviderOption,
): TestProjectConfiguration {
  return {
    plugins: [openWcInVitest()],
    optimizeDeps: {
      exclude: ['@web/test-runner-commands'],
      include: [
        '@open-wc/testing',
        'lit',
        'lit/decorators.js',
        '@lit/localize',
        '@lit/context',
        'valibot',
        'papaparse',
        'idb',
        'fast-check',
      ],
    },
    test: {
      name,
      provide: { isLong: process.env.TEST_LONG !== undefined },
      include: [...include],
      setupFiles: browser === 'firefox' ? ['test/components/tab-stops.ts'] : [],
      // @open-wc/testing cleans its fixtures up through a global afterEach.
      globals: true,
      testTimeout: 20_000,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider,
        instances: [{ browser, viewport: { width: 1180, height: 800 } }],
      },
    },
  };
}

/** What must hold in either browser: the keyboard, what screen readers are told, and axe. */
const IN_FIREFOX_TOO = ['test/components/**/{keyboard,accessibility,contract}.test.ts'];

/** Builds what the tests with the extension are about, once. */
const RELEASE_ZIPS = 'test/e2e/support/release-zips.ts';

/** What tools say at every start, and nobody can act on. A warning that is not here is shown. */
const CHATTER = ['Lit is in dev mode.'];

export default defineConfig({
  test: {
    onConsoleLog: (log) => !CHATTER.some((words) => log.includes(words)),
    projects: [
      nodeProject('unit', ['model', 'contract', 'channel', 'background', 'content', 'embed', 'repo'], {
        testTimeout: 30_000,
      }),
      nodeProject('sandbox', ['sandbox'], { testTimeout: 60_000 }),
      nodeProject('contract', ['clients'], { testTimeout: 60_000 }),
      browserProject(
        'elements',
        ['test/components/**/*.test.ts'],
        'chromium',
        playwright({ launchOptions: { ...chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] } }),
      ),
      browserProject('elements-firefox', IN_FIREFOX_TOO, 'firefox', installedFirefox()),
      nodeProject('e2e', ['e2e'], { testTimeout: 120_000, globalSetup: RELEASE_ZIPS }),
      nodeProject('package', ['package'], {
        testTimeout: 120_000,
        globalSetup: 'test/package/support/packed-package.ts',
      }),
      nodeProject('faults', ['faults'], { testTimeout: 120_000, globalSetup: RELEASE_ZIPS }),
    ],
  },
});
