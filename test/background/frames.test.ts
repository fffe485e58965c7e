import { describe, expect, it } from 'vitest';
import { ExtensionUnderTest, frame } from './workers.js';

const page = (document: string) => ({ companyId: 0, locale: 'en', score: 0.9, document });

describe('a recognised page', () => {
  it('gets the elements in exactly its frame, once per document', async () => {
    const extension = new ExtensionUnderTest();
    await extension.send('page-recognised', page('first'), frame(3));
    extension.restartWorker();
    await extension.send('page-recognised', page('first'), frame(3));
    expect(extension.browser.injected).toEqual([{ tabId: 1, frameIds: [3], files: ['elements.js'] }]);
    await extension.send('page-recognised', page('reloaded'), frame(3));
    expect(extension.browser.injected).toHaveLength(2);
  });

  it('gets them in each of its frames that shows it', async () => {
    const extension = new ExtensionUnderTest();
    await extension.send('page-recognised', page('a'), frame(0));
    await extension.send('page-recognised', page('b'), frame(4));
    expect(extension.browser.injected.map(({ frameIds }) => frameIds)).toEqual([[0], [4]]);
  });

  it('can ask again when the browser refused', async () => {
    const extension = new ExtensionUnderTest();
    extension.browser.injectionFails = true;
    const refused = await extension.send('page-recognised', page('a'), frame(0));
    expect(refused).toEqual({ ok: false, error: { code: 'unknown', detail: 'Error' } });
    extension.browser.injectionFails = false;
    expect(await extension.send('page-recognised', page('a'), frame(0))).toEqual({ ok: true, value: null });
    expect(extension.browser.injected).toHaveLength(1);
  });

  it('gets nothing where the extension may not be', async () => {
    const extension = new ExtensionUnderTest();
    await extension.send('page-recognised', page('a'), frame(0, 'https://evil.example'));
    expect(extension.browser.injected).toEqual([]);
    const pong = await extension.send('ping', {}, frame());
    expect(pong).toMatchObject({ value: { refused: 1 } });
  });

  it('is forgotten with its tab', async () => {
    const extension = new ExtensionUnderTest();
    await extension.send('page-recognised', page('a'), frame(0, undefined, 1));
    extension.browser.openTabs = [2];
    await extension.send('page-recognised', page('b'), frame(0, undefined, 2));
    expect([...extension.browser.stored.keys()]).toEqual(['frame:2:0']);
  });
});
