import { expect, it } from 'vitest';
import type { PortalAdmin, PortalChange } from '../../src/contract/index.js';
import { base64Of, demoLogo, PROVIDER_COMPANY_ID, type LogoUpload } from '../../src/model/index.js';
import { hostileFiles } from '../model/logo-files/hostile-files.js';
import { exif, gif, jpeg, plainPictures, png, pngText } from '../model/logo-files/pictures.js';
import type { World } from './contract-suite.js';
import { UNKNOWN_COMPANY } from './reading-suite.js';
import { portalErrorOf } from './support/portal-error-of.js';

const upload = (bytes: Uint8Array): LogoUpload => ({ data: base64Of(bytes) });

/** G: a company without own logos gets them, changes them, and goes back. The tests build on each other. */
export function logoSuite(world: () => World): void {
  const admin = (): PortalAdmin => world().admin;
  const plain = (): number => world().plain;
  const changedMeanwhile = { code: 'validation', problems: [{ path: [], code: 'changed-meanwhile' }] };
  const version = async (companyId = plain()): Promise<string> => (await admin().logos(companyId)).version;

  it("inherits the provider's, who inherits none (G1)", async () => {
    const provider = await admin().logos(PROVIDER_COMPANY_ID);
    expect(provider.inherited).toEqual({ login: null, header: null });
    expect(provider.own.login).not.toBeNull();
    expect(provider.own.header).not.toBeNull();
    expect((await admin().logos(plain())).inherited).toEqual(provider.own);
    expect((await portalErrorOf(admin().logos(UNKNOWN_COMPANY))).code).toBe('not-found');
  });

  it.each(plainPictures.map(({ name, bytes, size }) => [name, bytes, size] as const))(
    'takes a %s, told by its content (G2)',
    async (_name, bytes, [width, height]) => {
      const before = await admin().logos(plain());
      const after = await admin().setLogo(plain(), 'login', upload(bytes), before.version);
      expect(after.own.login).toMatchObject({ data: base64Of(bytes), width, height });
      expect(after.own.header).toEqual(before.own.header);
      expect(after.version).not.toBe(before.version);
      expect(await admin().logos(plain())).toEqual(after);
      expect((await admin().portalLogin(plain())).hasOwnLogos).toBe(true);
    },
  );

  it('keeps places and comments for itself (G2)', async () => {
    const { own } = await admin().setLogo(
      plain(),
      'header',
      upload(png({ before: [pngText('54.3233 N')] })),
      await version(),
    );
    expect(own.header?.data).toBe(base64Of(png()));
    const lying = upload(jpeg({ before: [exif(6)] }));
    const turned = await admin().setLogo(plain(), 'header', lying, await version());
    expect(turned.own.header).toMatchObject({ type: 'image/jpeg', width: 9, height: 20 });
  });

  it(
    'refuses hostile and broken files with a reason, and the old logo stays (G3)',
    { timeout: 120_000 },
    async () => {
      const before = await admin().logos(plain());
      for (const { name, bytes, problem } of hostileFiles) {
        const refused = admin().setLogo(plain(), 'login', upload(bytes), before.version);
        const problems = [{ path: ['login'], code: problem }];
        expect(await portalErrorOf(refused), name).toMatchObject({ code: 'validation', problems });
      }
      expect(await admin().logos(plain())).toEqual(before);
    },
  );

  it('changes nothing on an old version (G2)', async () => {
    const old = await version();
    const now = await admin().setLogo(plain(), 'login', upload(gif()), old);
    const late = [
      admin().setLogo(plain(), 'login', upload(png()), old),
      admin().setLogo(plain(), 'header', upload(png()), old),
      admin().removeLogo(plain(), 'login', old),
    ];
    for (const error of await Promise.all(late.map(portalErrorOf)))
      expect(error).toMatchObject(changedMeanwhile);
    expect(await admin().logos(plain())).toEqual(now);
  });

  it('tells of what was changed, once (G2)', async () => {
    const heard: PortalChange[] = [];
    const stop = admin().subscribe((change) => heard.push(change));
    const before = await version();
    await admin().removeLogo(plain(), 'header', before);
    await portalErrorOf(admin().removeLogo(plain(), 'login', before));
    stop();
    expect(heard).toEqual([{ kind: 'logos', companyId: plain() }]);
  });

  it("goes back to the provider's, and follows them (G2)", async () => {
    const own = await admin().logos(plain());
    const { data } = demoLogo('peaks', 48, [0, 120, 90]);
    const provider = await admin().setLogo(
      PROVIDER_COMPANY_ID,
      'login',
      { data },
      await version(PROVIDER_COMPANY_ID),
    );
    // The provider's change is none of the company's.
    const back = await admin().removeLogo(plain(), 'login', own.version);
    expect(back.own).toEqual({ login: null, header: null });
    expect(back.inherited.login).toEqual(provider.own.login);
    expect((await admin().portalLogin(plain())).hasOwnLogos).toBe(false);
  });

  it('counts who follows (D1)', async () => {
    const before = (await admin().globalSettings()).followers;
    await admin().setLogo(plain(), 'header', upload(png()), await version());
    const { followers } = await admin().globalSettings();
    expect([followers.loginLogo, followers.headerLogo]).toEqual([before.loginLogo, before.headerLogo - 1]);
    await admin().removeLogo(plain(), 'header', await version());
    expect((await admin().globalSettings()).followers).toEqual(before);
  });

  it('is seen by everybody, and changed by nobody without the permission (S15)', async () => {
    const { viewer } = world();
    const now = await viewer.logos(plain());
    expect(now.inherited.login).not.toBeNull();
    const { operations } = await viewer.capabilities(plain());
    expect(operations.logos).toEqual({ state: 'read-only', reason: 'permission-missing' });
    const refused = [
      viewer.setLogo(plain(), 'login', upload(png()), now.version),
      viewer.removeLogo(plain(), 'login', now.version),
    ];
    const errors = await Promise.all(refused.map(portalErrorOf));
    expect(errors.map(({ code }) => code)).toEqual(['forbidden', 'forbidden']);
  });
}
