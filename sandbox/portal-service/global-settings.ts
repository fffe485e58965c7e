import type { Context, Hono } from 'hono';
import { GlobalChangeSchema } from '../../src/model/index.js';
import type { StoredGlobals } from '../store/provider.js';
import type { Store } from '../store/store.js';
import { entityTag, versionOfTag } from './entity-tag.js';
import type { ServiceEnv } from './env.js';
import { invalid, parseChange, ruleProblem } from './field-problems.js';
import { problem } from './problem.js';
import { readVersionedWrite } from './versioned-write.js';

/** D1: reading and changing what companies inherit, with a version that must match. */
export function globalSettingsPath(app: Hono<ServiceEnv>, store: Store): void {
  app.get('/global-settings', async (c) => answer(c, store, await store.provider.globals()));
  app.patch('/global-settings', async (c) => {
    const sent = await readVersionedWrite(c);
    if (sent instanceof Response) return sent;
    const parsed = parseChange(GlobalChangeSchema, sent.body);
    if (!parsed.isValid) return invalid(parsed.problems);
    const result = await store.provider.saveGlobals({
      change: parsed.change,
      expectedVersion: versionOfTag(sent.version),
      changedBy: c.get('account').displayName,
    });
    switch (result.kind) {
      case 'saved':
        return answer(c, store, result.current);
      case 'conflict':
        return problem('conflict', { headers: { ETag: entityTag(result.current) } });
      case 'refused':
        return invalid(result.problems.map(ruleProblem));
    }
  });
}

async function answer(c: Context, store: Store, stored: StoredGlobals): Promise<Response> {
  const version = entityTag(stored);
  c.header('ETag', version);
  return c.json({ ...stored, version, followers: await store.provider.followers() });
}
