import { afterEach, beforeEach } from 'vitest';

/**
 * A first and a last stop of the Tab key around everything in the page. Without them Tab leads to the browser's own
 * controls in Firefox, after which keys still arrive in the page but press no button any more.
 */
const [first, last] = [document.createElement('button'), document.createElement('button')];
first.textContent = 'Before everything';
last.textContent = 'Behind everything';

beforeEach(() => {
  document.documentElement.prepend(first);
  document.documentElement.append(last);
  first.focus();
});
afterEach(() => {
  first.remove();
  last.remove();
});
