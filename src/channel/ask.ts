import * as v from 'valibot';
import { PortalError } from '../contract/index.js';
import { createLiveSend, type LivenessOptions } from './liveness.js';
import { AnswerSchema, messageSchemas, type AnswerOf, type MessageKind, type RequestOf } from './messages.js';
import { LineError, type Transport } from './transport.js';

/** Asks the worker. Resolves with the parsed answer, rejects with a `PortalError`. */
export type Ask = <K extends MessageKind>(kind: K, payload: RequestOf<K>) => Promise<AnswerOf<K>>;

/** How a context asks the worker: with liveness, answers parsed on this side, errors made errors again. */
export function createAsk(transport: Transport, options: LivenessOptions = {}): Ask {
  const send = createLiveSend(transport, options);
  return async function ask<K extends MessageKind>(kind: K, payload: RequestOf<K>): Promise<AnswerOf<K>> {
    const raw = await send({ kind, payload }).catch((thrown: unknown) => {
      throw portalErrorOf(thrown);
    });
    const answer = v.safeParse(AnswerSchema, raw);
    if (!answer.success) throw malformed();
    if (!answer.output.ok) throw new PortalError(answer.output.error);
    return parseAnswer(kind, answer.output.value);
  };
}

function parseAnswer<K extends MessageKind>(kind: K, value: unknown): AnswerOf<K> {
  const schema: (typeof messageSchemas)[K]['answer'] = messageSchemas[kind].answer;
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw malformed();
  return parsed.output;
}

/** An answer that isn't one: another version of the worker, most likely. */
export function malformed(): PortalError {
  return new PortalError({ code: 'unknown', detail: 'malformed answer' });
}

function portalErrorOf(thrown: unknown): PortalError {
  const isUpdated = thrown instanceof LineError && thrown.reason === 'extension-updated';
  return new PortalError({ code: isUpdated ? 'extension-updated' : 'worker-restarted' }, { cause: thrown });
}
