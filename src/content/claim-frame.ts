import type { Lifetime } from './lifetime.js';

/**
 * Makes one copy of a script live in a frame, however often it is injected. A new copy asks with a DOM event, since
 * copies of different versions share nothing else; a living one answers by refusing the event, one that was orphaned
 * by an update ends itself instead. The event carries no data, so the page learns nothing from it; a page that answers
 * in our place only keeps our elements off itself.
 *
 * @param isAlive whether the copy that holds the claim later on still belongs to an installed extension.
 * @returns whether the frame is this copy's; if not, it must do nothing.
 */
export function claimFrame(
  role: 'page-agent' | 'elements',
  lifetime: Lifetime,
  isAlive: () => boolean,
  frame: EventTarget = document,
): boolean {
  const type = `psa-portal-admin:${role}`;
  const isFree = frame.dispatchEvent(new Event(type, { cancelable: true }));
  if (!isFree) return false;
  lifetime.listen(frame, type, (question) => {
    if (isAlive()) question.preventDefault();
    else lifetime.end();
  });
  return true;
}
