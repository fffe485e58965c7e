import { describe, expect, it } from 'vitest';
import {
  errorsOf,
  itemIdOf,
  itemOf,
  portalUserBody,
  useSandbox,
  without,
  type Item,
} from './support/sandbox.js';

/** Contacts of Nordlicht (Taskfire) without an account, one per test. */
const FREE = { created: 270, patched: 271, put: 273, twice: 274, taskfire: 276, secret: 277 };
const LEFT_THE_COMPANY = 280;
/** A contact of Harbor Supply, which has no Taskfire. */
const WITHOUT_TASKFIRE = 401;

describe('ClientPortalUsers', () => {
  const sandbox = useSandbox();
  const create = (body: Item) => sandbox.rest('POST', '/ClientPortalUsers', body);
  const read = async (id: number) => itemOf(await sandbox.rest('GET', `/ClientPortalUsers/${id.toString()}`));

  it('creates an account and answers with its id alone', async () => {
    const id = itemIdOf(await create(portalUserBody(FREE.created)));
    expect(await read(id)).toEqual({ ...portalUserBody(FREE.created), id, password: null });
  });

  it('changes what a PATCH sends and nothing else', async () => {
    const id = itemIdOf(await create(portalUserBody(FREE.patched)));
    const patch = { id, isClientPortalActive: false, SecurityLevel: 6 };
    expect(itemIdOf(await sandbox.rest('PATCH', '/ClientPortalUsers', patch))).toBe(id);
    expect(await read(id)).toMatchObject({
      ...portalUserBody(FREE.patched),
      password: null,
      isClientPortalActive: false,
      securityLevel: 6,
    });
  });

  it('wants the whole record in a PUT, but no password', async () => {
    const id = itemIdOf(await create(portalUserBody(FREE.put)));
    const whole = without(portalUserBody(FREE.put, { id, userName: 'put.whole' }), 'password');
    expect(itemIdOf(await sandbox.rest('PUT', '/ClientPortalUsers', whole))).toBe(id);
    expect(await read(id)).toMatchObject({ userName: 'put.whole' });
    const answer = await sandbox.rest('PUT', '/ClientPortalUsers', without(whole, 'userName'));
    expect(errorsOf(answer)).toEqual(['Missing Required Field: userName']);
  });

  it.each(Object.keys(portalUserBody(0)))('needs %s on create', async (field) => {
    const answer = await create(without(portalUserBody(FREE.secret), field));
    expect(answer.status).toBe(500);
    expect(errorsOf(answer)).toEqual([`Missing Required Field: ${field}`]);
  });

  it.each([
    ['a contact that does not exist', portalUserBody(999_999)],
    ['a contact that has left', portalUserBody(LEFT_THE_COMPANY)],
  ])('refuses %s in the vendor’s words', async (_name, body) => {
    const answer = await create(body);
    expect(answer.status).toBe(500);
    expect(errorsOf(answer)).toEqual([
      'Reference value on field: contactID of type: Contact does not exist or is invalid.',
    ]);
  });

  it.each([
    ['a user name that is taken, whatever its case', { userName: 'MAREIKE.ADLER@nordlicht.example' }],
    ['a user name with a space', { userName: 'two words' }],
    ['a user name with an umlaut', { userName: 'jürgen' }],
    ['a user name of 201 characters', { userName: 'x'.repeat(201) }],
    ['a password of four characters', { password: 'abcd' }],
    ['a password of 51 characters', { password: 'x'.repeat(51) }],
    ['a password with a space', { password: 'with space' }],
    ['a password with a single quotation mark', { password: "it's-long" }],
    ['an unknown level', { securityLevel: 99 }],
    ['an unknown date format', { dateFormat: 19 }],
    ['an unknown time format', { timeFormat: 4 }],
    ['an unknown number format', { numberFormat: 0 }],
    ['text for a boolean', { isClientPortalActive: 'true' }],
  ])('refuses %s', async (_name, wrong) => {
    const answer = await create(portalUserBody(FREE.secret, wrong));
    expect(answer.status).toBe(500);
    expect(errorsOf(answer)).toHaveLength(1);
  });

  it('gives a contact one account only', async () => {
    itemIdOf(await create(portalUserBody(FREE.twice)));
    const again = await create(portalUserBody(FREE.twice, { userName: 'second.account' }));
    expect(errorsOf(again)).toEqual(['A ClientPortalUser already exists for the specified contactID.']);
  });

  it('never moves an account to another contact', async () => {
    const answer = await sandbox.rest('PATCH', '/ClientPortalUsers', { id: 40_201, contactID: FREE.secret });
    expect(answer.status).toBe(500);
    expect(itemIdOf(await sandbox.rest('PATCH', '/ClientPortalUsers', { id: 40_201, contactID: 201 }))).toBe(
      40_201,
    );
  });

  it.each([4, 5, 7])('gives Taskfire level %d only where the company has Taskfire', async (securityLevel) => {
    const body = portalUserBody(WITHOUT_TASKFIRE, { securityLevel });
    expect(errorsOf(await create(body))[0]).toContain('TaskFire');
    const patch = { id: 40_400, securityLevel };
    expect((await sandbox.rest('PATCH', '/ClientPortalUsers', patch)).status).toBe(500);
    expect((await sandbox.rest('PATCH', '/ClientPortalUsers', { id: 40_202, securityLevel })).status).toBe(
      200,
    );
  });

  it('keeps the password to itself', async () => {
    const password = 'Only-For-This-Test-9';
    const id = itemIdOf(await create(portalUserBody(FREE.secret, { password })));
    const filter = [{ op: 'eq', field: 'password', value: password }];
    const asked = await sandbox.rest('POST', '/ClientPortalUsers/query', { filter });
    expect(asked.status).toBe(500);
    expect(errorsOf(asked)).toHaveLength(1);
    expect(JSON.stringify(await read(id))).not.toContain(password);
    const patch = { id, password: 'short' };
    expect(itemIdOf(await sandbox.rest('PATCH', '/ClientPortalUsers', patch))).toBe(id);
  });

  it('changes nothing when the record does not exist or the id is missing', async () => {
    const patch = (body: Item) => sandbox.rest('PATCH', '/ClientPortalUsers', body);
    expect((await patch({ id: 1, userName: 'nobody' })).status).toBe(500);
    expect(errorsOf(await patch({ userName: 'nobody' }))).toEqual(['Missing Required Field: id']);
  });

  it('creates at most one account when two requests race for a contact or a name', async () => {
    const racing = [FREE.taskfire, 278].map((contactID) =>
      create(portalUserBody(contactID, { userName: 'racing' })),
    );
    const statuses = (await Promise.all(racing)).map((answer) => answer.status);
    expect(statuses.toSorted()).toEqual([200, 500]);
  });
});
