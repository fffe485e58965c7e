import { describe, expect, it } from 'vitest';
import { base64Of } from '../../../src/model/index.js';
import { problemWords } from '../../../src/components/logo-manager/logo-words.js';
import { hostileFiles } from '../../model/logo-files/hostile-files.js';
import { exif, gif, jpeg, plainPictures, png } from '../../model/logo-files/pictures.js';
import { file, FLORIST, openLogos } from './stage.js';

describe('<portal-logo-manager> files (G2, G3)', () => {
  it(
    'refuses every hostile and broken file with its reason, and the old logo stays',
    { timeout: 120_000 },
    async () => {
      const stage = await openLogos();
      const before = await stage.admin.logos(FLORIST);
      for (const { name, bytes, problem } of hostileFiles) {
        await stage.choose('login', file(bytes, 'logo.png'));
        const { what, next } = problemWords(problem);
        const said = stage.text("[data-slot='login'] .notice.bad");
        expect(said, name).toContain(`logo.png: ${what}`);
        expect(said, name).toContain(next);
        expect(said, name).toContain('The logo in force stays.');
        expect(stage.has("[data-act='set']"), name).toBe(false);
      }
      expect(await stage.admin.logos(FLORIST)).toEqual(before);
    },
  );

  it.each(plainPictures.map(({ name, bytes, size }) => [name, bytes, size] as const))(
    'shows a %s in its size before it is saved, whatever its name says',
    async (_name, bytes, [width, height]) => {
      const stage = await openLogos();
      await stage.choose('header', file(bytes, 'readme.txt', 'text/plain'));
      expect(stage.slot('header')).toContain(`${width} × ${height} pixels`);
      const pictures = [...stage.root.querySelectorAll("[data-slot='header'] portal-logo-picture")];
      const canvas = (): HTMLCanvasElement | null | undefined =>
        pictures.at(-1)?.shadowRoot?.querySelector('canvas');
      await stage.until(() => canvas()?.width === width && canvas()?.height === height);
      expect((await stage.admin.logos(FLORIST)).own.header).toBeNull();
      await stage.press('Use this logo', 'header');
      expect((await stage.admin.logos(FLORIST)).own.header?.data).toBe(base64Of(bytes));
    },
  );

  it('shows a photo as the camera was held, and sends no place along', async () => {
    const stage = await openLogos();
    await stage.choose('login', file(jpeg({ before: [exif(6)] }), 'photo.jpg', 'image/jpeg'));
    expect(stage.slot('login')).toContain('JPEG, 9 × 20 pixels');
    await stage.press('Use this logo', 'login');
    const { own } = await stage.admin.logos(FLORIST);
    expect(atob(own.login?.data ?? '')).not.toContain('54.3233');
  });

  it('takes a dropped file, and one only', async () => {
    const stage = await openLogos();
    const event = await stage.drop('login', file(gif(), 'new.gif'));
    expect(event.defaultPrevented).toBe(true);
    expect(stage.slot('login')).toContain('New, not saved yet new.gif');
    await stage.drop('header', file(gif(), 'one.gif'), file(png(), 'two.png'));
    expect(stage.slot('header')).toContain('Those were several files.');
    await stage.drop('header');
    expect(stage.slot('header')).toContain('That was no file.');
  });

  it('shows where a dragged file would land', async () => {
    const stage = await openLogos();
    const over = (type: string, selector: string): DragEvent => {
      const event = new DragEvent(type, {
        dataTransfer: new DataTransfer(),
        bubbles: true,
        cancelable: true,
        composed: true,
      });
      stage.get(selector).dispatchEvent(event);
      return event;
    };
    expect(over('dragover', "[data-slot='header'] h3").defaultPrevented).toBe(true);
    await stage.until(() => stage.has("[data-slot='header'].target"));
    over('dragleave', "[data-slot='header'] h3");
    await stage.until(() => !stage.has('.target'));
    expect(over('dragover', 'h2').defaultPrevented).toBe(false);
  });

  it('takes a pasted picture', async () => {
    const stage = await openLogos();
    const clipboardData = new DataTransfer();
    clipboardData.items.add(file(png(), 'image.png'));
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    stage.field('header').dispatchEvent(event);
    await stage.read('header');
    expect(event.defaultPrevented).toBe(true);
    expect(stage.slot('header')).toContain('New, not saved yet image.png');
  });

  it('keeps a good file when the next one is refused', async () => {
    const stage = await openLogos();
    await stage.choose('login', file(png(), 'good.png'));
    await stage.choose('login', file('<svg/>', 'bad.png'));
    expect(stage.slot('login')).toContain('good.png');
    expect(stage.slot('login')).toContain('bad.png: SVG is not taken.');
    await stage.press('Use this logo', 'login');
    expect((await stage.admin.logos(FLORIST)).own.login?.data).toBe(base64Of(png()));
  });

  it('leaves it to the browser to refuse what only that can decode', async () => {
    const stage = await openLogos();
    // The codes of a lossless WebP; the structure around them is whole.
    const broken = Uint8Array.from(plainPictures[4]?.bytes ?? []);
    broken.fill(0xff, 25, 33);
    await stage.choose('login', file(broken, 'x.webp'));
    expect(stage.slot('login')).toContain('The file is damaged.');
  });
});
