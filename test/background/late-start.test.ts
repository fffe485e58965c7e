import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLateStart } from '../../src/background/late-start.js';

describe('what is done at each start of the worker', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('waits for the first answer, and happens once', () => {
    const start = vi.fn();
    const late = createLateStart(start);
    vi.advanceTimersByTime(99);
    expect(start).not.toHaveBeenCalled();
    late.answered();
    late.answered();
    vi.advanceTimersByTime(1000);
    expect(start).toHaveBeenCalledOnce();
  });

  it('happens after a moment where nobody asks', () => {
    const start = vi.fn();
    createLateStart(start);
    vi.advanceTimersByTime(100);
    expect(start).toHaveBeenCalledOnce();
  });
});
