import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  TaskfireAgreementSchema,
  TaskfireDisabledSchema,
  TaskfireSchema,
  type Taskfire,
} from '../../src/model/index.js';
import { readDocument, type OpenApi } from './support/openapi.js';
import { asAdmin, asViewer, jsonAsAdmin, problemOf } from './support/portal-service.js';
import { itemOf, pageOf, useSandbox, type Answer } from './support/sandbox.js';
import { misfits } from './support/shape.js';

const PROVIDER = 0;
const NORDLICHT = 174;
const HARBOR_SUPPLY = 175;
const ALPENGLANZ = 180;
const PORTAL_OFF = 190;

describe('Taskfire at the portal service', () => {
  let document: OpenApi;
  beforeAll(async () => {
    document = await readDocument();
  });
  const sandbox = useSandbox();
  const url = (id: number, part = ''): string => `/portal/v1/companies/${id}/taskfire${part}`;
  const taskfireOf = async (id: number): Promise<Taskfire> =>
    v.parse(TaskfireSchema, (await sandbox.call('GET', url(id), { headers: asAdmin })).json);

  async function write(id: number, part: string, body: unknown, version?: string): Promise<Answer> {
    const headers = { ...jsonAsAdmin, 'If-Match': version ?? (await taskfireOf(id)).version };
    return sandbox.call(part === '/billing' ? 'PUT' : 'POST', url(id, part), { headers, body });
  }
  const accepted = { agreementVersion: '2026-1', confirmed: ['fees', 'authority'] };
  const moves = [4, 5, 7].map((from) => ({ from, to: 1 }));
  const codesOf = (answer: Answer): unknown[] =>
    v.parse(v.array(v.object({ code: v.string() })), problemOf(answer).problems).map(({ code }) => code);

  it('gives its version as entity tag, and starts in version 0', async () => {
    const answer = await sandbox.call('GET', url(HARBOR_SUPPLY), { headers: asAdmin });
    expect(answer.json).toEqual({ isActive: false, version: '"0"' });
    expect(answer.headers.get('ETag')).toBe('"0"');
  });

  it('tells the agreement in the language that is asked for (T1)', async () => {
    const read = async (language: string) => {
      const headers = { ...asAdmin, 'Accept-Language': language };
      const { json } = await sandbox.call('GET', url(HARBOR_SUPPLY, '/agreement'), { headers });
      return v.parse(TaskfireAgreementSchema, json);
    };
    const [german, english] = [await read('de-AT,de;q=0.9'), await read('fr')];
    expect([german.language, german.title]).toEqual(['de', 'Taskfire-Vereinbarung']);
    expect([english.language, english.title]).toEqual(['en', 'Taskfire Agreement']);
    expect(german.confirmations.map(({ id }) => id)).toEqual(english.confirmations.map(({ id }) => id));
    expect(german.version).toBe('2026-1');
  });

  it('keeps the text that was accepted, though there is a newer one (T1)', async () => {
    const { json } = await sandbox.call('GET', url(NORDLICHT, '/agreement'), { headers: asAdmin });
    expect(v.parse(TaskfireAgreementSchema, json).version).toBe('2025-1');
  });

  it('lists contracts of which one is open-ended, one ends soon and one is over (T2)', async () => {
    const { json } = await sandbox.call('GET', url(HARBOR_SUPPLY, '/contracts'), { headers: asAdmin });
    const ends = v.parse(v.array(v.object({ expiresOn: v.nullable(v.string()) })), json);
    const today = new Date().toISOString().slice(0, 10);
    const [open, soon, over] = ends.map(({ expiresOn }) => expiresOn);
    expect(open).toBeNull();
    expect(Date.parse(soon ?? '') - Date.parse(today)).toBeLessThan(30 * 24 * 60 * 60 * 1000);
    expect((over ?? '') < today).toBe(true);
    expect((await sandbox.call('GET', url(PROVIDER, '/contracts'), { headers: asAdmin })).json).toEqual([]);
  });

  it('counts licences and levels from the accounts (T4)', async () => {
    const now = await taskfireOf(NORDLICHT);
    const users = pageOf(
      await sandbox.rest(
        'GET',
        `/ClientPortalUsers/query?search={"filter":[{"op":"gte","field":"id","value":0}]}`,
      ),
    ).items.filter(
      ({ securityLevel, id }) =>
        Number(id) > 40_200 && Number(id) < 40_400 && [4, 5, 7].includes(Number(securityLevel)),
    );
    if (!now.isActive) throw new Error('Taskfire is not active');
    expect(now.levelsInUse.reduce((sum, level) => sum + level.users, 0)).toBe(users.length);
    expect(now.licences).toBe(users.filter((user) => user.isClientPortalActive === true).length);
    expect(now.levelsInUse.map(({ name }) => name)).toEqual([
      'Resource',
      'Administrator',
      'Taskfire dispatcher',
    ]);
  });

  it.each([
    ['/enable', accepted],
    ['/disable', { moves: [] }],
    ['/billing', { choice: null }],
  ])('describes each refusal of %s, which changes nothing (S15)', async (part, body) => {
    const before = await taskfireOf(ALPENGLANZ);
    const method = part === '/billing' ? 'PUT' : 'POST';
    const to = url(ALPENGLANZ, part);
    const withTag = (headers: Record<string, string>, tag: string) => ({ ...headers, 'If-Match': tag });
    const json = { 'Content-Type': 'application/json' };
    const answers: [number, Answer][] = [
      [401, await sandbox.call(method, to, { body })],
      [
        403,
        await sandbox.call(method, to, { headers: withTag({ ...asViewer, ...json }, before.version), body }),
      ],
      [428, await sandbox.call(method, to, { headers: jsonAsAdmin, body })],
      [415, await sandbox.call(method, to, { headers: withTag(asAdmin, before.version), body })],
      [412, await write(ALPENGLANZ, part, body, '"999"')],
      [422, await write(ALPENGLANZ, part, { nonsense: true })],
      [404, await write(4711, part, body, '"0"')],
    ];
    for (const [status, answer] of answers) {
      expect(answer.status).toBe(status);
      const operation = { method, path: `/companies/{companyId}/taskfire${part}` };
      const shape = document.answer(operation, status, 'application/problem+json');
      expect(shape && misfits(shape, answer.json), `${part} ${status}`).toEqual([]);
    }
    expect(await taskfireOf(ALPENGLANZ)).toEqual(before);
  });

  it('is not enabled where the portal is off, nor twice (S1)', async () => {
    expect(codesOf(await write(PORTAL_OFF, '/enable', accepted))).toEqual(['portal-disabled']);
    expect(codesOf(await write(NORDLICHT, '/enable', accepted))).toEqual(['taskfire-active']);
  });

  it('can be enabled for the provider itself, and is never billed there (T4)', async () => {
    expect((await write(PROVIDER, '/enable', accepted)).status).toBe(200);
    const choice = { contractId: 11_740, serviceId: 117_400 };
    expect(codesOf(await write(PROVIDER, '/billing', { choice }))).toEqual(['never-billed']);
    expect((await write(PROVIDER, '/billing', { choice: null })).status).toBe(200);
  });

  it('moves every user of every Taskfire level, or nobody (T3)', async () => {
    const before = await taskfireOf(NORDLICHT);
    if (!before.isActive) throw new Error('Taskfire is not active');
    const partly = await write(NORDLICHT, '/disable', { moves: moves.slice(1) });
    expect(problemOf(partly).problems).toEqual([{ path: ['4'], code: 'level-move-missing' }]);
    expect(await taskfireOf(NORDLICHT)).toEqual(before);
    const answer = await write(NORDLICHT, '/disable', { moves });
    const shape = document.answer(
      { method: 'POST', path: '/companies/{companyId}/taskfire/disable' },
      200,
      'application/json',
    );
    expect(shape && misfits(shape, answer.json)).toEqual([]);
    const { taskfire, moved } = v.parse(TaskfireDisabledSchema, answer.json);
    expect(moved).toHaveLength(before.levelsInUse.reduce((sum, { users }) => sum + users, 0));
    expect(taskfire).toEqual(await taskfireOf(NORDLICHT));
    expect(itemOf(await sandbox.rest('GET', '/ClientPortalUsers/40201'))).toMatchObject({ securityLevel: 1 });
    expect(itemOf(await sandbox.rest('GET', `/Companies/${NORDLICHT}`))).toMatchObject({
      isTaskFireActive: false,
    });
  });

  it('never gives the version of an earlier life again', async () => {
    const ended = await taskfireOf(NORDLICHT);
    expect((await write(NORDLICHT, '/enable', accepted)).status).toBe(200);
    expect((await write(NORDLICHT, '/disable', { moves: [] })).status).toBe(200);
    expect((await write(NORDLICHT, '/enable', accepted, ended.version)).status).toBe(412);
  });
});
