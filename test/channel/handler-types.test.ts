import { expectTypeOf, it } from 'vitest';
import type {
  AnswerOf,
  ContentSender,
  Handlers,
  MessageKind,
  PageSender,
  RequestOf,
} from '../../src/channel/index.js';

/** The kinds whose handler could be left out without the compiler minding. */
type Dispensable = { [K in MessageKind]: Omit<Handlers, K> extends Handlers ? K : never }[MessageKind];

/** The kinds whose handler could get, or give, something else than the kind carries. */
type Loose = {
  [K in MessageKind]: Handlers[K] extends (request: RequestOf<K>, sender: never) => Promise<AnswerOf<K>>
    ? never
    : K;
}[MessageKind];

// What is said here is proved by `tsc`, with the rest of the project's types; at run time nothing happens.
it('every message has a handler, and every handler a message', () => {
  expectTypeOf<keyof Handlers>().toEqualTypeOf<MessageKind>();
  expectTypeOf<Dispensable>().toBeNever();
  expectTypeOf<Loose>().toBeNever();
});

it('a handler gets only senders that may send its message', () => {
  expectTypeOf<Parameters<Handlers['call']>[1]>().toEqualTypeOf<ContentSender>();
  expectTypeOf<Parameters<Handlers['save-connection']>[1]>().toEqualTypeOf<PageSender>();
  expectTypeOf<Parameters<Handlers['ping']>[1]>().toEqualTypeOf<ContentSender | PageSender>();
});

it('a handler that answers something else is none', () => {
  expectTypeOf<() => Promise<string>>().not.toExtend<Handlers['ping']>();
  expectTypeOf<(call: { id: number }) => Promise<unknown>>().not.toExtend<Handlers['call']>();
});
