import * as v from 'valibot';
import type { SandboxOptions } from './server.js';
import { SeedNameSchema } from './store/seed/seed.js';

const EnvSchema = v.object({
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d+$/, 'must be a port number from 0 to 65535'),
      v.transform(Number),
      v.maxValue(65_535, 'must be a port number from 0 to 65535'),
    ),
    '4010',
  ),
  SANDBOX_DB: v.optional(
    v.pipe(v.string(), v.nonEmpty('must be a file path or a libSQL URL')),
    '.sandbox/psa.db',
  ),
  SANDBOX_SEED: v.optional(SeedNameSchema, 'demo'),
});

/** Reads the sandbox's options from the environment. Throws an error that names the variable and what it may be. */
export function readEnv(env: Readonly<Record<string, string | undefined>>): SandboxOptions {
  const parsed = v.safeParse(EnvSchema, env);
  if (!parsed.success) {
    const problems = parsed.issues.map(
      (issue) => `${v.getDotPath(issue) ?? 'environment'}: ${issue.message}`,
    );
    throw new Error(problems.join('\n'));
  }
  const { PORT, SANDBOX_DB, SANDBOX_SEED } = parsed.output;
  return { port: PORT, db: SANDBOX_DB, seed: SANDBOX_SEED };
}
