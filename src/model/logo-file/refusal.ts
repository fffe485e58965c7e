import type { LogoProblem } from '../logo.js';

/** Ends the reading of a file that cannot become a logo. It never leaves this folder: outside it is a value. */
export class LogoRefusal extends Error {
  constructor(readonly problem: LogoProblem) {
    super(problem);
    this.name = 'LogoRefusal';
  }
}

/** Ends the reading with this problem unless the condition holds. */
export function must(condition: boolean, problem: LogoProblem = 'damaged'): asserts condition {
  if (!condition) throw new LogoRefusal(problem);
}
