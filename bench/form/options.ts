import { parseArgs } from 'node:util';
import { contestants } from './contestants.js';

export interface FormOptions {
  readonly rounds: number;
  readonly names: readonly string[];
}

/** `--rounds=7`, `--only=portal-company-settings,ui5`; `--quick` is one round. Throws on anything else. */
export function readOptions(args: readonly string[]): FormOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const names = values.only?.split(',') ?? contestants;
  const unknown = names.filter((name) => !contestants.includes(name));
  if (unknown.length > 0)
    throw new Error(`unknown: ${unknown.join(', ')}; there is ${contestants.join(', ')}`);
  const rounds = Number(values.rounds ?? (values.quick ? '1' : '7'));
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`"${values.rounds ?? ''}" is no number of rounds`);
  return { rounds, names };
}
