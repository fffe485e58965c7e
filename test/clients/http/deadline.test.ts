import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { orAborted, withinDeadline } from '../../../src/clients/http/index.js';
import { retryAfterMs } from '../../../src/clients/http/retry-after.js';
import { PortalError } from '../../../src/contract/index.js';
import { portalErrorOf } from '../support/portal-error-of.js';

const untilAborted = (signal: AbortSignal): Promise<void> => sleep(60_000, undefined, { signal });

describe('the deadline of a call', () => {
  it('is offline when time is up', async () => {
    const error = await portalErrorOf(withinDeadline(undefined, untilAborted, 30));
    expect(error).toEqual({ code: 'offline', detail: 'No answer within 0.03 seconds.' });
  });

  it("lets the caller's reason and the work's own error through", async () => {
    const controller = new AbortController();
    const reason = { not: 'even an error' };
    setTimeout(() => controller.abort(reason), 10);
    await expect(withinDeadline(controller.signal, untilAborted)).rejects.toBe(reason);
    const own = new PortalError({ code: 'forbidden' });
    await expect(withinDeadline(undefined, () => Promise.reject(own))).rejects.toBe(own);
    const wrapped = withinDeadline(undefined, () => Promise.reject(new Error('a slip')));
    expect(await portalErrorOf(wrapped)).toEqual({ code: 'unknown', detail: 'a slip' });
  });

  it('lets one of many leave work that the others share', async () => {
    const shared = sleep(40, 'done');
    const controller = new AbortController();
    const left = orAborted(shared, controller.signal);
    const stayed = orAborted(shared, new AbortController().signal);
    const reason = new Error('left');
    controller.abort(reason);
    await expect(left).rejects.toBe(reason);
    await expect(stayed).resolves.toBe('done');
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-24T14:00:00Z');
  it.each([
    ['7', 7_000],
    ['0', 0],
    ['Tue, 24 Nov 2026 14:00:30 GMT', 30_000],
    ['Tue, 24 Nov 2026 13:00:00 GMT', 0],
    ['soon', undefined],
  ])('"%s" is %s ms', (text, expected) => {
    expect(retryAfterMs(new Headers({ 'Retry-After': text }), now)).toBe(expected);
  });

  it('may be missing', () => {
    expect(retryAfterMs(new Headers(), now)).toBeUndefined();
  });
});
