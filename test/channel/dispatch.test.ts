import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  createDispatch,
  messageSchemas,
  type Answer,
  type Handlers,
  type MessageKind,
  type Refusal,
} from '../../src/channel/index.js';
import { recordOf } from '../../src/model/index.js';

const rules = {
  extensionId: 'abcdef',
  extensionUrl: 'chrome-extension://abcdef/',
  hostPermissions: ['https://*.autotask.net/*'],
};
const url = 'https://ww5.autotask.net/x';
const content = { id: 'abcdef', url, frameId: 0, tab: { id: 1, url } };
const page = { id: 'abcdef', url: 'chrome-extension://abcdef/options.html' };

const kinds = Object.keys(messageSchemas) as MessageKind[];
const call = { id: '6f9f0a52-4a35-4c6a-9b0e-3c3a0d1f5a11', method: 'company', args: [0] };

function workerWith(overrides: Partial<Handlers> = {}) {
  const reached: string[] = [];
  const refusals: Refusal[] = [];
  const handlers: Handlers = {
    ...recordOf(kinds, (kind) => () => {
      reached.push(kind);
      return Promise.reject(new Error('nothing is behind it in these tests'));
    }),
    ping: () => (reached.push('ping'), Promise.resolve({ workerId: 'w', refused: 0, reasons: {} })),
    ...overrides,
  };
  const dispatch = createDispatch(handlers, {
    rules: () => Promise.resolve(rules),
    onRefused: (refusal) => refusals.push(refusal),
    describe: () => ({ code: 'unknown' }),
  });
  return { dispatch, reached, refusals };
}

describe('createDispatch', () => {
  it('lets a known message from an allowed sender through', async () => {
    const { dispatch, reached, refusals } = workerWith();
    await dispatch({ kind: 'ping', payload: {} }, content);
    await dispatch({ kind: 'call', payload: call }, content);
    await dispatch({ kind: 'connections', payload: {} }, page);
    expect(reached).toEqual(['ping', 'call', 'connections']);
    expect(refusals).toEqual([]);
  });

  it.each<[string, unknown, unknown, Refusal]>([
    ['an unknown kind', { kind: 'steal', payload: {} }, content, 'unknown-message'],
    ['a kind that objects inherit', { kind: 'constructor', payload: {} }, content, 'unknown-message'],
    ['more than kind and payload', { kind: 'ping', payload: {}, extra: 1 }, content, 'unknown-message'],
    ['a payload that is not the kind’s', { kind: 'call', payload: {} }, content, 'malformed-payload'],
    [
      'an unknown method',
      { kind: 'call', payload: { ...call, method: 'wipe' } },
      content,
      'malformed-payload',
    ],
    [
      'subscribe, which is no call',
      { kind: 'call', payload: { ...call, method: 'subscribe' } },
      content,
      'malformed-payload',
    ],
    ['connections from a PSA page', { kind: 'connections', payload: {} }, content, 'sender-not-allowed'],
    ['a call from an own page', { kind: 'call', payload: call }, page, 'sender-not-allowed'],
    ['somebody else', { kind: 'ping', payload: {} }, { ...content, id: 'x' }, 'not-ours'],
  ])('refuses and counts %s', async (_what, message, sender, refusal) => {
    const { dispatch, reached, refusals } = workerWith();
    const answer = await dispatch(message, sender);
    expect(answer).toEqual({
      ok: false,
      error: { code: 'forbidden', detail: `message refused: ${refusal}` },
    });
    expect(reached).toEqual([]);
    expect(refusals).toEqual([refusal]);
  });

  it('answers with data when a handler throws', async () => {
    const { dispatch } = workerWith({ ping: () => Promise.reject(new Error('secret')) });
    const answer: Answer = await dispatch({ kind: 'ping', payload: {} }, content);
    expect(answer).toEqual({ ok: false, error: { code: 'unknown' } });
  });

  it('never throws, and lets nothing malformed reach a handler', async () => {
    const anyKind = fc.oneof(fc.constantFrom<string>(...kinds), fc.string());
    const message = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
      fc.record({
        kind: anyKind,
        payload: fc.oneof(
          fc.anything(),
          fc.record({ id: fc.uuid(), method: fc.string(), args: fc.anything() }),
        ),
      }),
    );
    const sender = fc.oneof(fc.constantFrom(content, page), fc.anything());
    await fc.assert(
      fc.asyncProperty(message, sender, async (raw, from) => {
        const { dispatch, reached } = workerWith();
        const answer = await dispatch(raw, from);
        if (answer.ok || reached.length > 0) expect(isWellFormed(raw)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('reads no property of a message more than its schema does', async () => {
    const getter = vi.fn(() => 'ping');
    const { dispatch, refusals } = workerWith();
    await dispatch(Object.defineProperty({}, 'unrelated', { get: getter, enumerable: false }), content);
    expect(getter).not.toHaveBeenCalled();
    expect(refusals).toEqual(['unknown-message']);
  });
});

/** Independent of the schemas: the only payload-less messages that random data can hit. */
function isWellFormed(raw: unknown): boolean {
  if (typeof raw !== 'object' || raw === null || !('kind' in raw) || !('payload' in raw)) return false;
  const { kind, payload } = raw;
  const isEmpty = typeof payload === 'object' && payload !== null && Object.keys(payload).length === 0;
  return typeof kind === 'string' && kinds.some((known) => known === kind) && isEmpty;
}
