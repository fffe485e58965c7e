import * as v from 'valibot';
import type { Scripting, Tabs } from 'webextension-polyfill';
import {
  changedEvent,
  jobEvent,
  type ChannelEvent,
  type ContentSender,
  type PageRecognised,
} from '../../channel/index.js';
import type { Job, PortalChange } from '../../contract/index.js';
import { IdSchema } from '../../model/index.js';
import { entriesWith, type SessionArea } from '../session-area.js';

const PREFIX = 'frame:';

/** The elements with all they need, a file of the build. */
const ELEMENTS = 'elements.js';

/** What a frame that has our elements shows, as its page agent said last. */
const FrameSchema = v.object({
  tabId: v.number(),
  frameId: v.number(),
  origin: v.string(),
  /** Tells one document in the frame from the next. */
  document: v.string(),
  companyId: IdSchema,
  /** Whether the page lets its own user change the settings. */
  isEditable: v.boolean(),
  /** Who is signed in to the PSA, as the page shows it. */
  pageUser: v.nullable(v.string()),
});
type Frame = v.InferOutput<typeof FrameSchema>;

/** What the page in a frame is about and whose it is: a page's word, for guards in its user's interest. */
export type FramePage = Pick<Frame, 'companyId' | 'isEditable' | 'pageUser' | 'document'>;

export interface FrameBrowser {
  readonly session: SessionArea;
  readonly scripting: Pick<Scripting.Static, 'executeScript'>;
  readonly tabs: Pick<Tabs.Static, 'query' | 'sendMessage'>;
}

const keyOf = ({ tabId, frameId }: Pick<Frame, 'tabId' | 'frameId'>) =>
  `${PREFIX}${String(tabId)}:${String(frameId)}`;

/** The frames of PSA pages that show our elements: puts the elements there and tells them what changed. */
export function createFrames({ session, scripting, tabs }: FrameBrowser) {
  /**
   * The frames by key as they are stored, once that was read: a job tells them of each account, and to find them by prefix
   * is to read all of the session's memory. Nobody but this worker writes them.
   */
  let known: Promise<Map<string, Frame>> | undefined;

  async function load(): Promise<Map<string, Frame>> {
    const stored = await entriesWith(session, PREFIX);
    return new Map(stored.map(([rest, value]) => [PREFIX + rest, v.parse(FrameSchema, value)]));
  }

  function frames(): Promise<Map<string, Frame>> {
    known ??= load().catch((thrown: unknown) => {
      known = undefined;
      throw thrown;
    });
    return known;
  }

  async function all(): Promise<Frame[]> {
    return [...(await frames()).values()];
  }

  async function keep(frame: Frame): Promise<void> {
    await session.set({ [keyOf(frame)]: frame });
    (await frames()).set(keyOf(frame), frame);
  }

  async function forget(keys: string[]): Promise<void> {
    await session.remove(keys);
    const left = await frames();
    for (const key of keys) left.delete(key);
  }

  async function find(sender: ContentSender): Promise<Frame | undefined> {
    return (await frames()).get(keyOf(sender));
  }

  /** A frame that has left meanwhile does not hear it. */
  async function tell({ tabId, frameId }: Frame, event: ChannelEvent): Promise<void> {
    await tabs.sendMessage(tabId, event, { frameId }).catch(() => undefined);
  }

  async function forgetClosedTabs(): Promise<void> {
    const open = new Set((await tabs.query({})).map((tab) => tab.id));
    const closed = (await all()).filter(({ tabId }) => !open.has(tabId));
    await forget(closed.map(keyOf));
  }

  return {
    /**
     * Injects the elements into exactly this frame, once per document. Rejects when the browser refuses. A page that
     * has become editable, or no longer is, has its elements look again.
     */
    async recognised(sender: ContentSender, page: Pick<PageRecognised, keyof FramePage>): Promise<void> {
      const { tabId, frameId, origin } = sender;
      const { document, companyId, isEditable, pageUser } = page;
      const before = await find(sender);
      const frame: Frame = { tabId, frameId, origin, document, companyId, isEditable, pageUser };
      await keep(frame);
      if (before?.document === document) {
        if (before.isEditable !== isEditable) await tell(frame, changedEvent({ kind: 'connection' }));
        return;
      }
      try {
        await scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [ELEMENTS] });
      } catch (thrown) {
        await forget([keyOf(frame)]);
        throw thrown;
      }
      await forgetClosedTabs();
    },

    /** What the page in this frame shows. Undefined for a frame that never said so, or shows another PSA by now. */
    async pageOf(sender: ContentSender): Promise<FramePage | undefined> {
      const frame = await find(sender);
      return frame?.origin === sender.origin ? frame : undefined;
    },

    /** Tells every frame of this PSA. */
    async publish(change: PortalChange, psaOrigin: string): Promise<void> {
      const frames = (await all()).filter(({ origin }) => origin === psaOrigin);
      await Promise.all(frames.map((frame) => tell(frame, changedEvent(change))));
    },

    /** Tells every frame that shows the job's company how far it is. */
    async publishJob(job: Job): Promise<void> {
      const shows = ({ origin, companyId }: Frame) => origin === job.psaOrigin && companyId === job.companyId;
      await Promise.all((await all()).filter(shows).map((frame) => tell(frame, jobEvent(job))));
    },
  };
}
export type Frames = ReturnType<typeof createFrames>;
