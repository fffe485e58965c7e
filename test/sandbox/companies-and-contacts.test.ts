import { describe, expect, it } from 'vitest';
import { errorsOf, itemIdOf, itemOf, useSandbox, without, type Item } from './support/sandbox.js';

describe('Companies', () => {
  const sandbox = useSandbox();
  const read = async (id: number) => itemOf(await sandbox.rest('GET', `/Companies/${id.toString()}`));
  const patch = (body: Item) => sandbox.rest('PATCH', '/Companies', body);
  const body = { companyName: 'Möwe & Co.', companyType: 1, ownerResourceID: 1, phone: '+49 40 1' };

  it('creates, reads, patches and replaces', async () => {
    const id = itemIdOf(await sandbox.rest('POST', '/Companies', { ...body, city: 'Emden' }));
    expect(await read(id)).toMatchObject({
      ...body,
      id,
      city: 'Emden',
      isActive: true,
      isClientPortalActive: true,
    });
    itemIdOf(await patch({ id, companyNumber: 'M-1' }));
    expect(await read(id)).toMatchObject({ city: 'Emden', companyNumber: 'M-1' });
    itemIdOf(await sandbox.rest('PUT', '/Companies', { ...body, id, isActive: true }));
    expect(await read(id)).toMatchObject({ ...body, city: null, companyNumber: null });
  });

  it('takes the provider’s own company 0 for what it is: a company', async () => {
    itemIdOf(await patch({ id: 0, city: 'Altona' }));
    expect(await read(0)).toMatchObject({ id: 0, companyName: 'Nordwind IT', city: 'Altona' });
  });

  it.each(['isClientPortalActive', 'isTaskFireActive'])('never changes %s', async (flag) => {
    expect((await patch({ id: 174, [flag]: false })).status).toBe(500);
    expect((await patch({ id: 174, [flag]: true, city: 'Bremen' })).status).toBe(200);
    expect(await read(174)).toMatchObject({ [flag]: true });
  });

  it.each([
    ['an unknown type', { companyType: 5 }],
    ['an unknown parent', { parentCompanyID: 99_999 }],
    ['itself as parent', { parentCompanyID: 175 }],
    ['an unknown country', { countryID: 999 }],
    ['an empty name', { companyName: '' }],
    ['a name that is too long', { companyName: 'x'.repeat(101) }],
  ])('refuses %s', async (_name, wrong) => {
    const answer = await patch({ id: 175, ...wrong });
    expect(answer.status).toBe(500);
    expect(errorsOf(answer)).toHaveLength(1);
  });

  it('keeps the type of a company with Taskfire', async () => {
    expect(errorsOf(await patch({ id: 174, companyType: 3 }))[0]).toContain('TaskFire');
    expect((await patch({ id: 174, companyType: 1 })).status).toBe(200);
    expect((await patch({ id: 175, companyType: 3 })).status).toBe(200);
  });
});

describe('Contacts', () => {
  const sandbox = useSandbox();
  const read = async (id: number) => itemOf(await sandbox.rest('GET', `/Contacts/${id.toString()}`));
  const write = (method: string, body: Item, company = 190) =>
    sandbox.rest(method, `/Companies/${company.toString()}/Contacts`, body);
  const body = { firstName: 'Tjark', lastName: 'Öllers', isActive: 1 };

  it('are written below their company', async () => {
    const id = itemIdOf(await write('POST', { ...body, emailAddress: 't@brueckner.example' }));
    expect(await read(id)).toMatchObject({
      ...body,
      id,
      companyID: 190,
      emailAddress: 't@brueckner.example',
    });
    itemIdOf(await write('PATCH', { id, isActive: 0 }));
    expect(await read(id)).toMatchObject({ isActive: 0, emailAddress: 't@brueckner.example' });
    itemIdOf(await write('PUT', { ...body, id }));
    expect(await read(id)).toMatchObject({ ...body, emailAddress: null });
  });

  it('belong to the company in the URL', async () => {
    expect((await write('POST', { ...body, companyID: 174 })).status).toBe(500);
    expect((await write('PATCH', { id: 201, title: 'x' })).status).toBe(500);
    expect((await write('POST', body, 99_999)).status).toBe(500);
  });

  it.each(['firstName', 'lastName', 'isActive'])('need %s', async (field) => {
    expect(errorsOf(await write('POST', without(body, field)))).toEqual([`Missing Required Field: ${field}`]);
  });

  it('are deleted with their account, unless it has a Taskfire level', async () => {
    const remove = (company: number, id: number) =>
      sandbox.rest('DELETE', `/Companies/${company.toString()}/Contacts/${id.toString()}`);
    expect(itemIdOf(await remove(190, 460))).toBe(460);
    expect(await read(460)).toBeNull();
    expect(itemOf(await sandbox.rest('GET', '/ClientPortalUsers/40460'))).toBeNull();
    expect(errorsOf(await remove(174, 201))[0]).toContain('TaskFire');
    expect((await remove(190, 201)).status).toBe(500);
    expect(await read(201)).not.toBeNull();
  });

  it('never get an id again that was deleted', async () => {
    const id = itemIdOf(await write('POST', body));
    itemIdOf(await sandbox.rest('DELETE', `/Companies/190/Contacts/${id.toString()}`));
    expect(itemIdOf(await write('POST', body))).toBeGreaterThan(id);
  });

  it.each([undefined, [], 'text'])('need an object as body, not %j', async (wrong) => {
    const answer = await sandbox.rest('POST', '/Companies/190/Contacts', wrong);
    expect(answer.status).toBe(500);
    expect(errorsOf(answer)).toHaveLength(1);
  });
});
