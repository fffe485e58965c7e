import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { withoutWriting } from '../../src/background/frames/page-permission.js';
import { capabilitiesFor, type Limits } from '../../src/clients/memory/limits.js';
import { CapabilitiesSchema, SettingsSnapshotSchema, writingMethods } from '../../src/contract/index.js';
import { argsFor } from './call-arguments.js';
import { draft, ExtensionUnderTest, frame, optionsPage } from './workers.js';

const COMPANY = 174;
const lookOnly = { state: 'read-only', reason: 'permission-missing' } as const;
const forbidden = { ok: false, error: { code: 'forbidden' } };

describe('a connection that may write, on a page that its user may only read', () => {
  let extension: ExtensionUnderTest;
  beforeEach(async () => {
    extension = new ExtensionUnderTest();
    await extension.send('save-connection', draft, optionsPage);
    await extension.showPage(frame(0), { companyId: COMPANY, isEditable: false });
    await extension.showPage(frame(1), { companyId: COMPANY, isEditable: true });
  });

  const valueOf = async <S extends v.GenericSchema>(
    schema: S,
    method: 'capabilities' | 'settings',
    frameId: number,
  ) => {
    const answer = await extension.call(method, [COMPANY], frame(frameId));
    return v.parse(schema, answer.ok ? answer.value : answer.error);
  };
  const capabilities = (frameId: number) => valueOf(CapabilitiesSchema, 'capabilities', frameId);
  const snapshot = (frameId: number) => valueOf(SettingsSnapshotSchema, 'settings', frameId);

  it('is shown as one without the permission', async () => {
    expect(await capabilities(0)).toEqual(capabilitiesFor('viewer', {}));
    expect(await capabilities(1)).toEqual(capabilitiesFor('admin', {}));
  });

  it('reads, but does not write', async () => {
    const { version, settings } = await snapshot(0);
    const args = [COMPANY, { notifications: !settings.notifications }, version];
    expect(await extension.call('saveSettings', args, frame(0))).toEqual(forbidden);
    expect(await snapshot(0)).toMatchObject({ version });
    expect(await extension.call('saveSettings', args, frame(1))).toMatchObject({ ok: true });
  });

  it.each(writingMethods)('asks nobody before it refuses %s', async (method) => {
    expect(await extension.call(method, argsFor(method, COMPANY), frame(0))).toEqual(forbidden);
    expect(extension.built).toEqual([]);
    expect([...extension.browser.stored.keys()].filter((key) => key.startsWith('write:'))).toEqual([]);
  });

  it('remembers it after the worker ended', async () => {
    extension.restartWorker();
    expect(await extension.call('saveSettings', [COMPANY, {}, ''], frame(0))).toEqual(forbidden);
    expect((await capabilities(1)).operations.settings).toEqual({ state: 'available' });
  });

  it('follows what the frame shows now', async () => {
    await extension.showPage(frame(0), { companyId: COMPANY, document: 'next', isEditable: true });
    expect(await capabilities(0)).toEqual(capabilitiesFor('admin', {}));
    await extension.showPage(frame(0), { companyId: COMPANY, document: 'next', isEditable: false });
    expect(await capabilities(0)).toEqual(capabilitiesFor('viewer', {}));
  });

  it.each([
    ['a frame that never said what it shows', frame(7)],
    ['a frame that shows another PSA by now', frame(1, 'https://ww6.autotask.net')],
  ])('takes %s for one that may not', async (_what, sender) => {
    for (const method of writingMethods)
      expect(await extension.call(method, argsFor(method, COMPANY), sender)).toEqual(forbidden);
  });
});

describe('withoutWriting', () => {
  it('leaves absent what is absent, and names the person’s reason before the backend’s', () => {
    const absent = { state: 'absent', reason: 'no-api' } as const;
    const limits: Limits = {
      operations: { settings: { state: 'read-only', reason: 'api-read-only' }, taskfire: absent },
      settings: { timeZone: absent, documents: { state: 'read-only', reason: 'api-read-only' } },
    };
    const lowered = withoutWriting(capabilitiesFor('admin', limits));
    expect(lowered.operations).toMatchObject({ settings: lookOnly, portalUsers: lookOnly, taskfire: absent });
    expect(lowered.operations.contacts).toEqual(lookOnly);
    expect(lowered.operations.companies).toEqual({ state: 'available' });
    expect(lowered.settings).toMatchObject({ timeZone: absent, documents: lookOnly, twoFactor: lookOnly });
  });
});
