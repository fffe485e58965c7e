import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import * as v from 'valibot';
import { eventually, isInnerFrame } from '../drivers/tab.js';

/** As Chromium's debugger announces a world that scripts run in. */
const ContextSchema = v.object({
  id: v.number(),
  origin: v.string(),
  auxData: v.object({ type: v.string(), frameId: v.string() }),
});
type WorldContext = v.InferOutput<typeof ContextSchema>;

/** The isolated world of our content script in a tab's page: what is said here, the worker hears from a content script. */
export interface ContentWorld {
  /** Sends a message to the worker as our own script would; resolves with the raw answer. */
  send(message: unknown): Promise<unknown>;
  /** Runs a function there. Its argument and its result must be JSON. */
  run<A, R>(code: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
}

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** Chromium only: waits for our content script in the PSA's inner frame, or in the page where there is none. */
export async function openContentWorld(context: BrowserContext, page: Page): Promise<ContentWorld> {
  const session = await context.newCDPSession(page);
  const worlds = new Map<number, WorldContext>();
  session.on('Runtime.executionContextCreated', ({ context: announced }) => {
    const world = v.safeParse(ContextSchema, announced);
    if (world.success && world.output.origin.startsWith('chrome-extension://'))
      worlds.set(world.output.id, world.output);
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    worlds.delete(executionContextId);
  });
  await session.send('Runtime.enable');
  const find = (): Promise<WorldContext> =>
    eventually('our content script', async () => {
      const frameId = await frameOf(session);
      return [...worlds.values()].find(({ auxData }) => auxData.frameId === frameId);
    });

  async function run<A, R>(code: (argument: A) => R | Promise<R>, argument: A): Promise<R> {
    const { id } = await find();
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId: id,
      expression: `(${code.toString()})(${JSON.stringify(argument)})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description);
    return result.value as R;
  }
  return { run, send: (message) => run((sent: unknown) => chrome.runtime.sendMessage(sent), message) };
}

interface FrameTree {
  readonly frame: { readonly id: string; readonly url: string };
  readonly childFrames?: readonly FrameTree[];
}

async function frameOf(session: CDPSession): Promise<string> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const flat = (tree: FrameTree): FrameTree[] => [tree, ...(tree.childFrames ?? []).flatMap(flat)];
  const inner = flat(frameTree).find(({ frame }) => isInnerFrame(frame.url));
  return (inner ?? frameTree).frame.id;
}
