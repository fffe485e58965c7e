import { afterEach, describe, expect, it } from 'vitest';
import { readPageUser } from '../../../src/content/psa/page-user.js';

/** The shell's header, as public descriptions have it. */
const shell = (buttons: string): string => `<!doctype html><html><body><div data-slot="header">
  <div data-slot="header:utility-buttons">${buttons}</div></div></body></html>`;
const button = (content: string): string => `<div data-slot="header:utility-menu-button">${content}</div>`;
const profile = button('<span>MA</span> <span> Mara\n  Adler </span> <button>Sign out</button>');

const frames: HTMLIFrameElement[] = [];
/** A frame with a document of this origin, or of none. */
async function frameWith(srcdoc: string, sandbox?: string): Promise<Window> {
  const frame = document.createElement('iframe');
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  frame.srcdoc = srcdoc;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  frames.push(frame);
  await loaded;
  if (frame.contentWindow === null) throw new Error('no frame');
  return frame.contentWindow;
}
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

describe('who is signed in', () => {
  it('is told by the last button of the header, behind the initials', async () => {
    expect(readPageUser(await frameWith(shell(button('<span>Help</span>') + profile)))).toBe('Mara Adler');
  });

  it.each([
    ['a page without a header', '<p>Mara Adler</p>'],
    ['a header without buttons', shell('')],
    ['a button without a text', shell(button('<span> </span>'))],
    ['a text that is no name', shell(button(`<span>${'long '.repeat(40)}</span>`))],
  ])('is unknown on %s', async (_what, html) => {
    expect(readPageUser(await frameWith(html))).toBeNull();
  });
});
