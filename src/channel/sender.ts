import * as v from 'valibot';
import { isPermitted } from './match-pattern.js';

/** What the browser says about the sender of a message. A page or a content script cannot forge it. */
const SenderSchema = v.object({
  id: v.string(),
  url: v.string(),
  /** Chromium and newer Firefox; elsewhere the URL says it. */
  origin: v.optional(v.string()),
  frameId: v.optional(v.number()),
  /** `url` is the tab's own page, told only where our permissions cover that. */
  tab: v.optional(v.object({ id: v.number(), url: v.optional(v.string()) })),
});
type Sender = v.InferOutput<typeof SenderSchema>;

/** A frame of the PSA in which our content script runs. */
export interface ContentSender {
  readonly kind: 'content';
  /** Of the frame itself, not of the tab's page: `https://ww5.autotask.net`. */
  readonly origin: string;
  readonly tabId: number;
  readonly frameId: number;
}

/** A page of the extension itself, as a document of its own. */
export interface PageSender {
  readonly kind: 'page';
}

export type TrustedSender = ContentSender | PageSender;

/** Why a sender is not listened to; for counting, without anything of the message. */
export type SenderRefusal =
  'not-ours' | 'no-frame' | 'no-origin' | 'host-not-permitted' | 'foreign-tab' | 'framed-page';

/** Who we are and where we may be: what a sender is judged by. */
export interface SenderRules {
  /** `runtime.id`. */
  readonly extensionId: string;
  /** `runtime.getURL('')`. Its host is the id in Chromium, a random one in Firefox. */
  readonly extensionUrl: string;
  /** The match patterns that the browser grants at this moment: the manifest's, and what the user added. */
  readonly hostPermissions: readonly string[];
}

/** Judges who sent a message, by what the browser says about the sender alone. */
export function judgeSender(sender: unknown, rules: SenderRules): TrustedSender | SenderRefusal {
  const parsed = v.safeParse(SenderSchema, sender);
  if (!parsed.success || parsed.output.id !== rules.extensionId) return 'not-ours';
  const origin = originOf(parsed.output.url);
  if (origin === undefined || (parsed.output.origin ?? origin) !== origin) return 'no-origin';
  return origin === originOf(rules.extensionUrl)
    ? judgePage(parsed.output)
    : judgeContent(parsed.output, origin, rules);
}

/** No page of ours is meant to be framed by a web page: one that is could be used for click-jacking. */
function judgePage(sender: Sender): PageSender | SenderRefusal {
  return (sender.frameId ?? 0) === 0 ? { kind: 'page' } : 'framed-page';
}

/** The PSA's shell and its frames share their origin. In a tab of somebody else's the PSA's page may be bait for clicks. */
function judgeContent(
  { tab, frameId }: Sender,
  origin: string,
  rules: SenderRules,
): ContentSender | SenderRefusal {
  if (!isPermitted(origin, rules.hostPermissions)) return 'host-not-permitted';
  if (tab === undefined || frameId === undefined) return 'no-frame';
  if (tab.url === undefined || originOf(tab.url) !== origin) return 'foreign-tab';
  return { kind: 'content', origin, tabId: tab.id, frameId };
}

/** The origin that a sender's URL names, whoever it is. */
export function senderOrigin(sender: unknown): string | undefined {
  const parsed = v.safeParse(SenderSchema, sender);
  return parsed.success ? originOf(parsed.output.url) : undefined;
}

/** Not `URL.origin`: that is "null" for extension schemes where the engine doesn't know them. */
function originOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host } = new URL(url);
  return host === '' ? undefined : `${protocol}//${host}`;
}
