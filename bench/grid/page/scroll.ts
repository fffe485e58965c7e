import { afterFrame } from '../../page/frames.js';

export interface ScrollFrames {
  /** ms from each frame to the next. */
  readonly frames: readonly number[];
  /** Frames that showed no contact where contacts belong. */
  readonly blank: number;
}

const STEPS = 200;
const STEP = 500;

/**
 * Scrolls 200 times by 500 px, once per frame, down and at the end up again. Each step is done between two frames, as the
 * browser does it for a wheel: its scroll event belongs to the frame that shows it.
 */
export async function scrollFrames(
  scroller: HTMLElement,
  isBlank: () => boolean,
  steps = STEPS,
): Promise<ScrollFrames> {
  const frames: number[] = [];
  let blank = 0;
  // Counted here: asking the scroller in each step would be work that no user's wheel asks for.
  const end = scroller.scrollHeight - scroller.clientHeight;
  let top = scroller.scrollTop;
  let direction = STEP;
  let before = await afterFrame();
  for (let step = 0; step < steps; step += 1) {
    if (top + direction < 0 || top + direction > end) direction = -direction;
    top += direction;
    scroller.scrollTop = top;
    const stamp = await afterFrame();
    frames.push(stamp - before);
    before = stamp;
    if (isBlank()) blank += 1;
  }
  return { frames, blank };
}
