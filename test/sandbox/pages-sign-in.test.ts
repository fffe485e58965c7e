import { describe, expect, it } from 'vitest';
import { localPath } from '../../sandbox/pages/paths.js';
import { useSandbox } from './support/sandbox.js';
import { formValues, textsOf, Visitor } from './support/visitor.js';

const SIGN_IN = '/Mvc/Framework/Authentication.mvc/Authenticate';
const CLIENT = '/Mvc/Administration/ClientPortal.mvc/ClientDetail?accountId=174';

describe('signing in to the PSA', () => {
  const sandbox = useSandbox();

  it('is asked for first, and leads back to the page that was wanted', async () => {
    const visitor = new Visitor(sandbox);
    const { location } = await visitor.get(CLIENT);
    expect(location).toBe(`${SIGN_IN}?ReturnUrl=${encodeURIComponent(CLIENT)}`);
    const form = formValues((await visitor.get(location ?? '')).html);
    const answer = await visitor.post(SIGN_IN, { ...form, name: 'admin', password: 'admin' });
    expect(answer).toMatchObject({ status: 303, location: CLIENT });
    expect(answer.headers.getSetCookie().join()).toMatch(/psa_session=\S+;.*HttpOnly.*SameSite=Lax/);
    expect((await visitor.get(CLIENT)).status).toBe(200);
  });

  it('refuses a wrong password and says so', async () => {
    const visitor = new Visitor(sandbox);
    const form = formValues((await visitor.get(SIGN_IN)).html);
    const answer = await visitor.post(SIGN_IN, { ...form, name: 'admin', password: 'viewer' });
    expect(answer.status).toBe(401);
    expect(answer.html).toContain('User name or password is wrong.');
    expect((await visitor.get(CLIENT)).location).toContain(SIGN_IN);
  });

  it('refuses a form from elsewhere', async () => {
    const answer = await new Visitor(sandbox).post(SIGN_IN, {
      name: 'admin',
      password: 'admin',
      csrf: 'guess',
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie().join()).not.toContain('psa_session');
  });

  it('leads from the top to the list of clients', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const { location } = await visitor.get('/');
    expect(location).toContain('/AutotaskOnyx/LandingPage?');
    expect((await visitor.get(location ?? '')).html).toContain(
      'src="/Mvc/Administration/ClientPortal.mvc/ClientList"',
    );
  });

  it('ends with sign-out, on the server too', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    const session = visitor.cookie('psa_session') ?? '';
    const { html } = await visitor.get((await visitor.get('/')).location ?? '');
    const signOut = '/Mvc/Framework/Authentication.mvc/SignOut';
    expect((await visitor.post(signOut, { csrf: 'guess' })).status).toBe(403);
    expect((await visitor.post(signOut, formValues(html))).location).toBe(SIGN_IN);
    const old = await new Visitor(sandbox).get(CLIENT, { Cookie: `psa_session=${session}` });
    expect(old.location).toContain(SIGN_IN);
  });

  it.each(['en', 'de'] as const)('speaks the language that was chosen: %s', async (language) => {
    const visitor = new Visitor(sandbox);
    await visitor.get(`/Mvc/Framework/Preferences.mvc/Set?language=${language}&next=${SIGN_IN}`);
    const { html } = await visitor.get(SIGN_IN, { 'Accept-Language': 'fr' });
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(language === 'de' ? 'Kennwort' : 'Password');
  });

  it('remembers the colours', async () => {
    const visitor = await new Visitor(sandbox).signIn('admin');
    expect((await visitor.get(CLIENT)).html).toContain('--is-theme-dark: 0; color-scheme: light');
    await visitor.get('/Mvc/Framework/Preferences.mvc/Set?theme=dark&next=/');
    expect((await visitor.get(CLIENT)).html).toContain('--is-theme-dark: 1; color-scheme: dark');
  });
});

describe('the quick sign-in of the start command', () => {
  const sandbox = useSandbox();

  it('opens a page of this origin, signed in, in the wanted language', async () => {
    const visitor = new Visitor(sandbox);
    const next = encodeURIComponent(CLIENT);
    const { location } = await visitor.get(`/_sandbox/sign-in?user=viewer&lang=de&next=${next}`);
    expect(location).toBe(CLIENT);
    expect(textsOf((await visitor.get(CLIENT)).html, 'Text')[0]).toBe('Kundenportal - Kundendetails');
  });

  it.each(['https://evil.example/', '//evil.example/', '/\\evil.example/', 'javascript:alert(1)'])(
    'never leads to %s',
    async (next) => {
      const url = `/_sandbox/sign-in?user=admin&next=${encodeURIComponent(next)}`;
      const { location } = await new Visitor(sandbox).get(url);
      expect(location).toMatch(/^\/AutotaskOnyx\/LandingPage\?/);
    },
  );

  it('knows only the demo accounts', async () => {
    expect((await new Visitor(sandbox).get('/_sandbox/sign-in?user=root')).status).toBe(400);
  });
});

describe('localPath', () => {
  it.each([
    ['/a?b=1#c', '/a?b=1#c'],
    ['/a/../b', '/b'],
    ['//host', undefined],
    ['/\\host', undefined],
    ['/.//host', undefined],
    ['/\t/host', undefined],
    ['a', undefined],
    ['', undefined],
  ])('%j leads to %s', (text, path) => {
    expect(localPath(text)).toBe(path);
  });
});
