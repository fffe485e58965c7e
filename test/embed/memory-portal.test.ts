import { describe, expect, it } from 'vitest';
import {
  demoData,
  manyContacts,
  memoryJobs,
  memoryPortal,
  PortalError,
  type PortalSeed,
} from '../../src/index.js';

const ACME = { company: { id: 1, name: 'Acme' } };

describe('the portal in memory', () => {
  it('has the demo data without a seed, and keeps what is changed', async () => {
    const admin = memoryPortal();
    const { companies } = await admin.companies(null);
    expect(companies.map(({ id }) => id)).toEqual([0, 174, 175, 176, 177]);
    const { version, settings } = await admin.settings(174);
    const saved = await admin.saveSettings(174, { documents: settings.documents !== true }, version);
    expect((await admin.settings(174)).settings).toEqual(saved.settings);
    expect((await memoryPortal().settings(174)).settings).toEqual(settings);
  });

  it('fills up what a seed leaves out', async () => {
    const rows = manyContacts(3, { companyId: 1 });
    const admin = memoryPortal({ companies: [{ ...ACME, settings: { documents: false }, rows }] });
    expect(await admin.company(1)).toEqual({
      ...{ id: 1, name: 'Acme', isActive: true, isCustomer: true },
      ...{ parentId: null, country: null, region: null, isTaskfireActive: false },
    });
    const { settings } = await admin.settings(1);
    expect(settings).toMatchObject({ documents: false, portalEnabled: true, timeZone: null });
    expect((await admin.contacts(1, null)).rows).toHaveLength(3);
    expect((await admin.portalUserOptions()).securityLevels).not.toHaveLength(0);
    await expect(admin.company(174)).rejects.toThrow(PortalError);
  });

  it('takes the demo data as a seed', async () => {
    const admin = memoryPortal(demoData());
    expect((await admin.contacts(174, null)).rows).toHaveLength(24);
  });

  it('behaves as the options say', async () => {
    const admin = memoryPortal(
      {},
      {
        permission: 'viewer',
        failures: [{ method: 'settings', error: { code: 'offline' } }],
      },
    );
    await expect(admin.settings(174)).rejects.toMatchObject({ data: { code: 'offline' } });
    const { version } = await admin.settings(174);
    await expect(admin.saveSettings(174, { documents: false }, version)).rejects.toMatchObject({
      data: { code: 'forbidden' },
    });
  });

  it('runs changes of many contacts in the page', async () => {
    const admin = memoryPortal();
    const jobs = memoryJobs(admin);
    const { rows } = await admin.contacts(174, null);
    const row = rows.find(({ portalUser }) => portalUser?.isActive === true);
    const before = row?.portalUser;
    if (row === undefined || before === null || before === undefined) throw new Error('nobody is active');
    const change = { isActive: false };
    const started = await jobs.start({
      ...{ id: crypto.randomUUID(), companyId: 174, companyName: 'Acme', kind: 'deactivate' },
      steps: [{ action: 'change', contactId: row.contact.id, contactName: 'A', before, change }],
    });
    await expect.poll(async () => (await jobs.list())[0]?.state).toBe('finished');
    expect((await jobs.list())[0]).toMatchObject({ id: started.id, counts: { done: 1 } });
    const [account] = await admin.portalUsers(174, [row.contact.id]);
    expect(account?.isActive).toBe(false);
  });
});

describe('a wrong seed', () => {
  const [first, second] = manyContacts(2, { companyId: 1 });
  const wrong: [name: string, seed: unknown, where: RegExp][] = [
    ['an unknown part', { company: [] }, /- company: .*never/],
    [
      'an id that is none',
      { companies: [{ company: { id: 'x', name: 'A' } }] },
      /companies\.0\.company\.id: .*number/,
    ],
    [
      'a misspelt setting',
      { companies: [{ ...ACME, settings: { document: true } }] },
      /settings\.document: /,
    ],
    [
      'a setting that is no value',
      { companies: [{ ...ACME, settings: { documents: 1 } }] },
      /settings\.documents: /,
    ],
    ['a company twice', { companies: [ACME, ACME] }, /companies: company\.id 1 occurs more than once/],
    ['a contact twice', { companies: [{ ...ACME, rows: [first, first] }] }, /rows: contact\.id \d+ occurs/],
    [
      'a contact of another company',
      { companies: [{ company: { id: 2, name: 'B' }, rows: [second] }] },
      /companies\.0\.rows\.0\.contact\.companyId: 1 is not its company, 2/,
    ],
    [
      'Taskfire that is both',
      { companies: [{ company: { ...ACME.company, isTaskfireActive: true } }] },
      /isTaskfireActive and taskfire\.isActive/,
    ],
    [
      'a level that there is not',
      {
        companies: [
          { ...ACME, rows: [{ ...first, portalUser: { ...first?.portalUser, securityLevel: 77 } }] },
        ],
      },
      /securityLevel: 77/,
    ],
  ];

  it.each(wrong)('%s is refused, with its place', (_name, seed, where) => {
    const begin = (): unknown => memoryPortal(seed as PortalSeed);
    expect(begin).toThrow(TypeError);
    expect(begin).toThrow(where);
  });

  it('names no more places than can be read', () => {
    const companies = Array.from({ length: 30 }, () => ({ company: {} }));
    expect(() => memoryPortal({ companies } as unknown as PortalSeed)).toThrow(/… and \d+ more$/);
  });
});
