import type { PortalErrorData, PortalMethod } from '../../src/contract/index.js';
import {
  createMemoryClient,
  type Failure,
  type MemoryClient,
  type MemoryClientOptions,
} from '../../src/clients/memory/index.js';

/** The backend behind a story, as its controls set it. */
export interface BackendArgs {
  readonly permission: 'admin' | 'viewer';
  readonly latencyMs: number;
  readonly failing: 'nothing' | 'reading' | 'saving';
  readonly error: 'offline' | 'forbidden' | 'auth' | 'rate-limited' | 'unknown';
}

export const usualBackend: BackendArgs = {
  permission: 'admin',
  latencyMs: 20,
  failing: 'nothing',
  error: 'offline',
};

/** Chooses among the companies of the demo data. */
export const companyIdArgType = {
  control: {
    type: 'select',
    labels: {
      0: '0: the provider itself',
      174: '174: a dairy',
      175: '175: a florist with Taskfire',
      176: '176: logistics with early access',
      177: '177: an empty branch',
    },
  },
  options: [0, 174, 175, 176, 177],
} as const;

const category = { table: { category: 'the backend of this story' } } as const;

export const backendArgTypes = {
  permission: {
    ...category,
    control: 'inline-radio',
    options: ['admin', 'viewer'],
    description: 'What the signed-in user may do. A viewer lacks the right to configure the client portal.',
  },
  latencyMs: {
    ...category,
    control: { type: 'range', min: 0, max: 5000, step: 10 },
    description: 'How long each call takes, in ms.',
  },
  failing: {
    ...category,
    control: 'inline-radio',
    options: ['nothing', 'reading', 'saving'],
    description: 'Which calls fail, every time.',
  },
  error: {
    ...category,
    control: 'select',
    options: ['offline', 'forbidden', 'auth', 'rate-limited', 'unknown'],
    description: 'With which of the errors of the contract they fail.',
  },
} as const;

const readings: readonly PortalMethod[] = [
  ...(['capabilities', 'settings', 'globalSettings', 'contacts'] as const),
  ...(['logos', 'ssoEvents', 'taskfire'] as const),
];
const savings: readonly PortalMethod[] = [
  ...([
    'saveSettings',
    'saveGlobalSettings',
    'createContact',
    'createPortalUser',
    'changePortalUser',
  ] as const),
  ...(['setLogo', 'removeLogo', 'enableTaskfire', 'disableTaskfire', 'setTaskfireBilling'] as const),
];

function errorOf(code: BackendArgs['error']): PortalErrorData {
  return code === 'rate-limited' ? { code, retryAt: new Date(Date.now() + 60_000).toISOString() } : { code };
}

function failuresOf({ failing, error }: BackendArgs): Failure[] {
  const methods = { nothing: [], reading: readings, saving: savings }[failing];
  return methods.map((method) => ({ method, error: errorOf(error), times: Infinity }));
}

/** A story's own backend, with what its controls add. */
export function backendOf(args: BackendArgs, own: MemoryClientOptions = {}): MemoryClient {
  const { permission, latencyMs } = args;
  return createMemoryClient({
    permission,
    latencyMs,
    ...own,
    failures: [...(own.failures ?? []), ...failuresOf(args)],
  });
}

/** Of a list that comes in pages the first comes and the second does not. */
export function failAfterFirst(admin: MemoryClient, method: 'contacts' | 'ssoEvents'): void {
  const fail = (): void => {
    admin.fail({ method, error: { code: 'offline' } });
  };
  if (method === 'contacts') admin.contacts = andThen(admin.contacts.bind(admin), fail);
  else admin.ssoEvents = andThen(admin.ssoEvents.bind(admin), fail);
}

/** The same method, which does something else once, after its first answer. */
function andThen<Args extends unknown[], Answer>(
  method: (...args: Args) => Promise<Answer>,
  then: () => void,
): (...args: Args) => Promise<Answer> {
  let isFirst = true;
  return async (...args) => {
    const answer = await method(...args);
    if (isFirst) then();
    isFirst = false;
    return answer;
  };
}
