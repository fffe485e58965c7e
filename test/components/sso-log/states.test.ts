import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { createMemoryClient } from '../../../src/clients/memory/index.js';
import type { PortalSsoLog } from '../../../src/components/sso-log/sso-log.js';
import {
  DAIRY,
  FLORIST_WITHOUT_SIGN_INS,
  manyEvents,
  openLog,
  openWith,
  signIn,
  Stage,
  withLog,
} from './stage.js';

const offline = { code: 'offline' } as const;

describe('<portal-sso-log> loading', () => {
  it('says what is missing without an administration or a company, and goes on once it is there', async () => {
    const element = await fixture<PortalSsoLog>(html`<portal-sso-log></portal-sso-log>`);
    const stage = new Stage(element, createMemoryClient());
    expect(stage.text('.notice')).toContain('Not connected to a PSA yet.');
    element.admin = stage.admin;
    await element.updateComplete;
    expect(stage.text('.notice')).toContain('No company chosen.');
    element.companyId = DAIRY;
    await stage.until(() => stage.has('.rows .row'));
    expect(stage.text('.frame')).not.toContain('No company chosen.');
  });

  it('can be used while pages arrive, and says how far it is (L1)', async () => {
    const admin = createMemoryClient({ seed: withLog(manyEvents(3_000)), latencyMs: 60 });
    const stage = await openWith(admin);
    expect(stage.has('.skeleton')).toBe(true);
    await stage.until(() => stage.has('progress') && stage.has('.rows .row'));
    expect(stage.text('.progress')).toMatch(/^(500|1,000|1,500|2,000|2,500) of 3,000 loaded$/);
    await stage.until(() => !stage.has('progress'));
    expect(stage.text('.foot')).toContain('3,000 sign-ins');
  });

  it('keeps what came before a failed page, and goes on from there', async () => {
    const admin = createMemoryClient({ seed: withLog(manyEvents(1_800)), latencyMs: 40 });
    const stage = await openWith(admin);
    await stage.until(() => stage.has('.rows .row'));
    admin.fail({ method: 'ssoEvents', error: offline });
    await stage.until(() => stage.has('.notice.bad'));
    expect(stage.text('.notice.bad')).toMatch(
      /The (500|1,000|1,500) newest sign-ins are loaded; older ones are missing/,
    );
    await stage.click('.notice.bad button');
    await stage.until(() => stage.text('.foot').startsWith('1,800 sign-ins'));
    expect(stage.has('.notice.bad')).toBe(false);
  });

  it.each(['capabilities', 'ssoEvents'] as const)('says when %s fails, and tries again', async (method) => {
    const stage = await openWith(createMemoryClient({ failures: [{ method, error: offline }] }));
    await stage.until(() => stage.has('.notice.bad'));
    expect(stage.text('.notice.bad')).toContain('There is no connection to the PSA.');
    await stage.click('.notice.bad button');
    await stage.until(() => stage.has('.rows .row'));
  });

  it('takes 50,000 events and shows the newest at once', async () => {
    const stage = await openLog({ seed: withLog(manyEvents(50_000)), pageSize: 5_000 });
    expect(stage.text('.foot')).toContain('50,000 sign-ins');
    const began = performance.now();
    stage.enter('input[type=search]', 'certificate');
    await stage.until(() => !stage.text('.foot').startsWith('50,000'));
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('<portal-sso-log> without a log', () => {
  it('explains an empty one (L1)', async () => {
    const stage = await openWith(createMemoryClient(), FLORIST_WITHOUT_SIGN_INS);
    await stage.until(() => stage.has('.nothing'));
    expect(stage.text('.nothing')).toContain('Nobody has signed in through an identity provider');
    stage.admin.signInHappened(FLORIST_WITHOUT_SIGN_INS, signIn(1, ''));
    await stage.click('.nothing button');
    await stage.until(() => stage.text('.foot').startsWith('1 sign-in '));
  });

  it.each([
    ['no-api', 'This PSA has no interface for it.'],
    ['not-connected', 'This application has no connection that offers it'],
  ] as const)('says that there is none: %s', async (reason, words) => {
    const absent = { state: 'absent', reason } as const;
    const stage = await openWith(createMemoryClient({ limits: { operations: { ssoLog: absent } } }));
    await stage.until(() => stage.has('.nothing'));
    expect(stage.text('.nothing')).toContain(words);
    expect(stage.has('.refresh')).toBe(false);
  });
});

describe('<portal-sso-log> and thirty days (L1)', () => {
  const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

  it('never shows more, even if a backend answers more', async () => {
    const admin = createMemoryClient({ seed: withLog([signIn(2, ago(1)), signIn(1, ago(1))]) });
    const older = signIn(9, ago(31), { userName: 'too.old' });
    const answer = await admin.ssoEvents(DAIRY, null);
    admin.ssoEvents = () => Promise.resolve({ ...answer, events: [...answer.events, older] });
    const stage = await openWith(admin);
    await stage.until(() => stage.has('.rows .row'));
    expect(stage.text('.foot')).toContain('2 sign-ins');
    expect(stage.cells('userName')).not.toContain('too.old');
  });

  it('writes times in the company’s time zone, and names it', async () => {
    const at = `${ago(1).slice(0, 10)}T12:30:00.000Z`;
    const stage = await openLog({ seed: withLog([signIn(1, at)], 'Asia/Kolkata') });
    expect(stage.cells('at')[0]).toContain('06:00:00 PM');
    expect(stage.text('.head .at')).toContain('Asia/Kolkata');
    expect(stage.text('.zone')).toBe('Times: India Standard Time');
  });

  it('says when it cannot know the company’s time zone', async () => {
    const absent = { state: 'absent', reason: 'not-connected' } as const;
    const stage = await openLog({ limits: { operations: { settings: absent } } });
    expect(stage.text('.notices')).toContain('The company’s time zone is not known.');
  });

  it('follows another time zone', async () => {
    const stage = await openLog();
    expect(stage.text('.head .at')).toContain('Europe/Berlin');
    const { version } = await stage.admin.settings(174);
    await stage.admin.saveSettings(174, { timeZone: 'Asia/Tokyo' }, version);
    await stage.until(() => stage.has('.head .at') && stage.text('.head .at').includes('Asia/Tokyo'));
  });
});

describe('<portal-sso-log> refreshing', () => {
  it('shows what came meanwhile on top, and says how much that is', async () => {
    const stage = await openLog();
    const count = Number(/\d+/.exec(stage.text('.foot'))?.[0]);
    stage.admin.signInHappened(174, signIn(0, '', { type: 'user-access-denied', userName: 'late.arrival' }));
    await stage.click('.refresh');
    await stage.until(() => stage.text('.foot').startsWith(`${count + 1} sign-ins`));
    expect(stage.cells('userName')[0]).toBe('late.arrival');
    await stage.until(() => stage.text('[aria-live]') === '1 new sign-in.');
    expect(stage.text('.read')).toMatch(/^Read: \d/);
  });

  it('keeps filter and order, and says when nothing is new', async () => {
    const stage = await openLog();
    await stage.click('.chips .chip:nth-child(2)');
    const before = stage.text('.foot');
    await stage.click('.refresh');
    await stage.until(() => stage.text('[aria-live]') === 'No new sign-ins.');
    expect(stage.text('.foot')).toBe(before);
  });

  it('keeps what it has where it cannot be read', async () => {
    const stage = await openLog();
    const before = stage.text('.foot');
    stage.admin.fail({ method: 'ssoEvents', error: offline });
    await stage.click('.refresh');
    await stage.until(() => stage.has('.notice.bad'));
    expect(stage.text('.notice.bad')).toContain('What is shown was read before.');
    expect(stage.text('.foot')).toBe(before);
    await stage.click('.notice.bad button');
    await stage.until(() => !stage.has('.notice.bad'));
  });
});
