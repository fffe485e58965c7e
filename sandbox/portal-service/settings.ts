import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import type { StoredSettings } from '../store/settings.js';
import type { Store } from '../store/store.js';
import { knownCompanyId } from './company-id.js';
import type { ServiceEnv } from './env.js';
import { parseChange, ruleProblem, type FieldProblem } from './field-problems.js';
import { problem } from './problem.js';

const JsonSchema = v.pipe(v.string(), v.parseJson());

/** Reading and changing the settings of a company, with a version that must match. */
export function settingsPath(app: Hono<ServiceEnv>, store: Store): void {
  app.get('/companies/:id/settings', async (c) => {
    const id = await knownCompanyId(store, c.req.param('id'));
    return settingsAnswer(c, id, await store.settings.get(id));
  });
  app.patch('/companies/:id/settings', async (c) => {
    const account = c.get('account');
    if (!account.mayConfigurePortal) return problem('forbidden');
    const companyId = await knownCompanyId(store, c.req.param('id'));
    const version = c.req.header('If-Match');
    if (version === undefined) return problem('version-missing', { detail: 'Send it in If-Match.' });
    if (!isJson(c.req.header('Content-Type'))) return problem('unsupported-media-type');
    const body = v.safeParse(JsonSchema, await c.req.text());
    if (!body.success) return problem('malformed');
    const parsed = parseChange(body.output);
    if (!parsed.isValid) return invalid(parsed.problems);
    const result = await store.settings.save({
      companyId,
      change: parsed.change,
      expectedVersion: versionOfTag(version),
      changedBy: account.displayName,
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

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;|$)/i.test(contentType ?? '');
}

const entityTag = ({ version }: StoredSettings): string => `"${version}"`;

/** A tag that this service never gave stands for a version that never was, so it conflicts. */
function versionOfTag(tag: string): number {
  const digits = /^"(\d{1,15})"$/.exec(tag.trim())?.[1];
  return digits === undefined ? -1 : Number(digits);
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

function invalid(problems: readonly FieldProblem[]): Response {
  return problem('validation', { extension: { problems } });
}
