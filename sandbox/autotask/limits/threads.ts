/** Vendor help, thread limiting: so many requests at once per integration code and object endpoint. */
const THREADS = 3;

export interface ThreadGate {
  /** Runs the work in one of the endpoint's threads; resolves to null, without running it, where all are taken. */
  run<T>(integrationCode: string, endpoint: string, work: () => Promise<T>): Promise<T | null>;
}

export function createThreadGate(): ThreadGate {
  const running = new Map<string, number>();
  return {
    run: async (integrationCode, endpoint, work) => {
      const key = `${integrationCode} ${endpoint.toLowerCase()}`;
      const taken = running.get(key) ?? 0;
      if (taken >= THREADS) return null;
      running.set(key, taken + 1);
      try {
        return await work();
      } finally {
        running.set(key, (running.get(key) ?? 1) - 1);
      }
    },
  };
}
