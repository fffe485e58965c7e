import * as v from 'valibot';
import type { Statement } from '../database.js';
import { demoStatements } from './demo.js';
import { largeStatements } from './large.js';
import { providerStatements } from './provider.js';

/** `demo`: a handful of companies; `large`: these, and company 500 with 100,000 contacts. */
export const SeedNameSchema = v.picklist(['demo', 'large']);
export type SeedName = v.InferOutput<typeof SeedNameSchema>;

/** Fills an empty database; equal to the byte every time. */
export async function seedStatements(name: SeedName): Promise<Statement[]> {
  const demo = [...(await providerStatements()), ...demoStatements()];
  return name === 'large' ? [...demo, ...largeStatements()] : demo;
}
