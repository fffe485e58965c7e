import { describe, expect, it } from 'vitest';
import { newPassphraseProblems, passphraseAdvice } from '../../../src/pages/options/new-passphrase.js';

describe('a new passphrase', () => {
  it.each([
    ['', 'Four or five words'],
    ['abc', '9 more characters'],
    ['aaaaaaaaaaaaaaaa', 'easy to guess'],
    ['password12345678', 'easy to guess'],
    ['lorrys fly low', 'Fair'],
    ['lorry violin seldom quartz', 'Strong'],
    ['uT7-kq9!Xw2-Lr4?Zp8', 'Fair'],
    ['uT7-kq9!Xw2-Lr4?Zp8+', 'Strong'],
  ])('“%s” is told: %s', (passphrase, expected) => {
    expect(passphraseAdvice(passphrase)).toContain(expected);
  });

  it('must be long enough and the same twice', () => {
    expect(newPassphraseProblems('elevenchars', 'elevenchars').next).toContain('12');
    expect(newPassphraseProblems('twelve chars', 'twelve charS').repeat).not.toBe('');
    expect(newPassphraseProblems('twelve chars', 'twelve chars')).toEqual({ next: '', repeat: '' });
  });
});
