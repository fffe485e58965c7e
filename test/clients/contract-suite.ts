import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  MOST_USER_NAMES,
  type Operation,
  type PortalAdmin,
  type PortalChange,
} from '../../src/contract/index.js';
import type { ContactRow, PortalUserDraft, SomeSettings } from '../../src/model/index.js';
import { globalSettingsSuite } from './global-settings-suite.js';
import { logoSuite } from './logo-suite.js';
import { newContactSuite } from './new-contact-suite.js';
import { readingSuite, UNKNOWN_COMPANY } from './reading-suite.js';
import { ssoSuite } from './sso-suite.js';
import { portalErrorOf } from './support/portal-error-of.js';
import { taskfireSuite } from './taskfire-suite.js';

/** A portal administration with companies in known situations. */
export interface World {
  readonly admin: PortalAdmin;
  /** The same for someone without the permission to configure the portal. */
  readonly viewer: PortalAdmin;
  /** A customer without Taskfire with at least six active contacts that have no account. */
  readonly plain: number;
  /** A customer with Taskfire that has inactive contacts. */
  readonly taskfire: number;
  /** A customer whose people sign in through an identity provider, and one whose people never do. */
  readonly withSignIns: number;
  readonly withoutSignIns: number;
  /** Somebody named "late.arrival" is denied access now. */
  someoneSignsIn?(companyId: number): Promise<void>;
  /** Somebody else saves settings, past `admin`. */
  savedByAnother(companyId: number, change: SomeSettings): Promise<void>;
  close(): Promise<void>;
}

/** What of the contract is asked of an implementation. */
export interface Parts {
  /** Operations that it has. */
  readonly has: (operation: Operation) => boolean;
  /** Whether its data may be changed; only reading is looked at otherwise, and no viewer is needed. */
  readonly mayWrite: boolean;
  /** Whether its data are the demo's, of which more is known than of anybody's. */
  readonly isDemo: boolean;
}

const everything: Parts = { has: () => true, mayWrite: true, isDemo: true };

/** What every `PortalAdmin` must do, whatever stands behind it. */
export function describePortalAdmin(
  name: string,
  makeWorld: () => Promise<World>,
  parts: Parts = everything,
): void {
  describe(`PortalAdmin: ${name}`, () => {
    let world: World;
    beforeAll(async () => {
      world = await makeWorld();
    });
    afterAll(async () => world.close());
    const admin = (): PortalAdmin => world.admin;

    const writes = (operation: Operation): boolean => parts.mayWrite && parts.has(operation);

    describe('reading', () => readingSuite(() => world, parts));
    describe.runIf(writes('settings'))('settings', () => settingsSuite(() => world));
    describe.runIf(writes('globalSettings'))('global settings', () => globalSettingsSuite(() => world));
    describe.runIf(writes('taskfire'))('Taskfire', () => taskfireSuite(() => world));
    describe.runIf(writes('logos'))('logos', () => logoSuite(() => world));
    describe.runIf(writes('contacts'))('new contacts', () => newContactSuite(() => world));
    describe.runIf(writes('portalUsers'))('portal users', () => portalUserSuite(() => world));
    describe.runIf(parts.has('ssoLog'))('the log of sign-ins', () => ssoSuite(() => world, parts));

    it.runIf(writes('settings'))('lets a viewer see everything and change no setting', async () => {
      const before = await admin().settings(world.plain);
      const { operations, settings } = await world.viewer.capabilities(world.plain);
      const lookOnly = { state: 'read-only', reason: 'permission-missing' };
      expect(operations.settings).toEqual(lookOnly);
      expect(new Set(Object.values(settings).map((one) => JSON.stringify(one)))).toEqual(
        new Set([JSON.stringify(lookOnly)]),
      );
      const { version } = await world.viewer.settings(world.plain);
      const refused = world.viewer.saveSettings(world.plain, { documents: false }, version);
      expect((await portalErrorOf(refused)).code).toBe('forbidden');
      expect(await admin().settings(world.plain)).toEqual(before);
    });

    it.runIf(writes('settings') && writes('portalUsers'))(
      'tells of changes that were made, not of refused ones, until it is stopped',
      async () => {
        const heard: PortalChange[] = [];
        const stop = admin().subscribe((change) => heard.push(change));
        const { version } = await admin().settings(world.plain);
        await admin().saveSettings(world.plain, { timeZone: 'Europe/London' }, version);
        await portalErrorOf(admin().saveSettings(world.plain, { timeZone: null }, version));
        const { contact } = await someoneWithout(admin(), world.plain);
        const draft = await draftFor(contact.id, admin());
        const created = await admin().createPortalUser(world.plain, draft);
        stop();
        await admin().changePortalUser(world.plain, created.id, { isActive: false }, null);
        expect(heard).toEqual([
          { kind: 'settings', companyId: world.plain },
          { kind: 'portal-user', companyId: world.plain, contactId: contact.id },
        ]);
      },
    );
  });
}

function settingsSuite(world: () => World): void {
  const admin = (): PortalAdmin => world().admin;

  it('saves what was named and leaves the rest, with a new version', async () => {
    const before = await admin().settings(world().plain);
    const change: SomeSettings = { notifications: false, timeZone: 'Europe/Zurich', workedTime: 'worked' };
    const saved = await admin().saveSettings(world().plain, change, before.version);
    expect(saved.settings).toEqual({ ...before.settings, ...change });
    expect(saved.version).not.toBe(before.version);
    expect(saved.changedBy).not.toBeNull();
    expect(await admin().settings(world().plain)).toEqual(saved);
    const reset = await admin().saveSettings(world().plain, { timeZone: null }, saved.version);
    expect(reset.settings.timeZone).toBeNull();
  });

  it('forces what the rules force', async () => {
    const { version } = await admin().settings(world().plain);
    const change: SomeSettings = { earlyAccess: true, preventLegacyPortal: true };
    const saved = await admin().saveSettings(world().plain, change, version);
    expect(saved.settings.firstExperience).toBe('early-access');
    const off = await admin().saveSettings(world().plain, { earlyAccess: false }, saved.version);
    expect(off.settings.preventLegacyPortal).toBe(false);
  });

  it('refuses a rule broken, with the setting as path, and saves none of the change', async () => {
    const before = await admin().settings(world().taskfire);
    const change: SomeSettings = { documents: false, portalEnabled: false };
    const refused = admin().saveSettings(world().taskfire, change, before.version);
    const error = await portalErrorOf(refused);
    expect(error).toMatchObject({
      code: 'validation',
      problems: [{ path: ['portalEnabled'], code: 'setting-locked' }],
    });
    expect(await admin().settings(world().taskfire)).toEqual(before);
  });

  it('refuses an own choice of no request types', async () => {
    const { version } = await admin().settings(world().plain);
    const change: SomeSettings = { requestTypes: { mode: 'custom', ids: [] } };
    const error = await portalErrorOf(admin().saveSettings(world().plain, change, version));
    expect(error).toMatchObject({ code: 'validation', problems: [{ code: 'request-types-need-one' }] });
  });

  it('hands out their settings where somebody saved in between, and overwrites nothing', async () => {
    const mine = await admin().settings(world().plain);
    const isSeen = mine.settings.knowledgeBase === true;
    await world().savedByAnother(world().plain, { knowledgeBase: !isSeen });
    const refused = admin().saveSettings(world().plain, { ticketDueDates: true }, mine.version);
    const error = await portalErrorOf(refused);
    expect(error).toMatchObject({ code: 'conflict', theirs: { settings: { knowledgeBase: !isSeen } } });
    const theirs = await admin().settings(world().plain);
    expect(theirs.settings).toEqual({ ...mine.settings, knowledgeBase: !isSeen });
    const again = await admin().saveSettings(world().plain, { ticketDueDates: true }, theirs.version);
    expect(again.settings).toEqual({ ...theirs.settings, ticketDueDates: true });
  });

  it('lets one of two who save at once through, and shows the other what happened', async () => {
    const { version } = await admin().settings(world().plain);
    const answers = await Promise.allSettled([
      admin().saveSettings(world().plain, { resourceNames: 'hidden' }, version),
      admin().saveSettings(world().plain, { resourceNames: 'neutral' }, version),
    ]);
    expect(answers.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
}

function portalUserSuite(world: () => World): void {
  const admin = (): PortalAdmin => world().admin;

  it('gives a contact an account and takes the user name', async () => {
    const row = await someoneWithout(admin(), world().plain);
    const draft = await draftFor(row.contact.id, admin());
    const { password, ...visible } = draft;
    expect(await admin().takenUserNames([draft.userName], null)).toEqual([]);
    const created = await admin().createPortalUser(world().plain, draft);
    expect(created).toEqual({ ...visible, id: created.id });
    expect(JSON.stringify(created)).not.toContain(password);
    const shouted = draft.userName.toUpperCase();
    expect(await admin().takenUserNames([shouted], null)).toEqual([shouted]);
    expect(await admin().takenUserNames([draft.userName], created.id)).toEqual([]);
    expect((await rowOf(admin(), world().plain, row.contact.id)).portalUser).toEqual(created);
  });

  it('tells which of many user names are somebody’s, in whichever company (U4)', async () => {
    const own = await someoneWith(admin(), world().plain);
    const foreign = await someoneWith(admin(), world().taskfire);
    const free = Array.from({ length: MOST_USER_NAMES - 2 }, (_none, index) => `nobody.${index}`);
    const asked = [own.userName, ...free, foreign.userName.toUpperCase()];
    expect(await admin().takenUserNames(asked, null)).toEqual([own.userName, foreign.userName.toUpperCase()]);
    expect(await admin().takenUserNames(asked, own.id)).toEqual([foreign.userName.toUpperCase()]);
    expect(await admin().takenUserNames([], null)).toEqual([]);
  });

  it('changes what was named and nothing else', async () => {
    const before = await someoneWith(admin(), world().plain);
    const change = { isActive: !before.isActive, numberFormat: 1 };
    const after = { ...before, ...change };
    const changed = await admin().changePortalUser(world().plain, before.id, change, before);
    expect(changed).toEqual({ before, after });
    expect((await rowOf(admin(), world().plain, before.contactId)).portalUser).toEqual(after);
    const again = await admin().changePortalUser(world().plain, before.id, change, before);
    expect(again).toEqual({ before: after, after });
  });

  it('overwrites nothing that somebody else changed since', async () => {
    const seen = await someoneWith(admin(), world().plain);
    const theirs = { dateFormat: seen.dateFormat === 1 ? 2 : 1 };
    const { after: now } = await admin().changePortalUser(world().plain, seen.id, theirs, null);
    const mine = { dateFormat: 3, isActive: !seen.isActive };
    const refused = await portalErrorOf(admin().changePortalUser(world().plain, seen.id, mine, seen));
    expect(refused).toMatchObject({
      code: 'validation',
      problems: [{ path: ['dateFormat'], code: 'changed-meanwhile' }],
    });
    expect(await admin().portalUsers(world().plain, [seen.contactId])).toEqual([now]);
    const other = { isActive: !seen.isActive };
    const changed = await admin().changePortalUser(world().plain, seen.id, other, seen);
    expect(changed.after).toEqual({ ...now, ...other });
  });

  it('tells the accounts of contacts, of this company only', async () => {
    const own = await someoneWith(admin(), world().plain);
    const foreign = await someoneWith(admin(), world().taskfire);
    const { contact } = await someoneWithout(admin(), world().plain);
    const ids = [own.contactId, foreign.contactId, contact.id, UNKNOWN_COMPANY];
    expect(await admin().portalUsers(world().plain, ids)).toEqual([own]);
    expect(await admin().portalUsers(world().plain, [])).toEqual([]);
  });

  it('reaches no account and no contact of another company', async () => {
    const foreign = await someoneWith(admin(), world().taskfire);
    const change = admin().changePortalUser(world().plain, foreign.id, { isActive: false }, null);
    expect((await portalErrorOf(change)).code).toBe('not-found');
    const { contact } = await someoneWithout(admin(), world().taskfire);
    const draft = await draftFor(contact.id, admin());
    const error = await portalErrorOf(admin().createPortalUser(world().plain, draft));
    expect(error).toMatchObject({
      code: 'validation',
      problems: [{ path: ['contactId'], code: 'contact-unknown' }],
    });
    expect((await rowOf(admin(), world().taskfire, contact.id)).portalUser).toBeNull();
  });

  it('gives a contact one account, even where two people ask at once', async () => {
    const { contact } = await someoneWithout(admin(), world().plain);
    const draft = await draftFor(contact.id, admin());
    const answers = await Promise.allSettled([
      admin().createPortalUser(world().plain, draft),
      admin().createPortalUser(world().plain, { ...draft, userName: `${draft.userName}.2` }),
    ]);
    expect(answers.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const again = await portalErrorOf(admin().createPortalUser(world().plain, draft));
    expect(again).toMatchObject({
      code: 'validation',
      problems: [{ path: ['contactId'], code: 'contact-has-portal-user' }],
    });
  });

  const refusals: [string, Partial<PortalUserDraft>, string, string][] = [
    ['a user name with a space', { userName: 'no spaces' }, 'userName', 'user-name-characters'],
    ['a password with a quote', { password: "it's-short" }, 'password', 'password-characters'],
    ['an unknown level', { securityLevel: 4711 }, 'securityLevel', 'level-unknown'],
    ['a Taskfire level without Taskfire', { securityLevel: 4 }, 'securityLevel', 'level-needs-taskfire'],
    ['an unknown date format', { dateFormat: 4711 }, 'dateFormat', 'option-unknown'],
  ];
  it.each(refusals)('refuses %s', async (_case, wrong, field, code) => {
    const { contact } = await someoneWithout(admin(), world().plain);
    const draft = { ...(await draftFor(contact.id, admin())), ...wrong };
    const error = await portalErrorOf(admin().createPortalUser(world().plain, draft));
    expect(error).toMatchObject({ code: 'validation', problems: [{ path: [field], code }] });
    expect((await rowOf(admin(), world().plain, contact.id)).portalUser).toBeNull();
  });

  it('refuses a user name that somebody has, in any case', async () => {
    const { userName } = await someoneWith(admin(), world().taskfire);
    const { contact } = await someoneWithout(admin(), world().plain);
    const draft = { ...(await draftFor(contact.id, admin())), userName: userName.toUpperCase() };
    const error = await portalErrorOf(admin().createPortalUser(world().plain, draft));
    expect(error).toMatchObject({
      code: 'validation',
      problems: [{ path: ['userName'], code: 'user-name-taken' }],
    });
  });

  it('refuses an inactive contact', async () => {
    const { rows } = await admin().contacts(world().taskfire, null);
    const left = rows.find((row) => row.portalUser === null && !row.contact.isActive);
    const draft = await draftFor(left?.contact.id ?? -1, admin());
    const error = await portalErrorOf(admin().createPortalUser(world().taskfire, draft));
    expect(error).toMatchObject({
      code: 'validation',
      problems: [{ path: ['contactId'], code: 'contact-inactive' }],
    });
  });
}

async function someoneWithout(admin: PortalAdmin, companyId: number): Promise<ContactRow> {
  const { rows } = await admin.contacts(companyId, null);
  const found = rows.find((row) => row.portalUser === null && row.contact.isActive);
  if (found === undefined) throw new Error('the world has run out of contacts without an account');
  return found;
}

async function someoneWith(
  admin: PortalAdmin,
  companyId: number,
): Promise<NonNullable<ContactRow['portalUser']>> {
  const { rows } = await admin.contacts(companyId, null);
  const found = rows.find((row) => row.portalUser !== null && row.contact.isActive);
  if (found?.portalUser === undefined || found.portalUser === null) throw new Error('no accounts here');
  return found.portalUser;
}

async function rowOf(admin: PortalAdmin, companyId: number, contactId: number): Promise<ContactRow> {
  const { rows } = await admin.contacts(companyId, null);
  const row = rows.find(({ contact }) => contact.id === contactId);
  if (row === undefined) throw new Error('the contact is gone');
  return row;
}

/** A draft that is right in every world; the formats are the first that are offered. */
async function draftFor(contactId: number, admin: PortalAdmin): Promise<PortalUserDraft> {
  const { dateFormats, timeFormats, numberFormats } = await admin.portalUserOptions();
  return {
    contactId,
    userName: `suite.${contactId}@people.example`,
    password: 'Quite-Long#42',
    isActive: true,
    securityLevel: 1,
    dateFormat: dateFormats[0]?.value ?? -1,
    timeFormat: timeFormats[0]?.value ?? -1,
    numberFormat: numberFormats[0]?.value ?? -1,
  };
}
