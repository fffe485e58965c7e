import type { Runtime, Scripting, Tabs } from 'webextension-polyfill';
import { isPermitted } from '../../channel/index.js';
import { oneAtATime } from '../one-at-a-time.js';

export interface PageAgentBrowser {
  readonly runtime: Pick<Runtime.Static, 'getManifest'>;
  readonly scripting: Pick<
    Scripting.Static,
    'executeScript' | 'registerContentScripts' | 'unregisterContentScripts' | 'getRegisteredContentScripts'
  >;
  readonly tabs: Pick<Tabs.Static, 'query'>;
}

export interface PageAgentOptions {
  readonly browser: PageAgentBrowser;
  /** The match patterns that the browser grants at this moment. */
  readonly granted: () => Promise<readonly string[]>;
  /** The PSAs that somebody has connected. */
  readonly psaOrigins: () => Promise<readonly string[]>;
}

const ID = 'page-agent ';

/**
 * The page agent on PSAs at hosts that the user granted at run time. The manifest's own hosts have it anyway; other
 * granted hosts, such as a portal service's, get nothing.
 */
export function createPageAgents({ browser, granted, psaOrigins }: PageAgentOptions) {
  const { scripting, tabs } = browser;
  const { files, matches } = scriptOfManifest(browser.runtime);
  const inTurn = oneAtATime();

  async function wantedPatterns(): Promise<string[]> {
    const [patterns, origins] = await Promise.all([granted(), psaOrigins()]);
    const wanted = origins.filter((origin) => isPermitted(origin, patterns) && !isPermitted(origin, matches));
    return [...new Set(wanted.map(patternOf))];
  }

  /** Files are compared too: another version of the extension may name them differently. */
  async function registeredPatterns(): Promise<string[]> {
    const scripts = await scripting.getRegisteredContentScripts();
    // A browser may tell them as addresses.
    const isCurrent = (js: string[] = []) => files.every((file, index) => js[index]?.endsWith(file));
    const ours = scripts.filter(({ id, js }) => id.startsWith(ID) && isCurrent(js));
    const old = scripts.filter((script) => !ours.includes(script));
    if (old.length > 0) await scripting.unregisterContentScripts({ ids: old.map(({ id }) => id) });
    return ours.map(({ id }) => id.slice(ID.length));
  }

  async function add(pattern: string): Promise<void> {
    await scripting.registerContentScripts([
      {
        id: ID + pattern,
        matches: [pattern],
        js: files,
        allFrames: true,
        runAt: 'document_idle',
        persistAcrossSessions: true,
      },
    ]);
    // Pages that are open already; one that is just closing, or not ours to enter, stays without.
    const open = await tabs.query({ url: pattern });
    const injected = open.map(async ({ id }) => {
      if (id !== undefined) await scripting.executeScript({ target: { tabId: id, allFrames: true }, files });
    });
    await Promise.allSettled(injected);
  }

  return {
    /** Makes what is registered what it should be: after each start, and each change of connections or permissions. */
    reconcile: () =>
      inTurn(async (): Promise<void> => {
        const [wanted, registered] = await Promise.all([wantedPatterns(), registeredPatterns()]);
        const ids = registered.filter((pattern) => !wanted.includes(pattern)).map((pattern) => ID + pattern);
        if (ids.length > 0) await scripting.unregisterContentScripts({ ids });
        for (const pattern of wanted.filter((one) => !registered.includes(one))) await add(pattern);
      }),
  };
}
export type PageAgents = ReturnType<typeof createPageAgents>;

/** Without the port: Firefox refuses patterns that name one. */
function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** The build names the file, so the manifest is asked. */
function scriptOfManifest(runtime: PageAgentBrowser['runtime']): { files: string[]; matches: string[] } {
  const [script] = runtime.getManifest().content_scripts ?? [];
  return { files: script?.js ?? [], matches: script?.matches ?? [] };
}
