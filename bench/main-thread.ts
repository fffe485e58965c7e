import type { CDPSession } from 'playwright-core';

/** Lets a page's main thread count its own time: what other programs take of the machine is not in it. */
export async function countMainThread(session: CDPSession): Promise<void> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
}

/** What the main thread has worked since the page was opened, styles, layout and painting included. In ms. */
export async function busyOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
  if (seconds === undefined) throw new Error('the browser does not tell how busy it is');
  return seconds * 1000;
}
