import { describe, expect, it } from 'vitest';
import { de } from '../../sandbox/pages/texts/de.js';
import { en } from '../../sandbox/pages/texts/en.js';
import { change, settingsOf, snapshotOf } from './support/portal-service.js';
import { useSandbox } from './support/sandbox.js';
import { formValues, textsOf, Visitor } from './support/visitor.js';

const NORDLICHT = 174;
const HARBOR_SUPPLY = 175;
const LEUCHTTURM = 200;
const page = (companyId: number): string =>
  `/Mvc/Administration/ClientPortal.mvc/ClientDetail?accountId=${companyId}`;

describe('the page of one company', () => {
  const sandbox = useSandbox();

  it.each([
    ['en', en],
    ['de', de],
  ] as const)('has every documented section and setting in %s', async (language, t) => {
    const visitor = await new Visitor(sandbox).signIn('admin', language);
    const { html } = await visitor.get(page(LEUCHTTURM));
    const { requestTypes, ...settings } = t.settings;
    expect(textsOf(html, 'Text')[0]).toBe(t.detail.title);
    expect(textsOf(html, 'Heading')).toEqual(Object.values(t.detail.sections));
    expect(textsOf(html, 'PrimaryText')).toEqual(
      expect.arrayContaining([...Object.values(settings), requestTypes, t.login, t.singleSignOn]),
    );
    expect(textsOf(html, 'Text2')).toEqual(expect.arrayContaining([t.detail.save, t.viewLog, t.manageLogos]));
  });

  it('gives its elements other ids on each load', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const ids = async (): Promise<string[]> =>
      (await visitor.get(page(NORDLICHT))).html.match(/id="z[0-9a-f]{32}"/g) ?? [];
    const [first, second] = [await ids(), await ids()];
    expect(first.length).toBeGreaterThan(40);
    expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
  });

  it('sends what is set: saving without a change changes nothing', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    for (const companyId of [0, NORDLICHT, HARBOR_SUPPLY, 180, LEUCHTTURM]) {
      const before = await settingsOf(sandbox, companyId);
      expect((await visitor.save(page(companyId), {})).location).toBe(`${page(companyId)}&saved=1`);
      expect((await settingsOf(sandbox, companyId)).settings).toEqual(before.settings);
    }
  });

  it('saves every setting with its one Save, and raises the version', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const before = await settingsOf(sandbox, 181);
    const saved = await visitor.save(page(181), {
      portalEnabled: 'false',
      resourceNames: 'neutral',
      workedTime: 'worked',
      notifications: 'false',
      timeZone: 'Europe/Vienna',
      quickTicket: 'custom',
      priority: '4',
      titleEditable: 'false',
      requestTypes: 'custom',
      'requestType.3': 'true',
      'requestType.5': 'true',
      earlyAccess: 'true',
      preventLegacyPortal: 'true',
    });
    const after = await settingsOf(sandbox, 181);
    expect(after).toMatchObject({ changedBy: 'Alva Nordwind' });
    expect(after.version).not.toBe(before.version);
    expect(after.settings).toEqual({
      ...before.settings,
      portalEnabled: false,
      resourceNames: 'neutral',
      workedTime: 'worked',
      notifications: false,
      timeZone: 'Europe/Vienna',
      quickTicket: { mode: 'custom', requestTypeId: 1, priority: 4, queueId: 5, titleEditable: false },
      requestTypes: { mode: 'custom', ids: [3, 5] },
      earlyAccess: true,
      preventLegacyPortal: true,
      firstExperience: 'early-access',
    });
    expect(textsOf((await visitor.get(saved.location ?? '')).html, 'Text')).toContain(en.detail.saved);
  });

  it('overwrites what somebody else saved meanwhile: the last one wins here', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const form = formValues((await visitor.get(page(190))).html);
    snapshotOf(await change(sandbox, 190, { documents: false }));
    expect((await visitor.post(page(190), form)).status).toBe(303);
    expect((await settingsOf(sandbox, 190)).settings.documents).toBe(true);
  });

  it('locks the portal switch while Taskfire is active, on the server too', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const { html } = await visitor.get(page(NORDLICHT));
    expect(html).toContain(en.detail.lockedByTaskfire);
    expect(formValues(html)).not.toHaveProperty('portalEnabled');
    const answer = await visitor.save(page(NORDLICHT), { portalEnabled: 'false' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(en.detail.problems['setting-locked']);
    expect((await settingsOf(sandbox, NORDLICHT)).settings.portalEnabled).toBe(true);
  });

  it('keeps what was entered when it refuses it', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const answer = await visitor.save(page(HARBOR_SUPPLY), { requestTypes: 'custom', workedTime: 'worked' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(en.detail.problems['request-types-need-one']);
    expect(formValues(answer.html)).toMatchObject({ requestTypes: 'custom', workedTime: 'worked' });
    expect((await visitor.save(page(HARBOR_SUPPLY), { workedTime: 'much' })).status).toBe(422);
  });

  it.each(['4711', '-1', 'x', ''])('knows no company %j', async (id) => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const path = `/Mvc/Administration/ClientPortal.mvc/ClientDetail?accountId=${id}`;
    expect((await visitor.get(path)).status).toBe(404);
  });
});

describe('who may change settings on the page', () => {
  const sandbox = useSandbox();

  it('shows an account without the permission everything, but nothing to edit', async () => {
    const visitor = await new Visitor(sandbox).signIn('viewer');
    const { html } = await visitor.get(page(HARBOR_SUPPLY));
    expect(textsOf(html, 'Text')).toContain(en.detail.readOnly);
    expect(Object.keys(formValues(html))).toEqual(['csrf']);
    expect(html).not.toContain('data-action="submit"');
  });

  it('refuses its write on the server', async () => {
    const admin = await new Visitor(sandbox).signIn('admin');
    const viewer = await new Visitor(sandbox).signIn('viewer');
    const form = formValues((await admin.get(page(HARBOR_SUPPLY))).html);
    const { csrf = '' } = formValues((await viewer.get(page(HARBOR_SUPPLY))).html);
    const answer = await viewer.post(page(HARBOR_SUPPLY), { ...form, csrf, notifications: 'false' });
    expect(answer.status).toBe(403);
    expect(answer.html).toContain('<title>Access Denied</title>');
    expect((await settingsOf(sandbox, HARBOR_SUPPLY)).version).toBe('"0"');
  });

  it('refuses a form that another site sent', async () => {
    const admin = await new Visitor(sandbox).signIn('admin');
    const other = await new Visitor(sandbox).signIn('admin');
    const theirs = formValues((await other.get(page(HARBOR_SUPPLY))).html);
    const without = { ...theirs, csrf: '' };
    for (const form of [theirs, without])
      expect((await admin.post(page(HARBOR_SUPPLY), { ...form, notifications: 'false' })).status).toBe(403);
    expect((await settingsOf(sandbox, HARBOR_SUPPLY)).version).toBe('"0"');
  });
});
