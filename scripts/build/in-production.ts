let running = 0;
let before: string | undefined;

/**
 * Runs builds as they are published. Vite takes `NODE_ENV` for the truth: under vitest it is `test`, and lit's development
 * build would be in what is tested. Builds may run at the same time; the last one puts the variable back.
 */
export async function inProduction<T>(work: () => Promise<T>): Promise<T> {
  if (running === 0) before = process.env.NODE_ENV;
  running += 1;
  process.env.NODE_ENV = 'production';
  try {
    return await work();
  } finally {
    running -= 1;
    if (running === 0) restore();
  }
}

function restore(): void {
  if (before === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = before;
}
