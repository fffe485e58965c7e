import * as v from 'valibot';
import { demoData, type MemoryCompany, type MemoryData } from '../clients/index.js';
import { applyChange, defaultSettings, type Company, type SomeSettings } from '../model/index.js';
import { clashes } from './seed-clashes.js';
import { SeedSchema } from './seed-schema.js';

/** A company to begin with. What is left out is as of an active customer whom nobody has touched: no contacts, no Taskfire. */
export interface CompanySeed extends Partial<Omit<MemoryCompany, 'company' | 'settings'>> {
  readonly company: Partial<Company> & Pick<Company, 'id' | 'name'>;
  readonly settings?: SomeSettings;
}

/** What a demo begins with. What is left out is as in the demo data. */
export interface PortalSeed extends Partial<Omit<MemoryData, 'companies'>> {
  readonly companies?: readonly CompanySeed[];
}

/** More places than these help nobody at once. */
const MOST_FAULTS = 10;

/**
 * The seed, filled up. Demo data come from whoever embeds the elements, perhaps from a file, so they are read like an answer.
 *
 * @throws TypeError that names each place and what is wrong there.
 */
export function checkedSeed(seed: PortalSeed, now: Date): MemoryData {
  const parsed = v.safeParse(SeedSchema, seed);
  if (!parsed.success)
    throw wrongSeed(parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'seed'}: ${issue.message}`));
  const { companies, ...rest } = parsed.output;
  const filled = companies?.map(({ settings, ...company }): MemoryCompany => ({
    ...company,
    settings: applyChange(defaultSettings, settings),
  }));
  const data = { ...demoData(now), ...rest, ...(filled === undefined ? {} : { companies: filled }) };
  const found = clashes(data);
  if (found.length > 0) throw wrongSeed(found);
  return data;
}

function wrongSeed(faults: readonly string[]): TypeError {
  const more = faults.length > MOST_FAULTS ? [`… and ${faults.length - MOST_FAULTS} more`] : [];
  const lines = [...faults.slice(0, MOST_FAULTS), ...more].map((line) => `- ${line}`);
  return new TypeError(`memoryPortal: the seed cannot be used.\n${lines.join('\n')}`);
}
