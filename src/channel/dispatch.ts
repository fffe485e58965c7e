import * as v from 'valibot';
import type { PortalErrorData } from '../contract/index.js';
import {
  messageSchemas,
  MessageSchema,
  type Answer,
  type AnswerOf,
  type MessageKind,
  type RequestOf,
  type SenderOf,
} from './messages.js';
import {
  judgeSender,
  senderOrigin,
  type SenderRefusal,
  type SenderRules,
  type TrustedSender,
} from './sender.js';

/** One handler per message: a kind without one, or one for no kind, doesn't compile. */
export type Handlers = {
  readonly [K in MessageKind]: (request: RequestOf<K>, sender: SenderOf<K>) => Promise<AnswerOf<K>>;
};

/** Why a message reached no handler. */
export type Refusal = SenderRefusal | 'unknown-message' | 'sender-not-allowed' | 'malformed-payload';

export interface DispatchOptions {
  /** Asked anew for each message: hosts are granted and taken back while the worker runs. */
  readonly rules: () => Promise<SenderRules>;
  /** Told of each refusal, without anything of the message. */
  readonly onRefused: (refusal: Refusal) => void;
  /** What a handler threw, as data that is safe to send. */
  readonly describe: (thrown: unknown) => PortalErrorData;
}

/**
 * The border of the worker: judges the sender, parses the payload, and only then calls the handler. The promise never
 * rejects: whatever happens is an answer.
 */
export function createDispatch(handlers: Handlers, options: DispatchOptions) {
  async function run<K extends MessageKind>(
    kind: K,
    payload: unknown,
    sender: TrustedSender,
  ): Promise<AnswerOf<K>> {
    if (!isAllowed(kind, sender)) throw new Refused('sender-not-allowed');
    const request = parseRequest(kind, payload);
    if (!request.success) throw new Refused('malformed-payload');
    return handlers[kind](request.output, sender);
  }

  async function accept(message: unknown, rawSender: unknown): Promise<unknown> {
    const sender = judgeSender(rawSender, await options.rules());
    if (typeof sender === 'string') throw new Refused(sender);
    const parsed = v.safeParse(MessageSchema, message);
    if (!parsed.success) throw new Refused('unknown-message');
    return run(parsed.output.kind, parsed.output.payload, sender);
  }

  return async function dispatch(message: unknown, sender: unknown): Promise<Answer> {
    try {
      return { ok: true, value: await accept(message, sender) };
    } catch (thrown) {
      if (!(thrown instanceof Refused)) return { ok: false, error: options.describe(thrown) };
      options.onRefused(thrown.refusal);
      return { ok: false, error: errorOf(thrown, sender) };
    }
  };
}

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(`message refused: ${refusal}`);
  }
}

/** A page of ours in a host that was taken back lives on there: it can say so. */
function errorOf({ refusal, message }: Refused, sender: unknown): PortalErrorData {
  const origin = refusal === 'host-not-permitted' ? senderOrigin(sender) : undefined;
  return origin === undefined
    ? { code: 'forbidden', detail: message }
    : { code: 'permission-missing', origin };
}

function isAllowed<K extends MessageKind>(kind: K, sender: TrustedSender): sender is SenderOf<K> {
  const from: readonly TrustedSender['kind'][] = messageSchemas[kind].from;
  return from.includes(sender.kind);
}

function parseRequest<K extends MessageKind>(kind: K, payload: unknown) {
  const schema: (typeof messageSchemas)[K]['request'] = messageSchemas[kind].request;
  return v.safeParse(schema, payload);
}
