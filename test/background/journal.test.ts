import { beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import type { ShownNames } from '../../src/channel/index.js';
import { SettingsSnapshotSchema, type JournalEntry, type PortalMethod } from '../../src/contract/index.js';
import {
  CompanyLogosSchema,
  ContactRowSchema,
  demoLogo,
  GlobalSnapshotSchema,
  TaskfireSchema,
  type ContactRow,
} from '../../src/model/index.js';
import { draft, ExtensionUnderTest, frame, optionsPage, PSA } from './workers.js';

const COMPANY = 174;
const RowsSchema = v.object({ rows: v.array(ContactRowSchema) });

describe('what is written through a frame', () => {
  let extension: ExtensionUnderTest;
  beforeEach(async () => {
    extension = new ExtensionUnderTest();
    await extension.send('save-connection', draft, optionsPage);
    await extension.showPage(frame(), { companyId: COMPANY, pageUser: 'Mara Adler' });
  });

  const valueOf = async <S extends v.GenericSchema>(
    schema: S,
    ...call: Parameters<typeof extension.call>
  ) => {
    const answer = await extension.call(...call);
    return v.parse(schema, answer.ok ? answer.value : answer.error);
  };
  const settings = () => valueOf(SettingsSnapshotSchema, 'settings', [COMPANY]);
  const rowWith = async (fits: (row: ContactRow) => boolean): Promise<ContactRow> => {
    const { rows } = await valueOf(RowsSchema, 'contacts', [COMPANY, null]);
    const found = rows.find(fits);
    if (found === undefined) throw new Error('no such contact in the demo data');
    return found;
  };
  const write = (method: PortalMethod, args: unknown[], shown: ShownNames) =>
    extension.send('call', { id: crypto.randomUUID(), method, args, shown }, frame());
  const short = async () =>
    (await extension.journal()).map(({ field, before, after, outcome }) => ({
      field,
      before,
      after,
      outcome,
    }));

  it('is there with who, where, when, before and after', async () => {
    const { version } = await settings();
    await extension.call('saveSettings', [COMPANY, { notifications: false }, version]);
    const [entry, ...rest] = await extension.journal();
    expect(rest).toEqual([]);
    expect(entry).toMatchObject({
      ...{ psaOrigin: PSA, companyId: COMPANY, contactId: null, jobId: null, pageUser: 'Mara Adler' },
      ...{ field: 'notifications', before: true, after: false, outcome: 'done', error: null },
    });
    expect(Date.now() - Date.parse(entry?.at ?? '')).toBeLessThan(10_000);
  });

  it('has the names that the page shows, and none where it tells none', async () => {
    const { version } = await settings();
    const shown = { company: 'Käserei Oberdorf GmbH', contact: null };
    await write('saveSettings', [COMPANY, { notifications: false }, version], shown);
    expect(await extension.journal()).toMatchObject([
      { companyName: 'Käserei Oberdorf GmbH', contactId: null, contactName: null },
    ]);
    const { contact, portalUser } = await rowWith(({ portalUser: account }) => account?.isActive === true);
    const change = [COMPANY, portalUser?.id, { securityLevel: 3 }, portalUser];
    await write('changePortalUser', change, { company: null, contact: 'Jäger, Aylin' });
    const [newest] = await extension.journal();
    expect(newest).toMatchObject({ companyName: null, contactId: contact.id, contactName: 'Jäger, Aylin' });
  });

  it('is one entry a setting, with what the PSA’s rules changed along', async () => {
    const change = { earlyAccess: true, preventLegacyPortal: true, firstExperience: 'early-access' };
    await extension.call('saveSettings', [COMPANY, change, (await settings()).version]);
    const { version } = await settings();
    await extension.call('saveSettings', [COMPANY, { earlyAccess: false }, version]);
    expect(await short()).toContainEqual({
      ...{ field: 'preventLegacyPortal', before: true, after: false, outcome: 'done' },
    });
  });

  it('knows what was there before also when the worker ended after it was read', async () => {
    const { version } = await settings();
    extension.restartWorker();
    await extension.showPage(frame(), { companyId: COMPANY });
    await extension.call('saveSettings', [COMPANY, { notifications: false }, version]);
    expect(await short()).toMatchObject([{ field: 'notifications', before: true, after: false }]);
  });

  it('keeps what all companies inherit with the provider’s own company, under names of its own (D1)', async () => {
    const globals = () => valueOf(GlobalSnapshotSchema, 'globalSettings', []);
    const { version } = await globals();
    extension.restartWorker();
    await extension.showPage(frame(), { companyId: COMPANY });
    const change = { twoFactor: 'all', quickTicket: null };
    await write('saveGlobalSettings', [change, version], { company: 'Käserei Oberdorf GmbH', contact: null });
    await extension.call('saveGlobalSettings', [{ ticketsFrom: null }, version]);
    const about = { companyId: 0, companyName: null, contactId: null };
    expect(await extension.journal()).toMatchObject([
      { ...about, field: 'globalTicketsFrom', outcome: 'failed', error: 'validation' },
      { ...about, field: 'globalQuickTicket', after: null, outcome: 'done' },
      { ...about, field: 'globalTwoFactor', before: 'taskfire', after: 'all', outcome: 'done' },
    ]);
  });

  it('has a logo in words, never its picture (G2)', async () => {
    const logos = () => valueOf(CompanyLogosSchema, 'logos', [COMPANY]);
    const { data, width, height } = demoLogo('peaks', 30, [0, 90, 60]);
    await extension.call('setLogo', [COMPANY, 'login', { data }, (await logos()).version]);
    await extension.call('setLogo', [COMPANY, 'login', { data: 'PHN2Zy8+' }, (await logos()).version]);
    await extension.call('removeLogo', [COMPANY, 'login', (await logos()).version]);
    const picture = expect.stringMatching(
      new RegExp(`^PNG, ${String(width)} × ${String(height)}, \\d+ B, #[0-9a-f]{8}$`),
    ) as unknown;
    expect(await short()).toEqual([
      { field: 'loginLogo', before: picture, after: null, outcome: 'done' },
      { field: 'loginLogo', before: picture, after: null, outcome: 'failed' },
      { field: 'loginLogo', before: null, after: picture, outcome: 'done' },
    ]);
    expect(JSON.stringify(await extension.journal())).not.toContain(data.slice(0, 60));
  });

  it('says what was refused and why', async () => {
    await extension.call('saveSettings', [COMPANY, { notifications: false }, 'an old version']);
    expect(await extension.journal()).toMatchObject([{ outcome: 'failed', error: 'conflict' }]);
  });

  it('is one entry for a new account, without its password', async () => {
    const { contact } = await rowWith(({ contact: one, portalUser }) => one.isActive && portalUser === null);
    const levels = { securityLevel: 1, dateFormat: 1, timeFormat: 1, numberFormat: 1 };
    const account = {
      contactId: contact.id,
      userName: 'someone.new@nordlicht.example',
      isActive: true,
      ...levels,
    };
    const password = 'S3CRET-Passw0rd';
    await extension.call('createPortalUser', [COMPANY, { ...account, password }]);
    const [entry] = await extension.journal();
    expect(entry).toMatchObject({ field: 'account', contactId: contact.id, before: null });
    expect(entry?.after).toContain('someone.new@nordlicht.example');
    expect(JSON.stringify(await extension.journal())).not.toContain(password);
  });

  it('is one entry for a new contact, whose number it learns from the answer', async () => {
    const contact = {
      firstName: ' Ines ',
      lastName: 'Neu',
      email: 'ines@people.example',
      phone: null,
      title: null,
    };
    await extension.call('createContact', [COMPANY, contact]);
    const { contact: added } = await rowWith((row) => row.contact.lastName === 'Neu');
    const after = JSON.stringify({ ...contact, firstName: 'Ines' });
    const connectionUser = 'api@provider.example';
    expect(await extension.journal()).toMatchObject([
      { field: 'contact', before: null, after, contactId: added.id, connectionUser, outcome: 'done' },
    ]);
  });

  it('is one entry for each field of an account that changed, and none for those that were so already', async () => {
    const { portalUser } = await rowWith((row) => row.portalUser?.isActive === true);
    if (portalUser === null) return;
    const change = { isActive: false, userName: portalUser.userName };
    await extension.call('changePortalUser', [COMPANY, portalUser.id, change, portalUser]);
    const { contactId } = portalUser;
    const connectionUser = 'api@provider.example';
    expect(await extension.journal()).toMatchObject([
      { field: 'isActive', before: true, after: false, outcome: 'done', contactId, connectionUser },
    ]);
  });

  it('is an entry for Taskfire, for its billing, and for each user whose level went with it (T1, T2, T3)', async () => {
    const version = async () => (await valueOf(TaskfireSchema, 'taskfire', [COMPANY])).version;
    const confirmed = ['fees', 'authority'];
    const acceptance = { agreementVersion: '2026-02', confirmed };
    const shown = { company: 'Käserei Oberdorf GmbH', contact: null };
    await write('enableTaskfire', [COMPANY, acceptance, await version()], shown);
    const choice = { contractId: 29_684, serviceId: 7_301 };
    await write('setTaskfireBilling', [COMPANY, choice, await version()], shown);
    const { contact, portalUser } = await rowWith(({ portalUser: account }) => account?.isActive === true);
    await extension.call('changePortalUser', [COMPANY, portalUser?.id, { securityLevel: 4 }, portalUser]);
    const moves = [{ from: 4, to: 1 }];
    await write('disableTaskfire', [COMPANY, moves, await version()], shown);
    await write('disableTaskfire', [COMPANY, moves, 'older'], shown);
    const billing = '{"contract":"Managed workplace","service":"Taskfire licence"}';
    const about = {
      companyName: 'Käserei Oberdorf GmbH',
      contactId: null,
      contactName: null,
      outcome: 'done',
    };
    const name = `${contact.lastName}, ${contact.firstName}`;
    expect(await extension.journal()).toMatchObject([
      { ...about, field: 'taskfire', outcome: 'failed', error: 'validation' },
      { ...about, field: 'securityLevel', before: 4, after: 1, contactId: contact.id, contactName: name },
      { ...about, field: 'taskfireBilling', before: billing, after: null },
      { ...about, field: 'taskfire', before: true, after: false },
      { field: 'securityLevel', after: 4 },
      { ...about, field: 'taskfireBilling', before: null, after: billing },
      { ...about, field: 'taskfire', before: false, after: true },
    ]);
  });

  it('is one entry when it is sent twice', async () => {
    const id = crypto.randomUUID();
    const args = [COMPANY, { notifications: false }, (await settings()).version];
    await extension.call('saveSettings', args, frame(), id);
    extension.restartWorker();
    await extension.call('saveSettings', args, frame(), id);
    expect(await extension.journal()).toHaveLength(1);
  });

  it('cannot be done, and is not begun, when the disk is full', async () => {
    const before = await settings();
    extension.browser.diskIsFull = true;
    const answer = await extension.call('saveSettings', [COMPANY, { notifications: false }, before.version]);
    expect(answer).toEqual({ ok: false, error: { code: 'storage-full' } });
    expect(await settings()).toEqual(before);
  });
});

describe('the journal', () => {
  it('is there for the extension’s pages alone', async () => {
    const extension = new ExtensionUnderTest();
    const filter = { psaOrigin: null, companyId: null };
    const refused = await extension.send('journal', { filter, cursor: null }, frame());
    expect(refused).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await extension.send('purge-journal', {}, frame())).toMatchObject({ ok: false });
    const read = await extension.send('journal', { filter, cursor: null }, optionsPage);
    const empty: JournalEntry[] = [];
    expect(read).toEqual({ ok: true, value: { entries: empty, next: null, total: 0, limit: 20_000 } });
  });

  it('takes no company without its PSA, and no cursor but its own', async () => {
    const extension = new ExtensionUnderTest();
    const company = { filter: { psaOrigin: null, companyId: 1 }, cursor: null };
    expect(await extension.send('journal', company, optionsPage)).toMatchObject({ ok: false });
    const cursor = { filter: { psaOrigin: null, companyId: null }, cursor: 'x' };
    expect(await extension.send('journal', cursor, optionsPage)).toMatchObject({ ok: false });
  });
});
