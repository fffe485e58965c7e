import type { Context, Hono } from 'hono';
import { SomeSettingsSchema } from '../../src/model/index.js';
import type { StoredSettings } from '../store/settings.js';
import type { Store } from '../store/store.js';
import { knownCompanyId } from './company-id.js';
import { entityTag, versionOfTag } from './entity-tag.js';
import type { ServiceEnv } from './env.js';
import { invalid, parseChange, ruleProblem } from './field-problems.js';
import { problem } from './problem.js';
import { readVersionedWrite } from './versioned-write.js';

/** Reading and changing the settings of a company, with a version that must match. */
export function settingsPath(app: Hono<ServiceEnv>, store: Store): void {
  app.get('/companies/:id/settings', async (c) => {
    const id = await knownCompanyId(store, c.req.param('id'));
    return settingsAnswer(c, id, await store.settings.get(id));
  });
  app.patch('/companies/:id/settings', async (c) => {
    const sent = await readVersionedWrite(c);
    if (sent instanceof Response) return sent;
    const companyId = await knownCompanyId(store, c.req.param('id'));
    const parsed = parseChange(SomeSettingsSchema, sent.body);
    if (!parsed.isValid) return invalid(parsed.problems);
    const result = await store.settings.save({
      companyId,
      change: parsed.change,
      expectedVersion: versionOfTag(sent.version),
      changedBy: c.get('account').displayName,
    });
    switch (result.kind) {
      case 'saved':
        return settingsAnswer(c, companyId, result.current);
      case 'conflict':
        return conflictAnswer(companyId, result.current);
      case 'refused':
        return invalid(result.problems.map(ruleProblem));
    }
  });
}

function snapshot(companyId: number, stored: StoredSettings): Record<string, unknown> {
  return { companyId, ...stored, version: entityTag(stored) };
}

function settingsAnswer(c: Context, companyId: number, stored: StoredSettings): Response {
  c.header('ETag', entityTag(stored));
  return c.json(snapshot(companyId, stored));
}

function conflictAnswer(companyId: number, stored: StoredSettings): Response {
  const extension = { current: snapshot(companyId, stored) };
  return problem('conflict', { extension, headers: { ETag: entityTag(stored) } });
}
