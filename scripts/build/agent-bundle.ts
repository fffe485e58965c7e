import type { CrxPlugin } from '@crxjs/vite-plugin';
import type { Plugin } from 'vite';
import { injectedBundle, type InjectedBundle } from './injected-bundle.js';

/** The page agent in the build. */
const AGENT_FILE = 'page-agent.js';

interface ContentScript {
  readonly js: readonly string[];
  readonly matches: readonly string[];
}

type AgentBundle = Pick<InjectedBundle, 'define' | 'output'> & {
  /** As the manifest is to have them, with the source's file. */
  contentScripts: readonly ContentScript[];
};

/**
 * The page agent as one script without comments: it is loaded in every frame of the PSA, and what crxjs makes of it keeps
 * them, which made a third of what is transferred.
 */
export function agentBundle({ contentScripts, define, output }: AgentBundle): Plugin[] {
  const [entry, ...others] = new Set(contentScripts.flatMap(({ js }) => js));
  if (entry === undefined || others.length > 0) throw new Error('The manifest must name one content script.');
  const named: CrxPlugin & Plugin = {
    name: 'portal-admin:agent-in-manifest',
    enforce: 'post',
    renderCrxManifest: (manifest) => ({
      ...manifest,
      content_scripts: contentScripts.map((script) => ({
        ...script,
        js: [AGENT_FILE],
        matches: [...script.matches],
      })),
    }),
  };
  return [injectedBundle({ entry, fileName: AGENT_FILE, define, output }), named];
}
