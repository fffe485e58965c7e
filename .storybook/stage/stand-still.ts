/**
 * Resolves once nothing was drawn for 100 ms, and after 400 ms where something always is, such as a job's
 * progress. The memory client answers within 20 ms; stories that wait for longer are meant to be seen waiting.
 * Animations are brought to their end. It stands alone, so that a test can send it into a page.
 */
export async function standStill(): Promise<void> {
  const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? rootsIn(shadowRoot) : [])),
  ];
  const drawn = (): string =>
    rootsIn(document)
      .map((root) => `${root.querySelectorAll('*').length} ${(root.textContent ?? '').length}`)
      .join();
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  let before = drawn();
  for (let [quiet, polls] = [0, 0]; quiet < 2 && polls < 8; polls += 1) {
    await pause(50);
    const now = drawn();
    quiet = now === before ? quiet + 1 : 0;
    before = now;
  }
  const animations = rootsIn(document).flatMap((root) => root.getAnimations());
  for (const one of animations) if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish();
}
