import * as v from 'valibot';
import type { Scripting, Tabs } from 'webextension-polyfill';
import { changedEvent, type ContentSender } from '../channel/index.js';
import type { PortalChange } from '../contract/index.js';
import { entriesWith, type SessionArea } from './session-area.js';

const PREFIX = 'frame:';

/** The elements with all they need, a file of the build. */
const ELEMENTS = 'elements.js';

/** A frame that has our elements. `document` tells one document in it from the next. */
const FrameSchema = v.object({
  tabId: v.number(),
  frameId: v.number(),
  origin: v.string(),
  document: v.string(),
});
type Frame = v.InferOutput<typeof FrameSchema>;

export interface FrameBrowser {
  readonly session: SessionArea;
  readonly scripting: Pick<Scripting.Static, 'executeScript'>;
  readonly tabs: Pick<Tabs.Static, 'query' | 'sendMessage'>;
}

const keyOf = ({ tabId, frameId }: Pick<Frame, 'tabId' | 'frameId'>) =>
  `${PREFIX}${String(tabId)}:${String(frameId)}`;

/** The frames of PSA pages that show our elements: puts the elements there and tells them what changed. */
export function createFrames({ session, scripting, tabs }: FrameBrowser) {
  async function all(): Promise<Frame[]> {
    return (await entriesWith(session, PREFIX)).map(([, value]) => v.parse(FrameSchema, value));
  }

  async function forgetClosedTabs(): Promise<void> {
    const open = new Set((await tabs.query({})).map((tab) => tab.id));
    const closed = (await all()).filter(({ tabId }) => !open.has(tabId));
    await session.remove(closed.map(keyOf));
  }

  return {
    /** Injects the elements into exactly this frame, once per document. Rejects when the browser refuses. */
    async inject(sender: ContentSender, document: string): Promise<void> {
      const { tabId, frameId, origin } = sender;
      const key = keyOf(sender);
      const known = v.safeParse(FrameSchema, (await session.get(key))[key]);
      if (known.success && known.output.document === document) return;
      await session.set({ [key]: { tabId, frameId, origin, document } satisfies Frame });
      try {
        await scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [ELEMENTS] });
      } catch (thrown) {
        await session.remove(key);
        throw thrown;
      }
      await forgetClosedTabs();
    },

    /** Tells every frame of this PSA. A frame that has left meanwhile does not hear it. */
    async publish(change: PortalChange, psaOrigin: string): Promise<void> {
      const frames = (await all()).filter(({ origin }) => origin === psaOrigin);
      await Promise.allSettled(
        frames.map(({ tabId, frameId }) => tabs.sendMessage(tabId, changedEvent(change), { frameId })),
      );
    },
  };
}
export type Frames = ReturnType<typeof createFrames>;
