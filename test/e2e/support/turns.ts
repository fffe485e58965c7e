/** Runs what it is given one after the other, in the order in which it is given. */
export function inTurns(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let turn: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = turn.then(task);
    // What fails, fails for whoever gave it; the next one has its turn all the same.
    turn = mine.catch(() => undefined);
    return mine;
  };
}
