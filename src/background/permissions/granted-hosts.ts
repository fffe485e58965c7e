import type { Permissions } from 'webextension-polyfill';

/** The hosts that the browser lets us into at this moment: the manifest's own and what the user granted later. */
export function createGrantedHosts(permissions: Pick<Permissions.Static, 'getAll'>) {
  // At once: the first message is judged by it, and whoever sent that waits for the worker's start already.
  let known: Promise<readonly string[]> | undefined = ask();
  // Told to whoever needs it.
  known.catch(() => undefined);

  async function ask(): Promise<readonly string[]> {
    return (await permissions.getAll()).origins ?? [];
  }

  return {
    /** As match patterns. Asked once per worker; the browser tells of changes. */
    patterns(): Promise<readonly string[]> {
      known ??= ask();
      return known;
    },
    /** For `permissions.onAdded` and `onRemoved`. */
    changed(): void {
      known = undefined;
    },
  };
}
