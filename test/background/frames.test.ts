import { describe, expect, it } from 'vitest';
import { ExtensionUnderTest, frame } from './workers.js';

describe('a recognised page', () => {
  it('gets the elements in exactly its frame, once per document', async () => {
    const extension = new ExtensionUnderTest();
    await extension.showPage(frame(3), { document: 'first' });
    extension.restartWorker();
    await extension.showPage(frame(3), { document: 'first' });
    expect(extension.browser.injected).toEqual([{ tabId: 1, frameIds: [3], files: ['elements.js'] }]);
    await extension.showPage(frame(3), { document: 'reloaded' });
    expect(extension.browser.injected).toHaveLength(2);
  });

  it('gets them in each of its frames that shows it', async () => {
    const extension = new ExtensionUnderTest();
    await extension.showPage(frame(0), { document: 'a' });
    await extension.showPage(frame(4), { document: 'b' });
    expect(extension.browser.injected.map(({ frameIds }) => frameIds)).toEqual([[0], [4]]);
  });

  it('can ask again when the browser refused', async () => {
    const extension = new ExtensionUnderTest();
    extension.browser.injectionFails = true;
    const refused = await extension.showPage(frame(0), { document: 'a' });
    expect(refused).toEqual({ ok: false, error: { code: 'unknown', detail: 'Error' } });
    extension.browser.injectionFails = false;
    expect(await extension.showPage(frame(0), { document: 'a' })).toEqual({ ok: true, value: null });
    expect(extension.browser.injected).toHaveLength(1);
  });

  it('gets nothing where the extension may not be', async () => {
    const extension = new ExtensionUnderTest();
    await extension.showPage(frame(0, 'https://evil.example'), { document: 'a' });
    expect(extension.browser.injected).toEqual([]);
    const pong = await extension.send('ping', {}, frame());
    expect(pong).toMatchObject({ value: { refused: 1 } });
  });

  it('is forgotten with its tab', async () => {
    const extension = new ExtensionUnderTest();
    await extension.showPage(frame(0, undefined, 1), { document: 'a' });
    extension.browser.openTabs = [2];
    await extension.showPage(frame(0, undefined, 2), { document: 'b' });
    expect([...extension.browser.stored.keys()]).toEqual(['frame:2:0']);
  });

  it('has its elements look again when its form is switched on or off later', async () => {
    const extension = new ExtensionUnderTest();
    await extension.showPage(frame(3), { isEditable: false });
    await extension.showPage(frame(3), { isEditable: false });
    expect(extension.browser.pushed).toEqual([]);
    await extension.showPage(frame(3), { isEditable: true });
    const message = { event: 'changed', change: { kind: 'connection' } };
    expect(extension.browser.pushed).toEqual([{ tabId: 1, frameId: 3, message }]);
    expect(extension.browser.injected).toHaveLength(1);
  });
});
