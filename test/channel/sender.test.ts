import { describe, expect, it } from 'vitest';
import { judgeSender, type SenderRules } from '../../src/channel/index.js';

const chromium: SenderRules = {
  extensionId: 'abcdef',
  extensionUrl: 'chrome-extension://abcdef/',
  hostPermissions: ['https://*.autotask.net/*'],
};
const firefox: SenderRules = {
  ...chromium,
  extensionId: 'portal@psa.example',
  extensionUrl: 'moz-extension://0b52b6b4/',
};

const tab = { id: 7, url: 'https://ww5.autotask.net/AutotaskOnyx/LandingPage' };
const frame = { id: 'abcdef', url: 'https://ww5.autotask.net/Mvc/a', frameId: 3, tab };
const content = { kind: 'content', origin: 'https://ww5.autotask.net', tabId: 7, frameId: 3 };
const optionsUrl = 'chrome-extension://abcdef/src/pages/options/options.html';

describe('judgeSender', () => {
  it.each<[string, unknown, SenderRules, unknown]>([
    ['a frame of the PSA', frame, chromium, content],
    ['the same with its origin', { ...frame, origin: 'https://ww5.autotask.net' }, chromium, content],
    ['a top frame', { ...frame, frameId: 0 }, chromium, { ...content, frameId: 0 }],
    ['a page of ours in a tab', { ...frame, url: optionsUrl, frameId: 0 }, chromium, { kind: 'page' }],
    ['a page of ours outside of tabs', { id: 'abcdef', url: optionsUrl }, chromium, { kind: 'page' }],
    [
      'a page of ours in Firefox',
      { id: 'portal@psa.example', url: 'moz-extension://0b52b6b4/options.html' },
      firefox,
      { kind: 'page' },
    ],
    ['another extension', { ...frame, id: 'other' }, chromium, 'not-ours'],
    ['no id', { ...frame, id: undefined }, chromium, 'not-ours'],
    ['nothing', undefined, chromium, 'not-ours'],
    ['no sender at all', null, chromium, 'not-ours'],
    [
      'another extension’s page',
      { ...frame, url: 'chrome-extension://zzz/x' },
      chromium,
      'host-not-permitted',
    ],
    ['a page of ours in a frame', { ...frame, url: optionsUrl }, chromium, 'framed-page'],
    ['another web page', { ...frame, url: 'https://evil.example/' }, chromium, 'host-not-permitted'],
    ['a look-alike', { ...frame, url: 'https://autotask.net.evil.example/' }, chromium, 'host-not-permitted'],
    [
      'a host in the path',
      { ...frame, url: 'https://evil.example/ww5.autotask.net' },
      chromium,
      'host-not-permitted',
    ],
    ['plain http', { ...frame, url: 'http://ww5.autotask.net/' }, chromium, 'host-not-permitted'],
    ['a sandboxed frame', { ...frame, origin: 'null' }, chromium, 'no-origin'],
    ['an origin that isn’t the URL’s', { ...frame, origin: 'https://evil.example' }, chromium, 'no-origin'],
    ['an empty frame', { ...frame, url: 'about:blank' }, chromium, 'no-origin'],
    ['no address', { ...frame, url: 'nonsense' }, chromium, 'no-origin'],
    [
      'the PSA in somebody else’s tab',
      { ...frame, tab: { ...tab, url: 'https://evil.example/' } },
      chromium,
      'foreign-tab',
    ],
    ['the PSA in a tab that we may not see', { ...frame, tab: { id: 7 } }, chromium, 'foreign-tab'],
    [
      'one PSA in another one’s tab',
      { ...frame, tab: { ...tab, url: 'https://ww6.autotask.net/' } },
      chromium,
      'foreign-tab',
    ],
    ['no tab', { ...frame, tab: undefined }, chromium, 'no-frame'],
    ['no frame', { ...frame, frameId: undefined }, chromium, 'no-frame'],
  ])('%s', (_what, sender, rules, expected) => {
    expect(judgeSender(sender, rules)).toEqual(expected);
  });
});
