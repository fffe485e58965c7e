/** ms after which nobody is expected to ask any more. */
const PATIENCE = 100;

/**
 * Puts off what is to be done at each start of the worker until whoever started it has their answer: both need the same
 * thread, and only one of them is waited for. Where nobody asks, it begins after a moment.
 */
export function createLateStart(start: () => void, patience: number = PATIENCE) {
  const timer = setTimeout(begin, patience);
  let isBegun = false;

  function begin(): void {
    if (isBegun) return;
    isBegun = true;
    clearTimeout(timer);
    start();
  }

  return {
    /** Somebody has been answered. */
    answered: begin,
  };
}
