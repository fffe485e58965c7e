import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { en } from '../../sandbox/pages/texts/en.js';
import { base64Of, CompanyLogosSchema, type CompanyLogos } from '../../src/model/index.js';
import { gif, png, pngText } from '../model/logo-files/pictures.js';
import { asAdmin } from './support/portal-service.js';
import { useSandbox } from './support/sandbox.js';
import { textsOf, Visitor } from './support/visitor.js';

const NORDLICHT = 174;
const HARBOR_SUPPLY = 175;
const page = (companyId: number): string =>
  `/Mvc/Administration/ClientPortal.mvc/Logos?accountId=${companyId}`;
const picture = (companyId: number, slot: string): string =>
  `/Mvc/Administration/ClientPortal.mvc/Logo?accountId=${companyId}&slot=${slot}`;

describe('the PSA’s own page for logos', () => {
  const sandbox = useSandbox();
  const logosOf = async (id: number): Promise<CompanyLogos> =>
    v.parse(
      CompanyLogosSchema,
      (await sandbox.call('GET', `/portal/v1/companies/${id}/logos`, { headers: asAdmin })).json,
    );

  it('shows the logos and where they come from (G1)', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const { html } = await visitor.get(page(HARBOR_SUPPLY));
    expect(textsOf(html, 'Value')).toEqual([en.logos.own, en.logos.inherited]);
    const { own, inherited } = await logosOf(HARBOR_SUPPLY);
    const shown = await visitor.get(picture(HARBOR_SUPPLY, 'login'));
    expect(shown.headers.get('Content-Type')).toBe('image/png');
    expect(shown.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(own.login).not.toBeNull();
    expect(inherited.header).not.toBeNull();
    expect((await visitor.get(picture(4711, 'login'))).status).toBe(404);
  });

  it('takes a file, refuses another with the reason, and goes back (G2, G3)', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const to = page(NORDLICHT);
    const upload = { slot: 'login', act: 'upload' };
    const saved = await visitor.upload(to, upload, new Blob([png({ before: [pngText('54.3233 N')] })]));
    expect([saved.status, saved.location]).toEqual([303, to]);
    expect((await logosOf(NORDLICHT)).own.login?.data).toBe(base64Of(png()));
    const refused = await visitor.upload(to, upload, new Blob(['<svg onload="alert(1)"/>']));
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(en.logos.problems['svg-refused']);
    const none = await visitor.upload(to, upload, new Blob([]));
    expect(none.html).toContain(en.logos.problems.empty);
    const large = await visitor.upload(to, upload, new Blob([new Uint8Array(3 * 1024 * 1024)]));
    expect(large.status).toBe(413);
    expect((await logosOf(NORDLICHT)).own.login?.data).toBe(base64Of(png()));
    await visitor.upload(to, { slot: 'login', act: 'remove' }, new Blob([]));
    expect((await logosOf(NORDLICHT)).own.login).toBeNull();
  });

  it('is a way around neither the permission (S15) nor the token of the session', async () => {
    const before = await logosOf(NORDLICHT);
    const upload = { slot: 'header', act: 'upload' };
    const viewer = await new Visitor(sandbox).signIn('viewer');
    const { html } = await viewer.get(page(NORDLICHT));
    expect(html).not.toContain('type="file"');
    const refused = await viewer.upload(page(NORDLICHT), upload, new Blob([gif()]));
    expect(refused.status).toBe(403);
    const admin = await new Visitor(sandbox).signIn('admin');
    const forged = await admin.upload(page(NORDLICHT), { ...upload, csrf: 'guessed' }, new Blob([gif()]));
    expect(forged.status).toBe(403);
    expect(await logosOf(NORDLICHT)).toEqual(before);
  });
});
