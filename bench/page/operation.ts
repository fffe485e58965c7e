import { afterFrame } from './frames.js';

/**
 * Starts a work right after a frame and waits for the first painted frame in which all is right. Resolves to the ms
 * between the two; one frame is the least there can be. Rejects with what was still wrong.
 *
 * @param patience ms until it gives up, longer than anything takes that works.
 * @param wrong what is not right yet about the painted frame, or undefined.
 */
export async function timeUntilRight(
  start: () => void,
  wrong: () => string | undefined,
  patience: number,
): Promise<number> {
  await afterFrame();
  const begin = performance.now();
  start();
  for (;;) {
    await afterFrame();
    const complaint = wrong();
    const time = performance.now() - begin;
    if (complaint === undefined) return time;
    if (time > patience) throw new Error(complaint);
  }
}
