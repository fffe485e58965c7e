import { generatePassword } from '../../model/index.js';
import { entriesWith, type SessionArea } from '../session-area.js';

const PREFIX = 'initial-password:';
const keyOf = (jobId: string, index: number): string => `${PREFIX}${jobId}:${String(index)}`;

/** Which of these steps have made their account. */
export type AreDone = (jobId: string, indexes: readonly number[]) => Promise<readonly number[]>;

/**
 * The initial passwords of accounts that jobs create: in memory only (`storage.session`), where they outlive the worker but
 * not the browser. Each is there before its step begins and stays the same however often that is tried, so that it is the
 * account's, whichever try succeeded.
 */
export function createInitialPasswords(area: SessionArea, areDone: AreDone) {
  /** By job: the passwords by step, and which of them belong to accounts that are there. */
  const jobs = new Map<string, { drafted: Map<number, string>; ready: Set<number> }>();
  let loaded: Promise<void> | undefined;

  async function load(): Promise<void> {
    for (const [rest, password] of await entriesWith(area, PREFIX)) {
      const [jobId = '', index = ''] = rest.split(':');
      if (typeof password === 'string') of(jobId).drafted.set(Number(index), password);
    }
    for (const [jobId, { drafted, ready }] of jobs)
      for (const index of await areDone(jobId, [...drafted.keys()])) ready.add(index);
  }

  function of(jobId: string) {
    const known = jobs.get(jobId) ?? { drafted: new Map<number, string>(), ready: new Set<number>() };
    jobs.set(jobId, known);
    return known;
  }

  async function drop(jobId: string, indexes: readonly number[]): Promise<void> {
    const { drafted, ready } = of(jobId);
    const known = indexes.filter((index) => drafted.delete(index));
    for (const index of known) ready.delete(index);
    if (drafted.size === 0) jobs.delete(jobId);
    if (known.length > 0) await area.remove(known.map((index) => keyOf(jobId, index)));
  }

  async function whenLoaded(): Promise<void> {
    loaded ??= load();
    try {
      await loaded;
    } catch (thrown) {
      loaded = undefined;
      throw thrown;
    }
  }

  return {
    /** Makes sure that each of these steps has a password. */
    async draft(jobId: string, indexes: readonly number[]): Promise<void> {
      await whenLoaded();
      const { drafted } = of(jobId);
      const fresh = indexes
        .filter((index) => !drafted.has(index))
        .map((index) => [index, generatePassword()] as const);
      await area.set(Object.fromEntries(fresh.map(([index, password]) => [keyOf(jobId, index), password])));
      for (const [index, password] of fresh) drafted.set(index, password);
    },
    /** The password of a step that `draft` was called for. */
    of: (jobId: string, index: number): string | undefined => of(jobId).drafted.get(index),
    /** The account is there: its password can be handed out. */
    async ready(jobId: string, index: number): Promise<void> {
      await whenLoaded();
      const { drafted, ready } = of(jobId);
      if (drafted.has(index)) ready.add(index);
    },
    async drop(jobId: string, indexes: readonly number[]): Promise<void> {
      await whenLoaded();
      await drop(jobId, indexes);
    },
    async dropAll(jobId: string): Promise<void> {
      await whenLoaded();
      await drop(jobId, [...of(jobId).drafted.keys()]);
    },
    /** Whether there is something to hand out. */
    async has(jobId: string): Promise<boolean> {
      await whenLoaded();
      return (jobs.get(jobId)?.ready.size ?? 0) > 0;
    },
    /** Hands out what is ready, by step, for the first and last time: gone before anybody has it, so never given twice. */
    async take(jobId: string): Promise<ReadonlyMap<number, string>> {
      await whenLoaded();
      const { drafted, ready } = of(jobId);
      const taken = new Map([...drafted].filter(([index]) => ready.has(index)).sort(([a], [b]) => a - b));
      await drop(jobId, [...taken.keys()]);
      return taken;
    },
  };
}
export type InitialPasswords = ReturnType<typeof createInitialPasswords>;
