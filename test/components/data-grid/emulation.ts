import { cdp, page } from 'vitest/browser';

/** What the debugger of Chromium is asked for here. */
interface Debugger {
  send(method: 'Emulation.setEmulatedMedia', settings: { features: MediaFeature[] }): Promise<unknown>;
}
interface MediaFeature {
  readonly name: 'forced-colors' | 'prefers-reduced-motion';
  readonly value: string;
}

/** What somebody has chosen in the system's settings; nothing = as it comes. In Chromium only. */
export async function emulate(...features: MediaFeature[]): Promise<void> {
  const session = cdp() as unknown as Debugger;
  await session.send('Emulation.setEmulatedMedia', { features });
}

/** Our usual window, and the same one at a zoom of 200 %. In CSS pixels. */
export const usualWindow = () => page.viewport(1180, 800);
export const zoomedWindow = () => page.viewport(640, 400);
