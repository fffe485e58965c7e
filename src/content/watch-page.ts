import type { Lifetime } from './lifetime.js';

/** What a look at the page found: `watch` to look again whenever the page changes its content, `idle` not to. */
export type Finding = 'watch' | 'idle';

/** Pages of the PSA render in steps; after these times (ms) even slow ones show their title. */
const LATE_LOOKS = [1000, 3000, 6000];

/** After a change the page is given so long (ms) to finish; a page that never stops changing is looked at that often. */
const PAUSE = 400;

/**
 * Looks at the page now, a few times while it renders and after each navigation inside it. Only when a look says so, an
 * observer watches for changed content; on any other page nothing of ours runs after the last look.
 */
export function watchPage(page: Window, lifetime: Lifetime, look: () => Finding): void {
  let cancelLateLooks: (() => void)[] = [];
  let lookIsDue = false;
  let observing = false;

  const observer = new MutationObserver(() => {
    if (lookIsDue) return;
    lookIsDue = true;
    lifetime.later(lookNow, PAUSE);
  });

  function lookNow(): void {
    lookIsDue = false;
    const watch = look() === 'watch' && !lifetime.over;
    if (watch === observing) return;
    observing = watch;
    if (watch) observer.observe(page.document.documentElement, { childList: true, subtree: true });
    else observer.disconnect();
  }

  function lookAfterNavigation(): void {
    for (const cancel of cancelLateLooks) cancel();
    cancelLateLooks = LATE_LOOKS.map((wait) => lifetime.later(lookNow, wait));
    lookNow();
  }

  lifetime.onEnd(() => {
    observer.disconnect();
  });
  // `currententrychange` tells of pushState too, which no other event does; the restored page of a Back is a pageshow.
  lifetime.listen(page.navigation, 'currententrychange', lookAfterNavigation);
  lifetime.listen(page, 'pageshow', lookAfterNavigation);
  lookAfterNavigation();
}
