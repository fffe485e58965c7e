import { expect as expectElement, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import { describeError, errorNotice, loadingSkeleton, notice } from '../../../src/components/shared/index.js';
import { PortalError, type PortalErrorData } from '../../../src/contract/index.js';

const nobody = { companyId: 1, settings: {}, version: '1', changedBy: null, changedAt: null };
const everyError: readonly PortalErrorData[] = [
  { code: 'auth' },
  { code: 'auth', reason: 'session-ended' },
  { code: 'auth', reason: 'app-sign-in' },
  { code: 'locked' },
  { code: 'permission-missing', origin: 'https://psa.example' },
  { code: 'storage-full' },
  { code: 'forbidden' },
  { code: 'forbidden', reason: 'refused-by-app' },
  { code: 'not-found' },
  { code: 'validation', problems: [] },
  { code: 'conflict', theirs: nobody },
  { code: 'rate-limited', retryAt: '2026-11-24T14:07:00Z' },
  { code: 'offline' },
  { code: 'worker-restarted' },
  { code: 'extension-updated' },
  { code: 'unknown' },
];

/** What the extension's build makes of it. */
function asInExtension<T>(act: () => T): T {
  Reflect.set(globalThis, '__OPEN_SHADOW_ROOTS__', true);
  try {
    return act();
  } finally {
    Reflect.deleteProperty(globalThis, '__OPEN_SHADOW_ROOTS__');
  }
}

describe('errors in words', () => {
  it('says what, why and what next for every error, and never the same', () => {
    const words = everyError.map((data) => describeError(new PortalError(data)));
    for (const { what, why, next } of words)
      for (const sentence of [what, why, next]) expect(sentence).toMatch(/^[A-Z].+\.$/s);
    expect(new Set(words.map(({ what }) => what)).size).toBe(everyError.length);
  });

  const fromElsewhere: readonly PortalErrorData[] = [{ code: 'auth' }, { code: 'not-found' }];
  it('speaks of the extension’s options in the extension alone', () => {
    for (const data of fromElsewhere) {
      const embedded = Object.values(describeError(new PortalError(data))).join(' ');
      expect(embedded).toContain('this application');
      expect(embedded).not.toContain('extension');
      const inExtension = Object.values(asInExtension(() => describeError(new PortalError(data)))).join(' ');
      expect(inExtension).toContain('the extension’s options');
      expect(inExtension).not.toContain('application');
    }
  });

  it('says from when on a limited request can be tried again', () => {
    const retryAt = new Date(2026, 10, 24, 14, 7).toISOString();
    expect(describeError(new PortalError({ code: 'rate-limited', retryAt })).next).toContain('2:07');
  });

  it('quotes the backend’s own words and offers to try again', async () => {
    let tries = 0;
    const error = new PortalError({ code: 'unknown', detail: 'Queue 8 is closed <b>now</b>.' });
    const shown = await fixture<HTMLElement>(html`<div>${errorNotice(error, () => (tries += 1))}</div>`);
    expect(shown.querySelector('q')?.textContent).toBe('Queue 8 is closed <b>now</b>.');
    expect(shown.querySelector('[role="alert"]')).not.toBeNull();
    shown.querySelector('button')?.click();
    expect(tries).toBe(1);
    await expectElement(shown).to.be.accessible();
  });

  it('shows no button where trying again cannot help', async () => {
    const shown = await fixture<HTMLElement>(
      html`<div>${errorNotice(new PortalError({ code: 'auth' }))}</div>`,
    );
    expect(shown.querySelector('button')).toBe(null);
  });

  it('has accessible notices and a skeleton that says what it stands for', async () => {
    const shown = await fixture<HTMLElement>(
      html`<div>
        ${notice({ tone: 'warn', title: 'Look.' })} ${loadingSkeleton('Loading the settings', 3)}
      </div>`,
    );
    expect(shown.querySelectorAll('.skeleton-row')).toHaveLength(3);
    expect(shown.querySelector('.skeleton')?.ariaLabel).toBe('Loading the settings');
    await expectElement(shown).to.be.accessible();
  });
});
