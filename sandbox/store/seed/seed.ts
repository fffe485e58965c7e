import * as v from 'valibot';
import type { Statement } from '../database.js';
import { demoStatements } from './demo.js';
import { largeStatements } from './large.js';
import { providerStatements } from './provider.js';

/** `demo`: a handful of companies; `large`: these, and company 500 with 100,000 contacts. */
export const SeedNameSchema = v.picklist(['demo', 'large']);
export type SeedName = v.InferOutput<typeof SeedNameSchema>;

/** Fills an empty database; equal to the byte for the same moment, which only the sign-ins know of. */
export async function seedStatements(name: SeedName, now = new Date()): Promise<Statement[]> {
  const demo = [...(await providerStatements()), ...demoStatements(now)];
  return name === 'large' ? [...demo, ...largeStatements()] : demo;
}
