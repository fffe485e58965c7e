import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { describeError } from '../../src/background/describe-error.js';
import { methodSchemas, operations, PortalError, writingMethods } from '../../src/contract/index.js';
import type { PortalMethod } from '../../src/contract/index.js';
import { demoData } from '../../src/clients/index.js';
import { base64Of, CompanyLogosSchema } from '../../src/model/index.js';
import { randomBytes } from '../model/logo-files/bytes.js';
import { png } from '../model/logo-files/pictures.js';
import { draft, ExtensionUnderTest, frame, optionsPage, PSA } from './workers.js';

const methods = Object.keys(methodSchemas) as PortalMethod[];
const companyId = demoData().companies[0]?.company.id ?? -1;

const LogosAnswerSchema = v.object({ value: CompanyLogosSchema });

async function connected(...options: ConstructorParameters<typeof ExtensionUnderTest>) {
  const extension = new ExtensionUnderTest(...options);
  await extension.send('save-connection', draft, optionsPage);
  await extension.showPage();
  return extension;
}

async function version(extension: ExtensionUnderTest): Promise<string> {
  const answer = await extension.call('settings', [companyId]);
  if (!answer.ok || typeof answer.value !== 'object' || answer.value === null) throw new Error('no settings');
  return 'version' in answer.value ? String(answer.value.version) : '';
}

describe('a call', () => {
  it('reaches the client of the PSA whose frame asks', async () => {
    const extension = await connected();
    expect(await extension.call('company', [companyId])).toMatchObject({
      ok: true,
      value: { id: companyId },
    });
    expect(extension.built.map(({ psaOrigin }) => psaOrigin)).toEqual([PSA]);
  });

  it('shares one client among the frames of a PSA', async () => {
    const extension = await connected();
    await Promise.all([0, 1, 2].map((frameId) => extension.call('company', [companyId], frame(frameId))));
    expect(extension.built).toHaveLength(1);
  });

  it('just works after the worker ended', async () => {
    const extension = await connected();
    await extension.call('company', [companyId]);
    extension.restartWorker();
    expect(await extension.call('company', [companyId])).toMatchObject({ ok: true });
  });

  it.each(methods)('%s refuses arguments that are not its own', async (method) => {
    const extension = await connected();
    const answer = await extension.call(method, ['x', { nested: [] }, 1, 2, 3]);
    expect(answer).toEqual({ ok: false, error: { code: 'unknown', detail: 'malformed arguments' } });
  });

  it('tells the PSA’s frames what it changed', async () => {
    const extension = await connected();
    await extension.showPage(frame(3));
    const args = [companyId, { notifications: false, documents: undefined }, await version(extension)];
    expect(await extension.call('saveSettings', args)).toMatchObject({ ok: true });
    await expect
      .poll(() => extension.browser.pushed)
      .toContainEqual({
        tabId: 1,
        frameId: 3,
        message: { event: 'changed', change: { kind: 'settings', companyId } },
      });
    const settings = await extension.call('settings', [companyId]);
    expect(settings).toMatchObject({ value: { settings: { notifications: false, documents: true } } });
  });

  it('ends with `offline` when the backend is too slow', async () => {
    const extension = await connected({ latencyMs: 500 }, { answerWithin: 30 });
    expect(await extension.call('company', [companyId])).toEqual({ ok: false, error: { code: 'offline' } });
  });
});

describe('without a connection', () => {
  it('says so in the capabilities', async () => {
    const answer = await new ExtensionUnderTest().call('capabilities', [0]);
    const absent = { state: 'absent', reason: 'not-connected' };
    expect(answer).toMatchObject({
      value: { operations: Object.fromEntries(operations.map((one) => [one, absent])) },
    });
  });

  it('asks for one in all else', async () => {
    const answer = await new ExtensionUnderTest().call('company', [0]);
    expect(answer).toEqual({ ok: false, error: { code: 'auth' } });
  });

  it('of one PSA, another one’s is not used', async () => {
    const extension = await connected();
    const answer = await extension.call('company', [companyId], frame(0, 'https://ww6.autotask.net'));
    expect(answer).toEqual({ ok: false, error: { code: 'auth' } });
  });
});

describe('a write that is sent twice', () => {
  const id = '6f9f0a52-4a35-4c6a-9b0e-3c3a0d1f5a11';

  it('is done once, and its outcome given twice', async () => {
    const extension = await connected();
    const args = [companyId, { notifications: false }, await version(extension)];
    const first = await extension.call('saveSettings', args, frame(), id);
    const second = await extension.call('saveSettings', args, frame(), id);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    extension.restartWorker();
    expect(await extension.call('saveSettings', args, frame(), id)).toEqual(first);
  });

  it('is waited for while it is under way', async () => {
    const extension = await connected({ latencyMs: 250 }, { answerWithin: 480 });
    const args = [companyId, { notifications: false }, await version(extension)];
    const both = await Promise.all([1, 2].map(() => extension.call('saveSettings', args, frame(), id)));
    expect(both[0]).toMatchObject({ ok: true });
    expect(both[1]).toEqual(both[0]);
  });

  it('is not begun again when the worker ended in the middle of it', async () => {
    const extension = await connected({ latencyMs: 60 });
    const args = [companyId, { notifications: false }, await version(extension)];
    const lost = extension.call('saveSettings', args, frame(), id);
    await expect.poll(() => extension.browser.stored.has(`write:${PSA} ${id}`)).toBe(true);
    extension.restartWorker();
    const again = await extension.call('saveSettings', args, frame(), id);
    expect(again).toEqual({ ok: false, error: { code: 'worker-restarted' } });
    await lost;
  });

  it('keeps no pictures in the session’s storage, and says that it is not known', async () => {
    const extension = await connected();
    const logos = v.parse(LogosAnswerSchema, await extension.call('logos', [companyId]));
    const rows = randomBytes(300 * 901, 1).map((byte, at) => (at % 901 === 0 ? 0 : byte));
    const upload = { data: base64Of(png({ width: 300, height: 300, rows })) };
    const args = [companyId, 'login', upload, logos.value.version];
    expect(await extension.call('setLogo', args, frame(), id)).toMatchObject({ ok: true });
    expect(JSON.stringify([...extension.browser.stored]).length).toBeLessThan(10_000);
    const again = await extension.call('setLogo', args, frame(), id);
    expect(again).toEqual({ ok: false, error: { code: 'worker-restarted' } });
  });

  it('fails twice in the same way', async () => {
    const extension = await connected();
    const args = [companyId, { notifications: false }, 'an old version'];
    const first = await extension.call('saveSettings', args, frame(), id);
    expect(first).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await extension.call('saveSettings', args, frame(), id)).toEqual(first);
  });

  it('is remembered for a while, not for ever', async () => {
    const extension = await connected();
    for (let write = 0; write < 30; write += 1) await extension.call('saveSettings', [companyId, {}, 'old']);
    const remembered = [...extension.browser.stored.keys()].filter((key) => key.startsWith('write:'));
    expect(remembered).toHaveLength(20);
  });

  it('covers every method that changes something', () => {
    const changing = methods.filter((method) =>
      /^(save|create|change|enable|disable|set[A-Z]|remove)/.test(method),
    );
    expect(new Set(changing)).toEqual(new Set(writingMethods));
  });
});

describe('describeError', () => {
  it('passes our errors on and tells of all others only what kind they are', () => {
    expect(describeError(new PortalError({ code: 'forbidden', detail: 'no' }))).toEqual({
      code: 'forbidden',
      detail: 'no',
    });
    expect(describeError(new TypeError('invalid header S3CRET'))).toEqual({
      code: 'unknown',
      detail: 'TypeError',
    });
    expect(describeError('S3CRET')).toEqual({ code: 'unknown', detail: 'Error' });
  });
});
