import * as v from 'valibot';
import {
  JobSchema,
  methodSchemas,
  PortalChangeSchema,
  PortalErrorDataSchema,
  type PortalMethod,
} from '../contract/index.js';
import { IdSchema } from '../model/index.js';
import { connectionMessages } from './connection.js';
import { gridLayoutMessages } from './grid-layout-messages.js';
import { jobMessages } from './job-messages.js';
import { journalMessages } from './journal-messages.js';
import { pageMemoryMessages } from './page-memory-messages.js';
import { vaultMessages } from './vault.js';
import type { TrustedSender } from './sender.js';
import { ShownNamesSchema } from './shown-names.js';

const methodNames = v.picklist(Object.keys(methodSchemas) as [PortalMethod, ...PortalMethod[]]);

/** One method of `PortalAdmin`. The arguments are parsed by the method's own schema once the method is known. */
export const CallSchema = v.strictObject({
  /** The same for a call that is sent again, so that a write is never done twice. */
  id: v.pipe(v.string(), v.uuid()),
  method: methodNames,
  args: v.array(v.unknown()),
  /** Of a write: what it is about, as the page shows it. */
  shown: v.exactOptional(ShownNamesSchema),
});

/** The page agent has recognised the PSA's page about a company in its frame. */
export const PageRecognisedSchema = v.strictObject({
  companyId: IdSchema,
  /** BCP 47, as the page says it. */
  locale: v.string(),
  /** How sure the agent is, 0 to 1. */
  score: v.number(),
  /** Random, once per document: tells a reloaded page from one that says it again. */
  document: v.string(),
  /** Whether the page lets its own user change the settings (S15). Said again when that changes. */
  isEditable: v.boolean(),
  /** Who is signed in to the PSA, as the page shows it: self-declared, for the journal only. */
  pageUser: v.nullable(v.pipe(v.string(), v.maxLength(200))),
});
export type PageRecognised = v.InferOutput<typeof PageRecognisedSchema>;

/** What a page agent answers to `pageQuestion`: what its page shows at this moment. */
export const PageNowSchema = v.strictObject({
  /** Null where the page tells no company. */
  companyId: v.nullable(IdSchema),
  /** As in `PageRecognised`. */
  document: v.string(),
});
export type PageNow = v.InferOutput<typeof PageNowSchema>;

const Nothing = v.strictObject({});

/** Every message to the worker: who may send it, what it carries, what is answered. */
export const messageSchemas = {
  /**
   * Is the worker there? `workerId` changes with every start of it; `refused` counts the messages that it did not accept
   * since then, `reasons` the same one by one.
   */
  ping: {
    from: ['content', 'page'],
    request: Nothing,
    answer: v.strictObject({
      workerId: v.string(),
      refused: v.number(),
      reasons: v.record(v.string(), v.number()),
    }),
  },
  call: { from: ['content'], request: CallSchema, answer: v.unknown() },
  'page-recognised': { from: ['content'], request: PageRecognisedSchema, answer: v.null() },
  ...connectionMessages,
  ...vaultMessages,
  ...jobMessages,
  ...journalMessages,
  ...gridLayoutMessages,
  ...pageMemoryMessages,
} satisfies Record<
  string,
  { from: readonly TrustedSender['kind'][]; request: v.GenericSchema; answer: v.GenericSchema }
>;

export type MessageKind = keyof typeof messageSchemas;
export type RequestOf<K extends MessageKind> = v.InferOutput<(typeof messageSchemas)[K]['request']>;
export type AnswerOf<K extends MessageKind> = v.InferOutput<(typeof messageSchemas)[K]['answer']>;
/** Who may send a message of this kind, as the handler gets it. */
export type SenderOf<K extends MessageKind> = Extract<
  TrustedSender,
  { kind: (typeof messageSchemas)[K]['from'][number] }
>;

/** What travels to the worker. */
export interface Message<K extends MessageKind = MessageKind> {
  readonly kind: K;
  readonly payload: RequestOf<K>;
}
export const MessageSchema = v.strictObject({
  kind: v.picklist(Object.keys(messageSchemas) as [MessageKind, ...MessageKind[]]),
  payload: v.unknown(),
});

/** What travels back: a value, or an error as data. */
export const AnswerSchema = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), value: v.unknown() }),
  v.strictObject({ ok: v.literal(false), error: PortalErrorDataSchema }),
]);
export type Answer = v.InferOutput<typeof AnswerSchema>;

/** What the worker tells without being asked. */
export const EventSchema = v.variant('event', [
  v.strictObject({ event: v.literal('changed'), change: PortalChangeSchema }),
  /** A job has moved: to the frames of its company, and to the extension's pages. */
  v.strictObject({ event: v.literal('job'), job: JobSchema }),
]);
export type ChannelEvent = v.InferOutput<typeof EventSchema>;
