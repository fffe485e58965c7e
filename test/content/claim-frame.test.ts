import { describe, expect, it } from 'vitest';
import { claimFrame } from '../../src/content/claim-frame.js';
import { Lifetime } from '../../src/content/lifetime.js';

const alive = () => true;

describe('the claim on a frame', () => {
  it('goes to the first of two copies', () => {
    const frame = new EventTarget();
    const [first, second] = [new Lifetime(), new Lifetime()];
    expect(claimFrame('elements', first, alive, frame)).toBe(true);
    expect(claimFrame('elements', second, alive, frame)).toBe(false);
    expect(first.over).toBe(false);
  });

  it('is free again when its holder ends', () => {
    const frame = new EventTarget();
    const first = new Lifetime();
    claimFrame('page-agent', first, alive, frame);
    first.end();
    expect(claimFrame('page-agent', new Lifetime(), alive, frame)).toBe(true);
  });

  it('is taken from an orphan, which ends', () => {
    const frame = new EventTarget();
    const orphan = new Lifetime();
    claimFrame('elements', orphan, () => false, frame);
    expect(claimFrame('elements', new Lifetime(), alive, frame)).toBe(true);
    expect(orphan.over).toBe(true);
  });

  it('is another one for the agent and for the elements', () => {
    const frame = new EventTarget();
    expect(claimFrame('page-agent', new Lifetime(), alive, frame)).toBe(true);
    expect(claimFrame('elements', new Lifetime(), alive, frame)).toBe(true);
  });
});
