import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { createMemoryClient } from '../../../src/clients/memory/index.js';
import type { PortalLogoManager } from '../../../src/components/logo-manager/logo-manager.js';
import { PortalError } from '../../../src/contract/index.js';
import { base64Of, demoLogo } from '../../../src/model/index.js';
import { gif, png } from '../../model/logo-files/pictures.js';
import { DAIRY, file, FLORIST, openLogos, PROVIDER, Stage } from './stage.js';

const theirs = demoLogo('peaks', 40, [200, 80, 0]);

describe('<portal-logo-manager> states', () => {
  it('shows the shape of the page while it loads', async () => {
    const admin = createMemoryClient({ latencyMs: 60_000 });
    const element = await fixture<PortalLogoManager>(
      html`<portal-logo-manager .admin=${admin} .companyId=${FLORIST}></portal-logo-manager>`,
    );
    expect(new Stage(element, admin).get('.skeleton').ariaLabel).toBe('Loading the logos');
  });

  it('says what went wrong and tries again', async () => {
    const stage = await openLogos({ failures: [{ method: 'logos', error: { code: 'offline' } }] });
    expect(stage.text('.notice')).toContain('There is no connection to the PSA.');
    stage.get('.notice button').click();
    await stage.until(() => stage.has('.stage'));
  });

  it('says where each logo comes from (G1, D2)', async () => {
    const florist = await openLogos();
    expect(florist.slot('login')).toContain('Own logo PNG, 260 × 72 pixels');
    expect(florist.slot('header')).toContain('From the provider PNG, 119 × 32 pixels');
    const provider = await openLogos({}, PROVIDER);
    expect(provider.text('header')).toContain('every company without its own shows them');
    expect(provider.slot('login')).toContain('Own logo');
    await provider.press('Remove', 'login');
    expect(provider.slot('login')).toContain('Logo of the PSA vendor');
    expect(provider.slot('login')).toContain('No own logo');
  });

  it('replaces, brings back, and takes the bringing back back (G2)', async () => {
    const stage = await openLogos();
    const before = (await stage.admin.logos(FLORIST)).own.login;
    const inForce = async (): Promise<string | undefined> =>
      (await stage.admin.logos(FLORIST)).own.login?.data;
    await stage.choose('login', file(png()));
    await stage.press('Use this logo', 'login');
    expect(stage.slot('login')).toContain('The new logo is in force.');
    await stage.press('Undo', 'login');
    expect(await inForce()).toBe(before?.data);
    expect(stage.slot('login')).toContain('The earlier logo is back.');
    await stage.press('Undo', 'login');
    expect(await inForce()).toBe(base64Of(png()));
  });

  it("removes, which is back to the provider's, and undoes that (G2)", async () => {
    const stage = await openLogos();
    const before = await stage.admin.logos(FLORIST);
    await stage.press('Remove, back to the provider’s', 'login');
    expect((await stage.admin.logos(FLORIST)).own.login).toBeNull();
    expect(stage.slot('login')).toContain('From the provider');
    await stage.press('Undo', 'login');
    expect((await stage.admin.logos(FLORIST)).own).toEqual(before.own);
  });

  it('undoes a first own logo by going back to none', async () => {
    const stage = await openLogos({}, DAIRY);
    await stage.choose('header', file(png()));
    await stage.press('Use this logo', 'header');
    expect(stage.slot('header')).toContain('Before, the company had none of its own.');
    await stage.press('Undo', 'header');
    expect((await stage.admin.logos(DAIRY)).own.header).toBeNull();
  });

  it('keeps the chosen file where somebody else was faster, and shows theirs (G3)', async () => {
    const stage = await openLogos();
    await stage.choose('login', file(png(), 'mine.png'));
    stage.admin.logoByAnother(FLORIST, 'login', theirs);
    await stage.press('Use this logo', 'login');
    expect((await stage.admin.logos(FLORIST)).own.login).toEqual(theirs);
    expect(stage.slot('login')).toContain('Someone else has changed the logos meanwhile.');
    expect(stage.slot('login')).toContain(`Own logo PNG, ${theirs.width} × ${theirs.height} pixels`);
    expect(stage.slot('login')).toContain('mine.png');
    await stage.press('Use this logo', 'login');
    expect((await stage.admin.logos(FLORIST)).own.login?.data).toBe(base64Of(png()));
    expect(stage.has('.notice.warn')).toBe(false);
  });

  it('removes nothing of theirs on an old sight', async () => {
    const stage = await openLogos();
    stage.admin.logoByAnother(FLORIST, 'login', theirs);
    await stage.press('Remove, back to the provider’s', 'login');
    expect((await stage.admin.logos(FLORIST)).own.login).toEqual(theirs);
    expect(stage.slot('login')).toContain('Nothing of yours was done. What is shown is theirs.');
  });

  it('keeps the chosen file while there is no connection', async () => {
    const stage = await openLogos();
    await stage.choose('login', file(png(), 'mine.png'));
    stage.admin.fail({ method: 'setLogo', error: { code: 'offline' } });
    await stage.press('Use this logo', 'login');
    expect(stage.slot('login')).toContain('There is no connection to the PSA.');
    expect(stage.slot('login')).toContain('mine.png');
    await stage.press('Use this logo', 'login');
    expect(stage.slot('login')).toContain('The new logo is in force.');
  });

  it('looks whether a logo was set whose answer was lost', async () => {
    const stage = await openLogos();
    const setLogo: typeof stage.admin.setLogo = stage.admin.setLogo.bind(stage.admin);
    stage.admin.setLogo = async (...args) => {
      await setLogo(...args);
      throw new PortalError({ code: 'offline' });
    };
    await stage.choose('login', file(gif(), 'mine.gif'));
    await stage.press('Use this logo', 'login');
    expect(stage.slot('login')).toContain('The new logo is in force.');
    expect(stage.has('.notice.bad')).toBe(false);
  });

  it('says why the server refused what looked good here', async () => {
    const problems = [{ path: ['login'], code: 'trailing-data' }];
    const stage = await openLogos({
      failures: [{ method: 'setLogo', error: { code: 'validation', problems } }],
    });
    await stage.choose('login', file(png(), 'mine.png'));
    await stage.press('Use this logo', 'login');
    expect(stage.slot('login')).toContain('mine.png: There is more in the file than the picture.');
    expect(stage.slot('login')).toContain('The logo in force stays.');
  });

  it('is only to be looked at without the permission, also for dragged files (S15)', async () => {
    const stage = await openLogos({ permission: 'viewer' });
    expect(stage.text('.notice')).toContain('“Configure client portal and Taskfire”');
    expect(stage.has('input[type="file"], .actions')).toBe(false);
    const event = await stage.drop('login', file(png()));
    expect(event.defaultPrevented).toBe(false);
    expect(stage.slot('login')).not.toContain('not saved yet');
  });

  it('says why logos cannot be seen, and where they can', async () => {
    const absent = { state: 'absent', reason: 'no-api' } as const;
    const stage = await openLogos({ limits: { operations: { logos: absent } } });
    expect(stage.text('.notice')).toContain('Use “Manage logos” in the PSA’s own form.');
    expect(stage.has('.stage')).toBe(false);
  });

  it('warns where the login address does not show own logos (S9, S14)', async () => {
    const admin = createMemoryClient();
    const login = await admin.portalLogin(FLORIST);
    admin.portalLogin = () => Promise.resolve({ ...login, isFriendly: false });
    const element = await fixture<PortalLogoManager>(
      html`<portal-logo-manager .admin=${admin} .companyId=${FLORIST}></portal-logo-manager>`,
    );
    const stage = new Stage(element, admin);
    await stage.until(() => stage.has('.stage'));
    expect(stage.text('.notice.warn')).toContain('The login page shows the vendor’s logo.');
  });

  it("follows the provider's logos while they are changed elsewhere", async () => {
    const stage = await openLogos({}, DAIRY);
    const { version } = await stage.admin.logos(PROVIDER);
    await stage.admin.setLogo(PROVIDER, 'login', { data: theirs.data }, version);
    await stage.until(() => stage.slot('login').includes(`${theirs.width} × ${theirs.height} pixels`));
  });

  it('fits 360 px without scrolling sideways', async () => {
    const stage = await openLogos();
    stage.element.style.inlineSize = '360px';
    await stage.choose('login', file(png({ width: 2000, height: 2, rows: new Uint8Array(12_002) })));
    expect(stage.element.scrollWidth).toBeLessThanOrEqual(360);
    for (const card of stage.root.querySelectorAll('.card'))
      expect(card.scrollWidth).toBeLessThanOrEqual(360);
  });
});
