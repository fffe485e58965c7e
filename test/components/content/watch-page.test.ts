import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Lifetime } from '../../../src/content/lifetime.js';
import { watchPage, type Finding } from '../../../src/content/watch-page.js';

/** Long enough for an observer's report and the pause after it. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 600));

describe('watching a page', () => {
  let lifetime = new Lifetime();
  let block = document.createElement('p');

  beforeEach(() => {
    lifetime = new Lifetime();
    block = document.createElement('p');
    document.body.append(block);
  });
  afterEach(() => {
    lifetime.end();
    block.remove();
  });

  function watchWith(finding: Finding) {
    const look = vi.fn((): Finding => finding);
    watchPage(window, lifetime, look);
    look.mockClear();
    return look;
  }

  it('looks once after a burst of changes', async () => {
    const look = watchWith('watch');
    for (let change = 0; change < 50; change += 1) block.append(document.createElement('i'));
    await settled();
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('lets a page alone that is none of its business', async () => {
    const look = watchWith('idle');
    block.append(document.createElement('i'));
    await settled();
    expect(look).toHaveBeenCalledTimes(0);
  });

  it('looks after a navigation inside the page, and a few times more while that renders', async () => {
    const look = watchWith('idle');
    history.pushState(null, '', '#elsewhere');
    expect(look).toHaveBeenCalledTimes(1);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('stops with its lifetime', async () => {
    const look = watchWith('watch');
    lifetime.end();
    block.append(document.createElement('i'));
    history.pushState(null, '', '#nowhere');
    await settled();
    expect(look).toHaveBeenCalledTimes(0);
  });
});
