import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Lifetime } from '../../src/content/lifetime.js';

describe('a lifetime', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('takes listeners and timers with it', () => {
    const lifetime = new Lifetime();
    const target = new EventTarget();
    const called = vi.fn();
    lifetime.listen(target, 'look', called);
    lifetime.later(called, 10);
    lifetime.every(called, 10);
    lifetime.end();
    target.dispatchEvent(new Event('look'));
    vi.advanceTimersByTime(100);
    expect(called).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('calls back at its end, also when that was before', () => {
    const lifetime = new Lifetime();
    const called = vi.fn();
    lifetime.onEnd(called);
    lifetime.end();
    lifetime.onEnd(called);
    expect(called).toHaveBeenCalledTimes(2);
    expect(lifetime.over).toBe(true);
  });

  it('lets one timer be called off', () => {
    const lifetime = new Lifetime();
    const called = vi.fn();
    lifetime.later(called, 10)();
    lifetime.later(called, 20);
    vi.advanceTimersByTime(100);
    expect(called).toHaveBeenCalledOnce();
  });
});
