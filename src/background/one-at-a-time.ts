/** Runs one task after the other, in the order asked: what is read, changed and written back must not interleave. */
export function oneAtATime(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const current = last.then(task);
    last = current.catch(() => undefined);
    return current;
  };
}
