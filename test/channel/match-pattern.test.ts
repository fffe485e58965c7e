import { describe, expect, it } from 'vitest';
import { isPermitted, patternCovers } from '../../src/channel/index.js';

describe('patternCovers', () => {
  it.each([
    ['https://*.autotask.net/*', 'https://ww5.autotask.net', true],
    ['https://*.autotask.net/*', 'https://autotask.net', true],
    ['https://*.autotask.net/*', 'http://ww5.autotask.net', false],
    ['https://*.autotask.net/*', 'https://evilautotask.net', false],
    ['https://*.autotask.net/*', 'https://autotask.net.evil.example', false],
    ['https://*.autotask.net/*', 'https://autotask.net@evil.example', false],
    ['https://*.autotask.net/*', 'https://evil.example/.autotask.net', false],
    ['http://127.0.0.1/*', 'http://127.0.0.1:4010', true],
    ['http://127.0.0.1/*', 'https://127.0.0.1', false],
    ['http://127.0.0.1/*', 'http://127.0.0.11', false],
    ['*://psa.example/*', 'http://psa.example', true],
    ['*://psa.example/*', 'ftp://psa.example', false],
    ['*://*/*', 'https://anything.example', true],
    ['*://*/*', 'file:///etc/hosts', false],
    ['https://psa.*/*', 'https://psa.example', false],
    ['<all_urls>', 'https://psa.example', false],
    ['', 'https://psa.example', false],
    ['https://psa.example/*', '', false],
    ['https://psa.example/*', 'null', false],
  ])('%s covers %s: %s', (pattern, origin, expected) => {
    expect(patternCovers(pattern, origin)).toBe(expected);
  });

  it('permits what one of several patterns covers', () => {
    expect(isPermitted('https://b.example', ['https://a.example/*', 'https://b.example/*'])).toBe(true);
    expect(isPermitted('https://b.example', [])).toBe(false);
  });
});
