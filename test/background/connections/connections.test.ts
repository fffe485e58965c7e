import { describe, expect, it } from 'vitest';
import { presetRecord } from '../../../src/background/connections/connection-record.js';
import type { ConnectionDraft, ConnectionSummary } from '../../../src/channel/index.js';
import { draft, ExtensionUnderTest, frame, optionsPage, PSA, SECRETS } from '../workers.js';
import { listOf, savedId } from './saved.js';

const { autotask, portalService } = draft;
if (autotask === null || portalService === null) throw new Error('the draft has both halves');

/** The draft as it is sent again: with the secrets left as they are. */
const keptBy = (id: string): ConnectionDraft => ({
  ...draft,
  id,
  autotask: { ...autotask, secret: null, integrationCode: null },
  portalService: { ...portalService, access: { kind: 'token', token: null } },
});
const summary = {
  psaOrigin: PSA,
  label: '',
  keep: 'session',
  isActive: true,
  isLocked: false,
  hasPermission: true,
  source: 'stored',
  autotask: { user: 'api@provider.example', baseUrl: null },
  portalService: { url: 'https://portal.example/v1', access: { kind: 'token' } },
};

describe('a connection', () => {
  it('is there after it was saved, also for the next worker, and gone after it was forgotten', async () => {
    const extension = new ExtensionUnderTest();
    const saved = await extension.send('save-connection', draft, optionsPage);
    expect(saved).toMatchObject({ ok: true, value: { saved: true, connection: summary } });
    extension.restartWorker();
    const [listed, ...others] = await listOf(extension);
    expect(listed).toMatchObject(summary);
    expect(others).toEqual([]);
    await extension.send('forget-connection', { connectionId: listed?.id ?? '' }, optionsPage);
    expect(extension.browser.stored).toEqual(new Map());
    expect(extension.browser.onDisk).toEqual(new Map());
  });

  it('is one, also where the worker ended before it could answer and it was saved again', async () => {
    const extension = new ExtensionUnderTest();
    await extension.send('save-connection', draft, optionsPage);
    extension.restartWorker();
    const again = await extension.send('save-connection', draft, optionsPage);
    expect(again).toMatchObject({ ok: true, value: { saved: true, connection: { id: draft.id } } });
    expect(await listOf(extension)).toHaveLength(1);
  });

  it('that is not to be remembered touches no disk', async () => {
    const extension = new ExtensionUnderTest();
    await savedId(extension, draft);
    expect(extension.browser.onDisk).toEqual(new Map());
  });

  it('never shows its secrets to anyone', async () => {
    const extension = new ExtensionUnderTest();
    const kept = keptBy(await savedId(extension, draft));
    await extension.send('test-connection', kept, optionsPage);
    await extension.send('save-connection', kept, optionsPage);
    await listOf(extension);
    await extension.call('capabilities', [0]);
    expect(extension.built.at(-1)).toMatchObject({ autotask: { secret: SECRETS[0] } });
    for (const secret of SECRETS) {
      expect(extension.answers.join()).not.toContain(secret);
      expect(JSON.stringify(extension.browser.pushed)).not.toContain(secret);
    }
  });

  it.each<[string, (kept: ConnectionDraft) => Partial<ConnectionDraft>, string]>([
    [
      'another API user',
      (kept) => ({ autotask: kept.autotask && { ...kept.autotask, user: 'other@provider.example' } }),
      'secret-missing',
    ],
    [
      'another API address',
      (kept) => ({ autotask: kept.autotask && { ...kept.autotask, baseUrl: 'https://portal.example/' } }),
      'secret-missing',
    ],
    [
      'another portal service',
      () => ({
        portalService: { url: 'https://portal.example/evil', access: { kind: 'token', token: null } },
      }),
      'token-missing',
    ],
    ['another PSA', () => ({ psaOrigin: 'https://ww6.autotask.net' }), 'secret-missing'],
    ['another connection', () => ({ id: crypto.randomUUID() }), 'secret-missing'],
  ])('does not lend its secrets to %s', async (_what, change, problem) => {
    const extension = new ExtensionUnderTest();
    const kept = keptBy(await savedId(extension, draft));
    const other = { ...kept, ...change(kept) };
    const saved = await extension.send('save-connection', other, optionsPage);
    expect(saved).toEqual({ ok: true, value: { saved: false, problem } });
    const tested = await extension.send('test-connection', other, optionsPage);
    expect(tested).toEqual({ ok: true, value: { tested: false, problem } });
  });

  it.each<[string, ConnectionDraft, string]>([
    ['a PSA without a permission', { ...draft, psaOrigin: 'https://psa.example' }, 'host-not-permitted'],
    [
      'a portal service without a permission',
      { ...draft, portalService: { ...portalService, url: 'https://elsewhere.example/' } },
      'host-not-permitted',
    ],
    ['nothing at all', { ...draft, autotask: null, portalService: null }, 'nothing-to-connect'],
    [
      'a PSA elsewhere without its API’s address',
      { ...draft, psaOrigin: 'http://127.0.0.1:4010' },
      'api-address-missing',
    ],
    ['a vault that is not there', { ...draft, keep: 'vault' }, 'no-vault'],
  ])('cannot be made for %s', async (_what, wrong, problem) => {
    const extension = new ExtensionUnderTest();
    const saved = await extension.send('save-connection', wrong, optionsPage);
    expect(saved).toEqual({ ok: true, value: { saved: false, problem } });
    expect(extension.browser.stored.size + extension.browser.onDisk.size).toBe(0);
  });

  it.each([
    ['an unencrypted API address', { baseUrl: 'http://api.example/' }],
    ['an address with credentials', { baseUrl: 'https://a:b@api.example/' }],
    ['an empty user', { user: ' ' }],
  ])('is refused at the border with %s', async (_what, wrong) => {
    const extension = new ExtensionUnderTest();
    const message = { ...draft, autotask: { ...autotask, ...wrong } };
    const saved = await extension.send('save-connection', message, optionsPage);
    expect(saved).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it('tells the frames of its PSA, and the extension’s pages, when it becomes another', async () => {
    const extension = new ExtensionUnderTest();
    await extension.showPage(frame(3));
    await extension.showPage(frame(0, 'https://ww6.autotask.net', 2));
    await extension.call('capabilities', [0]);
    await savedId(extension, draft);
    const message = { event: 'changed', change: { kind: 'connection' } };
    const inOrder = extension.browser.pushed.sort((one, other) => one.tabId - other.tabId);
    expect(inOrder).toEqual([
      { tabId: -1, frameId: undefined, message },
      { tabId: 1, frameId: 3, message },
    ]);
    expect(await extension.call('company', [0], frame(3))).toMatchObject({ ok: true });
  });
});

describe('a preset', () => {
  const record = presetRecord({
    psaOrigin: 'http://127.0.0.1:4010',
    autotask: {
      user: 'api@sandbox.example',
      secret: 's',
      integrationCode: 'c',
      baseUrl: 'http://127.0.0.1:4010/api/',
    },
  });
  const own = { ...draft, psaOrigin: 'http://127.0.0.1:4010', autotask: null };

  it('comes with a sandbox build, can be replaced, and is back when that is forgotten', async () => {
    const extension = new ExtensionUnderTest({}, { preset: record });
    const built = { psaOrigin: own.psaOrigin, source: 'preset', isActive: true, portalService: null };
    expect(await listOf(extension)).toMatchObject([built]);
    const id = await savedId(extension, own);
    expect(await listOf(extension)).toMatchObject([{ source: 'stored', autotask: null }]);
    await extension.send('forget-connection', { connectionId: id }, optionsPage);
    expect(await listOf(extension)).toMatchObject([built]);
  });

  it('lends its secrets to what is saved in its place', async () => {
    const extension = new ExtensionUnderTest({}, { preset: record });
    const [built] = await listOf(extension);
    const kept: ConnectionDraft = {
      ...own,
      id: built?.id ?? '',
      label: 'Mine',
      portalService: null,
      autotask: {
        ...autotask,
        user: 'api@sandbox.example',
        baseUrl: 'http://127.0.0.1:4010/api/',
        secret: null,
        integrationCode: null,
      },
    };
    await savedId(extension, kept);
    expect(await listOf(extension)).toMatchObject([{ source: 'stored', label: 'Mine' }]);
  });

  it('cannot be forgotten', async () => {
    const extension = new ExtensionUnderTest({}, { preset: record });
    const [built] = await listOf(extension);
    await extension.send('forget-connection', { connectionId: built?.id ?? '' }, optionsPage);
    expect(await listOf(extension)).toHaveLength(1);
  });
});

describe('several connections of one PSA', () => {
  const labelled = (label: string, psaOrigin = PSA): ConnectionDraft => ({
    ...draft,
    id: crypto.randomUUID(),
    label,
    psaOrigin,
  });
  const activeOf = (list: ConnectionSummary[]) =>
    list.filter((one) => one.isActive).map(({ label }) => label);

  it('have one active: the first, or the one that was chosen', async () => {
    const extension = new ExtensionUnderTest();
    await savedId(extension, labelled('A'));
    const second = await savedId(extension, labelled('B'));
    await savedId(extension, labelled('elsewhere', 'https://ww6.autotask.net'));
    expect(activeOf(await listOf(extension))).toEqual(['A', 'elsewhere']);
    await extension.send('activate-connection', { connectionId: second }, optionsPage);
    extension.restartWorker();
    expect(activeOf(await listOf(extension))).toEqual(['B', 'elsewhere']);
    await extension.showPage();
    await extension.call('company', [0]);
    expect(extension.built.map(({ id }) => id)).toEqual([second]);
  });

  it('stay as they are when one is saved again', async () => {
    const extension = new ExtensionUnderTest();
    const first = await savedId(extension, labelled('A'));
    await savedId(extension, labelled('B'));
    await savedId(extension, { ...labelled('A renamed'), id: first });
    expect(activeOf(await listOf(extension))).toEqual(['A renamed']);
    expect(await listOf(extension)).toHaveLength(2);
  });

  it('hand over to the one used before when the active one is forgotten', async () => {
    const extension = new ExtensionUnderTest();
    const ids: string[] = [];
    for (const label of ['A', 'B', 'C']) ids.push(await savedId(extension, labelled(label)));
    for (const connectionId of ids)
      await extension.send('activate-connection', { connectionId }, optionsPage);
    const order: string[][] = [];
    for (const connectionId of ids.reverse()) {
      order.push(activeOf(await listOf(extension)));
      await extension.send('forget-connection', { connectionId }, optionsPage);
    }
    expect(order).toEqual([['C'], ['B'], ['A']]);
  });
});

describe('what is stored', () => {
  it.each([
    ['nonsense', 'nonsense'],
    ['another version’s record', { psaOrigin: PSA, keep: 'session' }],
    ['nothing', null],
  ])('and damaged (%s) does not take the rest down, and is named', async (_what, damage) => {
    const damaged: string[] = [];
    const extension = new ExtensionUnderTest({}, { onDamaged: (name) => damaged.push(name) });
    const id = await savedId(extension, draft);
    await savedId(extension, { ...draft, id: crypto.randomUUID(), label: 'whole' });
    extension.browser.stored.set(`connection:${id}`, damage);
    expect(await listOf(extension)).toMatchObject([{ label: 'whole', isActive: true }]);
    expect(new Set(damaged)).toEqual(new Set([`connection:${id}`]));
  });

  it('of secrets and damaged asks for them anew', async () => {
    const damaged: string[] = [];
    const extension = new ExtensionUnderTest({}, { onDamaged: (name) => damaged.push(name) });
    const id = await savedId(extension, draft);
    extension.browser.stored.set(`secret:connection:${id}`, { secret: SECRETS[0] });
    await extension.showPage();
    expect(await extension.call('capabilities', [0])).toMatchObject({ ok: false, error: { code: 'auth' } });
    const saved = await extension.send('save-connection', keptBy(id), optionsPage);
    expect(saved).toMatchObject({ value: { saved: false, problem: 'secret-missing' } });
    expect(damaged.join()).not.toContain('S3CRET');
  });

  it('in the open and changed on disk sends no secret to another PSA', async () => {
    const extension = new ExtensionUnderTest();
    const id = await savedId(extension, draft);
    const key = `connection:${id}`;
    const evil = 'https://ww66.autotask.net';
    extension.browser.stored.set(key, { ...Object(extension.browser.stored.get(key)), psaOrigin: evil });
    await extension.showPage(frame(0, evil));
    expect(await extension.call('company', [0], frame(0, evil))).toMatchObject({ error: { code: 'auth' } });
    expect(extension.built).toEqual([]);
  });
});
