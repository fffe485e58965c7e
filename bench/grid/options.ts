import { parseArgs } from 'node:util';
import { contestants } from './contestants.js';

export interface GridOptions {
  readonly rounds: number;
  readonly counts: readonly number[];
  readonly names: readonly string[];
  /** After so many no further round is begun that would not end in time. */
  readonly minutes: number;
  /** A file for all that was measured. */
  readonly json: string | undefined;
}

/**
 * `--rounds=5`, `--counts=1000,10000,100000`, `--only=portal-contact-grid,slickgrid`, `--minutes=25`, `--json=FILE`;
 * `--quick` is one round of 10,000. Throws on anything else.
 */
export function readOptions(args: readonly string[]): GridOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      counts: { type: 'string' },
      only: { type: 'string' },
      minutes: { type: 'string', default: '25' },
      json: { type: 'string' },
    },
  });
  const names = values.only?.split(',') ?? contestants;
  const unknown = names.filter((name) => !contestants.includes(name));
  if (unknown.length > 0)
    throw new Error(`unknown: ${unknown.join(', ')}; there is ${contestants.join(', ')}`);
  return {
    rounds: numberIn(values.rounds ?? (values.quick ? '1' : '5')),
    counts: (values.counts ?? (values.quick ? '10000' : '1000,10000,100000')).split(',').map(numberIn),
    names,
    minutes: numberIn(values.minutes),
    json: values.json,
  };
}

function numberIn(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`"${text}" is no number of anything`);
  return number;
}
