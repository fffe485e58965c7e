import { beforeEach, describe, expect, it } from 'vitest';
import { writingMethods, type PortalMethod } from '../../src/contract/index.js';
import { argsFor } from './call-arguments.js';
import { draft, ExtensionUnderTest, frame, optionsPage } from './workers.js';

const SHOWN = 174;
const OTHER = 175;
const otherCompany = { ok: false, error: { code: 'forbidden', reason: 'other-company' } };

const reads: PortalMethod[] = ['settings', 'contacts', 'portalUsers', 'portalLogin', 'taskfire', 'logos'];
const writes = writingMethods.filter((method) => method !== 'saveGlobalSettings');

describe('a frame that shows one company', () => {
  let extension: ExtensionUnderTest;
  beforeEach(async () => {
    extension = new ExtensionUnderTest();
    await extension.send('save-connection', draft, optionsPage);
    await extension.showPage(frame(), { companyId: SHOWN });
  });
  const refusals = async () => {
    const answer = await extension.send('ping', {}, optionsPage);
    return answer.ok ? answer.value : answer.error;
  };

  it.each([...reads, ...writes])('gets nothing of another with %s', async (method) => {
    expect(await extension.call(method, argsFor(method, OTHER))).toEqual(otherCompany);
    expect(extension.built).toEqual([]);
    expect(await refusals()).toMatchObject({ refused: 1, reasons: { 'other-company': 1 } });
  });

  it.each(reads)('reads its own with %s, also when its page cannot be asked', async (method) => {
    extension.browser.shown.clear();
    const answer = await extension.call(method, argsFor(method, SHOWN));
    expect(answer).not.toEqual(otherCompany);
    expect(extension.built).toHaveLength(1);
  });

  it.each<PortalMethod>(['company', 'capabilities'])('may ask %s of any', async (method) => {
    expect(await extension.call(method, [OTHER])).toMatchObject({ ok: true });
  });

  it('writes what holds for all companies from any company’s page, as long as that is there', async () => {
    const args = argsFor('saveGlobalSettings', OTHER);
    expect(await extension.call('saveGlobalSettings', args)).not.toEqual(otherCompany);
    extension.turnPage(frame(), { companyId: OTHER, document: 'a' });
    expect(await extension.call('saveGlobalSettings', args)).toEqual(otherCompany);
  });

  it.each(writes)('does not write with %s when its page shows another by now', async (method) => {
    extension.turnPage(frame(), { companyId: OTHER, document: 'a' });
    expect(await extension.call(method, argsFor(method, SHOWN))).toEqual(otherCompany);
    expect(extension.built).toEqual([]);
  });

  it.each<[string, (extension: ExtensionUnderTest) => void]>([
    ['shows none', (one) => one.turnPage(frame(), { companyId: null, document: 'a' })],
    ['is another document', (one) => one.turnPage(frame(), { companyId: SHOWN, document: 'b' })],
    ['does not answer', (one) => one.browser.shown.clear()],
    ['answers nonsense', (one) => one.turnPage(frame(), { companyId: -1, document: 'a' })],
  ])('does not write when its page %s', async (_what, change) => {
    change(extension);
    expect(await extension.call('saveSettings', argsFor('saveSettings', SHOWN))).toEqual(otherCompany);
    expect(await refusals()).toMatchObject({ refused: 1 });
  });

  it('is not asked longer than a moment', async () => {
    extension.browser.answersNothing = true;
    const before = performance.now();
    expect(await extension.call('saveSettings', argsFor('saveSettings', SHOWN))).toEqual(otherCompany);
    expect(performance.now() - before).toBeLessThan(4000);
  });

  it('can be ahead of what its agent has told', async () => {
    extension.turnPage(frame(), { companyId: OTHER, document: 'a' });
    expect(await extension.call('settings', [OTHER])).toMatchObject({ ok: true });
    const answer = await extension.call('saveSettings', argsFor('saveSettings', OTHER));
    expect(answer).toMatchObject({ error: { code: 'conflict' } });
  });

  it('keeps what it was told before the worker ended', async () => {
    extension.restartWorker();
    expect(await extension.call('settings', [SHOWN])).toMatchObject({ ok: true });
    expect(await extension.call('settings', [OTHER])).toEqual(otherCompany);
  });

  it('leaves no trace of a write that it may not do', async () => {
    await extension.call('saveSettings', argsFor('saveSettings', OTHER));
    const stored = [...extension.browser.stored.keys()];
    expect(stored.filter((key) => key.startsWith('write:'))).toEqual([]);
    const journal = await extension.journal();
    expect(journal).toEqual([]);
  });

  it('starts no job for another', async () => {
    const job = { id: crypto.randomUUID(), companyId: OTHER, companyName: 'Other', kind: 'change' as const };
    const who = { contactId: 1, contactName: 'Mara Adler' };
    const steps = [{ action: 'refused' as const, ...who, reason: 'contact-inactive' as const }];
    expect(await extension.send('start-job', { ...job, steps }, frame())).toEqual(otherCompany);
  });
});

describe('a frame that never said what it shows', () => {
  it.each([...reads])('reads nothing with %s', async (method) => {
    const extension = new ExtensionUnderTest();
    await extension.send('save-connection', draft, optionsPage);
    expect(await extension.call(method, argsFor(method, SHOWN), frame(7))).toEqual(otherCompany);
    expect(extension.built).toEqual([]);
  });
});
