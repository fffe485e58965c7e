import { describe, expect, it } from 'vitest';
import { itemOf, useSandbox } from './support/sandbox.js';

describe('which calls exist', () => {
  const sandbox = useSandbox();

  it.each([
    ['POST', '/Contacts'],
    ['PATCH', '/Contacts'],
    ['PUT', '/Contacts'],
    ['GET', '/Contacts'],
    ['GET', '/Tickets/1'],
    ['POST', '/Companies/174/ClientPortalUsers'],
    ['GET', '/Companies/abc'],
    ['POST', '/Companies/174/Contacts/query'],
  ])('%s %s is no resource', async (method, target) => {
    const answer = await sandbox.rest(method, target, method === 'GET' ? undefined : {});
    expect(answer.status).toBe(404);
    expect(answer.json).toHaveProperty('Message');
  });

  it.each([
    ['DELETE', '/ClientPortalUsers/40201'],
    ['DELETE', '/ClientPortalUsers'],
    ['PUT', '/ClientPortalUsers/40201'],
    ['GET', '/ClientPortalUsers'],
    ['GET', '/Companies'],
    ['DELETE', '/Companies/174'],
    ['DELETE', '/Contacts/201'],
    ['DELETE', '/Companies/174/Contacts'],
    ['PATCH', '/Companies/174/Contacts/201'],
    ['POST', '/ThresholdInformation'],
    ['PATCH', '/Companies/query'],
    ['POST', '/Companies/entityInformation'],
  ])('%s %s is a verb that the resource lacks', async (method, target) => {
    const answer = await sandbox.rest(method, target, method === 'GET' ? undefined : {});
    expect(answer.status).toBe(405);
    expect(answer.json).toEqual({
      Message: `The requested resource does not support http method '${method}'.`,
    });
  });

  it('answers an unknown id with no item', async () => {
    for (const target of ['/Companies/99999', '/Contacts/99999', '/ClientPortalUsers/1'])
      expect(itemOf(await sandbox.rest('GET', target))).toBeNull();
  });

  it('shows a child only below its own parent', async () => {
    expect(itemOf(await sandbox.rest('GET', '/Companies/174/Contacts/201'))).toMatchObject({ id: 201 });
    expect(itemOf(await sandbox.rest('GET', '/Companies/175/Contacts/201'))).toBeNull();
  });
});
