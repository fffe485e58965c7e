import * as v from 'valibot';
import type { Tabs } from 'webextension-polyfill';
import {
  pageQuestion,
  PageNowSchema,
  unlessAborted,
  type ContentSender,
  type PageNow,
} from '../../channel/index.js';
import { PortalError } from '../../contract/index.js';
import type { FramePage, Frames } from '../frames/frames.js';
import type { Refusals } from './refusals.js';

/** ms. A page that is busy rendering answers late; one that doesn't answer at all is not written for. */
const PATIENCE = 2000;

export interface PageGuardOptions {
  readonly frames: Pick<Frames, 'pageOf'>;
  readonly tabs: Pick<Tabs.Static, 'sendMessage'>;
  readonly refusals: Pick<Refusals, 'count'>;
  /** Replaces the built-in patience (ms); for tests. */
  readonly patience?: number;
}

/**
 * Holds a frame to the company that its page shows, so that nobody changes one company while they look at another: the
 * PSA's pages can change their company without being loaded anew. Like the permission of the page it protects from
 * mistakes, ours and the page's; it is no security boundary against the page, which shows what it likes.
 */
export function createPageGuard({ frames, tabs, refusals, patience = PATIENCE }: PageGuardOptions) {
  /** What the frame's page shows now; undefined where nobody answers in time, or nonsense comes. */
  async function ask({ tabId, frameId }: ContentSender): Promise<PageNow | undefined> {
    const asked: Promise<unknown> = tabs.sendMessage(tabId, pageQuestion, { frameId });
    const answer = await unlessAborted(asked, AbortSignal.timeout(patience)).catch(() => undefined);
    const parsed = v.safeParse(PageNowSchema, answer);
    return parsed.success ? parsed.output : undefined;
  }

  async function showsNow(sender: ContentSender, page: FramePage, companyId: number): Promise<boolean> {
    const now = await ask(sender);
    return now?.companyId === companyId && now.document === page.document;
  }

  function refuse(): never {
    refusals.count('other-company');
    throw new PortalError({ code: 'forbidden', reason: 'other-company' });
  }

  function refuseWriting(): never {
    refusals.count('read-only-page');
    throw new PortalError({ code: 'forbidden' });
  }

  return {
    /**
     * Resolves with the frame's page if that shows the company. A page that has only just become another may be ahead of
     * what its agent has told, so it is asked before it is refused. Rejects with `forbidden`, `other-company`.
     */
    async mayRead(sender: ContentSender, companyId: number): Promise<FramePage> {
      const page = await frames.pageOf(sender);
      if (page === undefined) return refuse();
      return page.companyId === companyId || (await showsNow(sender, page, companyId)) ? page : refuse();
    },

    /**
     * The same before anything is written: here the page is always asked what it shows at this moment. Rejects with
     * `forbidden` too where the page lets its own user change nothing (S15), or never said that it does. Undefined: what is
     * written is about no company but all of them, so that any company's page will do, as long as it is still there.
     */
    async mayWrite(sender: ContentSender, companyId: number | undefined): Promise<FramePage> {
      const page = await frames.pageOf(sender);
      if (page?.isEditable !== true) return refuseWriting();
      return (await showsNow(sender, page, companyId ?? page.companyId)) ? page : refuse();
    },
  };
}
export type PageGuard = ReturnType<typeof createPageGuard>;
