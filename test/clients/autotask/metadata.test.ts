import { describe, expect, it } from 'vitest';
import { autotaskOn } from '../support/clients.js';
import { useHttpServer } from '../support/http-server.js';

const vendor = useHttpServer();
const company = { id: 174, companyName: 'Käserei', isActive: true, companyType: 1 };

/** A tenant that gives the API user these rights on portal users. */
function tenantWith(info: Record<string, unknown>): void {
  vendor.answer(({ path }) =>
    path.endsWith('/entityInformation')
      ? { info: { canCreate: true, canUpdate: true, ...info } }
      : { item: company },
  );
}

describe('what a tenant says about itself', () => {
  it.each([
    [{ userAccessForCreate: 'All', userAccessForUpdate: 'All' }, { state: 'available' }],
    [{ userAccessForCreate: 'None' }, { state: 'read-only', reason: 'permission-missing' }],
    [{ userAccessForUpdate: 'none' }, { state: 'read-only', reason: 'permission-missing' }],
    [{ canUpdate: false }, { state: 'read-only', reason: 'api-read-only' }],
  ])('with %j portal users are %j', async (info, expected) => {
    tenantWith(info);
    const { operations } = await autotaskOn(vendor.url()).capabilities(174);
    expect(operations.portalUsers).toEqual(expected);
  });

  it.each([
    [{ userAccessForCreate: 'All' }, { state: 'available' }],
    [{ userAccessForCreate: 'None' }, { state: 'read-only', reason: 'permission-missing' }],
  ])('with %j contacts are %j', async (info, expected) => {
    tenantWith(info);
    const { operations } = await autotaskOn(vendor.url()).capabilities(174);
    expect(operations.contacts).toEqual(expected);
  });

  it('never offers to write a setting, and reads one', async () => {
    tenantWith({});
    const { operations, settings } = await autotaskOn(vendor.url()).capabilities(174);
    expect(operations.settings).toEqual({ state: 'read-only', reason: 'api-read-only' });
    const { portalEnabled, ...others } = settings;
    expect(portalEnabled).toEqual({ state: 'read-only', reason: 'api-read-only' });
    expect(Object.values(others).map((one) => one.state)).not.toContain('available');
    expect(Object.values(others).map((one) => one.state)).not.toContain('read-only');
  });

  it('names priorities and queues, given up ones too, and expects nothing of a ticket’s other fields (S10)', async () => {
    const asked: string[] = [];
    vendor.answer(({ path }) => {
      asked.push(path);
      return {
        fields: [
          { name: 'status', picklistValues: [{ value: 'New', label: null }] },
          {
            name: 'Priority',
            picklistValues: [
              { value: '4', label: 'Kritisch', isActive: true },
              { value: '2', label: 'Mittel' },
            ],
          },
          { name: 'queueID', picklistValues: [{ value: '29682833', label: 'Hotline', isActive: false }] },
        ],
      };
    });
    const admin = autotaskOn(vendor.url());
    expect(await admin.ticketOptions()).toEqual({
      priorities: [
        { value: 4, label: 'Kritisch', isActive: true },
        { value: 2, label: 'Mittel', isActive: true },
      ],
      queues: [{ value: 29682833, label: 'Hotline', isActive: false }],
    });
    expect(asked.filter((path) => path.endsWith('/Tickets/entityInformation/fields'))).toHaveLength(1);
  });

  it('has levels and formats of its own: values as text, inactive formats left out, levels kept', async () => {
    const value = (id: string, label: string, isActive = true) => ({ value: id, label, isActive });
    vendor.answer(() => ({
      fields: [
        { name: 'contactID', picklistValues: null },
        {
          name: 'securityLevel',
          picklistValues: [
            { ...value('4', 'Resource'), isSystem: true },
            value('29682834', 'Nur Rechnungen'),
            value('29682835', 'Taskfire Einkauf', false),
          ],
        },
        { name: 'dateFormat', picklistValues: [value('1', 'old', false), value('15', 'dd.MM.yyyy')] },
      ],
    }));
    expect(await autotaskOn(vendor.url()).portalUserOptions()).toEqual({
      securityLevels: [
        { id: 4, name: 'Resource', kind: 'taskfire', isSystem: true, isActive: true },
        { id: 29682834, name: 'Nur Rechnungen', kind: 'portal', isSystem: false, isActive: true },
        { id: 29682835, name: 'Taskfire Einkauf', kind: 'taskfire', isSystem: false, isActive: false },
      ],
      dateFormats: [{ value: 15, label: 'dd.MM.yyyy', isDefault: false }],
      timeFormats: [],
      numberFormats: [],
    });
  });
});
