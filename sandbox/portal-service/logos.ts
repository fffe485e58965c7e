import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { LogoSlotSchema, MOST_LOGO_BYTES, type LogoSlot } from '../../src/model/index.js';
import type { LogoWriteResult, StoredLogos } from '../store/logos.js';
import type { Store } from '../store/store.js';
import { knownCompanyId } from './company-id.js';
import { entityTag, versionOfTag } from './entity-tag.js';
import type { ServiceEnv } from './env.js';
import { invalid } from './field-problems.js';
import { problem } from './problem.js';
import { readVersion, readVersionedWrite } from './versioned-write.js';

/** What is sent at most: a logo as base64 takes a third more than its bytes, and what is beyond is not even read. */
const MOST_BODY = 2 * MOST_LOGO_BYTES;
/** The file itself is looked at by the store. */
const UploadSchema = v.strictObject({ data: v.string() });

type LogoContext = Context<ServiceEnv, string>;

/** G: the logos of a company, with a version that must match. */
export function logoPaths(app: Hono<ServiceEnv>, store: Store): void {
  const path = '/companies/:id/logos';
  app.get(path, async (c) => answer(c, await store.logos.get(await companyOf(c, store))));
  app.put(`${path}/:slot`, bodyLimit({ maxSize: MOST_BODY, onError: tooLarge }), (c) =>
    write(c, store, async (to) => {
      const sent = await readVersionedWrite(c);
      if (sent instanceof Response) return sent;
      const upload = v.safeParse(UploadSchema, sent.body);
      if (!upload.success) return invalid([{ path: ['data'], code: 'invalid-value' }]);
      const expectedVersion = versionOfTag(sent.version);
      return store.logos.save({ ...to, upload: upload.output, expectedVersion });
    }),
  );
  app.delete(`${path}/:slot`, (c) =>
    write(c, store, async (to) => {
      const version = readVersion(c);
      if (version instanceof Response) return version;
      return store.logos.save({ ...to, upload: null, expectedVersion: versionOfTag(version) });
    }),
  );
}

interface Target {
  readonly companyId: number;
  readonly slot: LogoSlot;
}

/** Who may not write learns nothing of companies; an unknown slot is no place at all. */
async function write(
  c: LogoContext,
  store: Store,
  save: (to: Target) => Promise<LogoWriteResult | Response>,
): Promise<Response> {
  if (!c.get('account').mayConfigurePortal) return problem('forbidden');
  const slot = v.safeParse(LogoSlotSchema, c.req.param('slot'));
  if (!slot.success) return problem('not-found');
  const result = await save({ companyId: await companyOf(c, store), slot: slot.output });
  if (result instanceof Response) return result;
  switch (result.kind) {
    case 'saved':
      return answer(c, result.current);
    case 'conflict':
      return problem('conflict', { headers: { ETag: entityTag(result.current) } });
    case 'refused':
      return invalid([{ path: [slot.output], code: result.problem }]);
  }
}

const companyOf = (c: LogoContext, store: Store): Promise<number> =>
  knownCompanyId(store, c.req.param('id') ?? '');

function answer(c: LogoContext, stored: StoredLogos): Response {
  const version = entityTag(stored);
  c.header('ETag', version);
  return c.json({ ...stored, version });
}

function tooLarge(c: Context): Response {
  const problems = [{ path: [c.req.param('slot')], code: 'too-large' }];
  // The rest of the body is on its way, so the connection is of no use to the next request.
  return problem('content-too-large', { extension: { problems }, headers: { Connection: 'close' } });
}
