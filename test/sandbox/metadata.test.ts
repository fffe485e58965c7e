import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { texts } from '../../sandbox/pages/texts/texts.js';
import { useSandbox } from './support/sandbox.js';

const FieldsSchema = v.object({
  fields: v.array(
    v.object({
      name: v.string(),
      dataType: v.string(),
      length: v.number(),
      isRequired: v.boolean(),
      isReadOnly: v.boolean(),
      isQueryable: v.boolean(),
      isPickList: v.boolean(),
      picklistValues: v.nullable(
        v.array(v.object({ value: v.string(), label: v.string(), isActive: v.boolean() })),
      ),
    }),
  ),
});

describe('entityInformation', () => {
  const sandbox = useSandbox();
  const fields = async (entity: string) => {
    const answer = await sandbox.rest('GET', `/${entity}/entityInformation/fields`);
    const list = v.parse(FieldsSchema, answer.json).fields;
    return new Map(list.map((field) => [field.name, field]));
  };

  it('says that accounts can be created and changed, never deleted', async () => {
    const { json } = await sandbox.rest('GET', '/ClientPortalUsers/entityInformation');
    expect(json).toMatchObject({
      info: {
        canCreate: true,
        canUpdate: true,
        canQuery: true,
        canDelete: false,
        hasUserDefinedFields: false,
      },
    });
  });

  it('lists formats in the vendor’s order and levels from the data', async () => {
    const portalUser = await fields('ClientPortalUsers');
    const values = (name: string) => portalUser.get(name)?.picklistValues ?? [];
    expect(values('dateFormat')).toHaveLength(18);
    expect(values('dateFormat')[14]).toMatchObject({ value: '15', label: 'dd.MM.yyyy' });
    expect(values('timeFormat').map(({ label }) => label)).toEqual(['hh:mm tt', 'h:mm tt', 'HH:mm']);
    expect(values('numberFormat').map(({ label }) => label)).toEqual(['X,XXX.XX', 'X.XXX,XX']);
    expect(values('securityLevel').map(({ value }) => value)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('names tickets’ priorities and queues as the PSA’s pages do, and one that was given up (S10)', async () => {
    const ticket = await fields('Tickets');
    const values = (name: string) => ticket.get(name)?.picklistValues ?? [];
    const active = (name: string) =>
      Object.fromEntries(values(name).flatMap((one) => (one.isActive ? [[one.value, one.label]] : [])));
    expect(active('priority')).toEqual(texts.en.priorities);
    expect(active('queueID')).toEqual(texts.en.queues);
    expect(values('queueID').at(-1)).toMatchObject({ value: '7', label: 'Telephone', isActive: false });
    expect((await sandbox.rest('GET', '/Tickets/1')).status).toBe(404);
  });

  it('tells what cannot be written or queried', async () => {
    const portalUser = await fields('ClientPortalUsers');
    expect(portalUser.get('password')).toMatchObject({ isQueryable: false, length: 50 });
    expect(portalUser.get('userName')).toMatchObject({ isQueryable: true, length: 200, isRequired: true });
    const company = await fields('Companies');
    expect(company.get('isClientPortalActive')).toMatchObject({ isReadOnly: true, dataType: 'boolean' });
    expect(company.get('isTaskFireActive')).toMatchObject({ isReadOnly: true });
    expect((await fields('Contacts')).get('isActive')).toMatchObject({ dataType: 'integer' });
  });

  it.each(['Companies', 'Contacts', 'ClientPortalUsers'])(
    'has no user-defined fields on %s',
    async (entity) => {
      const { json } = await sandbox.rest('GET', `/${entity}/entityInformation/userDefinedFields`);
      expect(json).toEqual({ fields: [] });
    },
  );
});
