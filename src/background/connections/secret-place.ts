import type { SessionArea } from '../session-area.js';

const PREFIX = 'secret:';

/** Where secrets are kept, by name. What comes back was stored by somebody else's yesterday: parse it. */
export interface SecretPlace {
  /** Undefined where there is none, or one that cannot be read any more. Rejects with `locked`. */
  read(name: string): Promise<unknown>;
  /** Rejects with `locked` or `storage-full`. */
  write(name: string, value: unknown): Promise<void>;
  /** Also of a place that is locked. */
  remove(name: string): Promise<void>;
}

/** In the browser's memory, until it ends. */
export function sessionSecrets(session: SessionArea): SecretPlace {
  return {
    read: async (name) => (await session.get(PREFIX + name))[PREFIX + name],
    write: (name, value) => session.set({ [PREFIX + name]: value }),
    remove: (name) => session.remove(PREFIX + name),
  };
}
