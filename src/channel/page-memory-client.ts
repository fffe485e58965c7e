import type { PageMemory } from '../contract/index.js';
import { createAsk } from './ask.js';
import type { LivenessOptions } from './liveness.js';
import type { Transport } from './transport.js';

/** What the worker remembers for the company's page. Every method rejects with a `PortalError`. */
export function createRemotePageMemory(transport: Transport, options: LivenessOptions = {}): PageMemory {
  const ask = createAsk(transport, options);
  return {
    news: (companyId) => ask('company-news', { companyId }),
    markSeen: async (companyId, until) => {
      await ask('mark-company-seen', { companyId, until });
    },
    choices: () => ask('page-choices', {}),
    choose: async (choices) => {
      await ask('set-page-choices', choices);
    },
  };
}

/** Has the worker forget all of it; from the extension's own pages only. Rejects with a `PortalError`. */
export async function forgetPageMemory(transport: Transport): Promise<void> {
  await createAsk(transport)('forget-page-memory', {});
}
