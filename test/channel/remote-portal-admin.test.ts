import { afterEach, describe, expect, it } from 'vitest';
import {
  createRemotePortalAdmin,
  runtimeTransport,
  type Answer,
  type Liveness,
  type LivenessTimes,
} from '../../src/channel/index.js';
import { manyContacts } from '../../src/clients/memory/index.js';
import { PortalError, type PortalChange } from '../../src/contract/index.js';
import { sortName } from '../../src/model/index.js';
import { Line } from './line.js';

const times: LivenessTimes = { patience: 60, ping: 60, answer: 300, pauses: [0, 20, 60] };
const company = {
  id: 0,
  name: 'Provider',
  isActive: true,
  isCustomer: true,
  parentId: null,
  country: 'DE',
  region: null,
  isTaskfireActive: false,
};

const ok = (value: unknown): Answer => ({ ok: true, value });
const pong = ok({ workerId: 'w', refused: 0, reasons: {} });
const kindOf = (message: unknown) => (message as { kind: string }).kind;
const answering = (answer: (message: unknown) => Answer | Promise<Answer>) => (message: unknown) =>
  Promise.resolve(kindOf(message) === 'ping' ? pong : answer(message));
const methodOf = (message: unknown) => (message as { payload: { method: string } }).payload.method;
const shownIn = (message: unknown) => (message as { payload: { shown?: unknown } }).payload.shown;
const never = () => new Promise<Answer>(() => undefined);

const lines: Line[] = [];
function connect() {
  const line = new Line({});
  lines.push(line);
  const states: Liveness[] = [];
  const admin = createRemotePortalAdmin(runtimeTransport(line.runtime), {
    times,
    onLiveness: (state) => states.push(state),
  });
  return { line, states, admin };
}
const callsTo = (line: Line) => line.received.filter((message) => kindOf(message) === 'call');
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    (thrown: unknown) => (thrown instanceof PortalError ? thrown.data.code : thrown),
  );

afterEach(() => {
  for (const line of lines.splice(0)) line.kill();
});

describe('a call', () => {
  it('carries method and arguments, and brings the answer back', async () => {
    const { line, admin, states } = connect();
    line.start(answering(() => ok(company)));
    expect(await admin.company(0)).toEqual(company);
    expect(callsTo(line)).toMatchObject([{ kind: 'call', payload: { method: 'company', args: [0] } }]);
    expect(states).toEqual([]);
  });

  it('that writes names whom it is about, as far as the page has been shown them', async () => {
    const { line, admin } = connect();
    const [row] = manyContacts(1, { companyId: 0 });
    if (row === undefined) throw new Error('no contact');
    const draft = {
      ...{
        contactId: row.contact.id,
        userName: 'someone@provider.example',
        isActive: true,
        password: 'secret',
      },
      ...{ securityLevel: 1, dateFormat: 1, timeFormat: 1, numberFormat: 1 },
    };
    const answers: Record<string, unknown> = { company, contacts: { rows: [row], next: null, total: 1 } };
    line.start(answering((message) => ok(answers[methodOf(message)])));
    const create = () => admin.createPortalUser(0, draft).catch(() => undefined);
    await create();
    await admin.company(0);
    await admin.contacts(0, null);
    await create();
    const shown = callsTo(line).flatMap((message) => shownIn(message) ?? []);
    expect(shown).toEqual([
      { company: null, contact: null },
      { company: company.name, contact: sortName(row.contact) },
    ]);
  });

  it('ends with the worker’s error', async () => {
    const { line, admin } = connect();
    const error = { code: 'rate-limited', retryAt: '2026-11-24T14:07:00Z', detail: 'slow down' } as const;
    line.start(answering(() => ({ ok: false, error })));
    const thrown: unknown = await admin.company(0).catch((reason: unknown) => reason);
    expect(thrown).toBeInstanceOf(PortalError);
    expect(thrown).toMatchObject({ data: error });
  });

  it.each<[string, unknown]>([
    ['no answer at all', 7],
    ['an answer with more in it', { ok: true, value: company, secret: 'x' }],
    ['an unknown error', { ok: false, error: { code: 'stack', stack: 'at x' } }],
    ['a result that isn’t the method’s', { ok: true, value: { id: 0 } }],
  ])('refuses %s', async (_what, answer) => {
    const { line, admin } = connect();
    line.start(answering(() => answer as Answer));
    expect(await codeOf(admin.company(0))).toBe('unknown');
  });

  it('is not waited for once its signal is aborted', async () => {
    const { line, admin } = connect();
    line.start(answering(never));
    const reason = 'left the page';
    const abort = new AbortController();
    const call = admin.company(0, { signal: abort.signal });
    abort.abort(reason);
    await expect(call).rejects.toBe(reason);
    await expect(admin.company(0, { signal: abort.signal })).rejects.toBe(reason);
  });
});

describe('a worker that ends', () => {
  it('is asked once more, with the same call', async () => {
    const { line, admin, states } = connect();
    line.start(answering(never));
    const call = admin.company(0);
    await expect.poll(() => callsTo(line).length).toBe(1);
    line.kill();
    line.start(answering(() => ok(company)));
    expect(await call).toEqual(company);
    expect(states).toEqual(['reconnecting', 'connected']);
    const [first, second] = callsTo(line);
    expect(second).toEqual(first);
  });

  it('may need a moment to come back', async () => {
    const { line, admin, states } = connect();
    const call = admin.company(0);
    setTimeout(() => {
      line.start(answering(() => ok(company)));
    }, 40);
    expect(await call).toEqual(company);
    expect(states).toEqual(['reconnecting', 'connected']);
  });

  it('is lost when it stays away, and found again later', async () => {
    const { line, admin, states } = connect();
    expect(await codeOf(admin.company(0))).toBe('worker-restarted');
    expect(states).toEqual(['reconnecting', 'lost']);
    line.start(answering(() => ok(company)));
    expect(await admin.company(0)).toEqual(company);
    expect(states).toEqual(['reconnecting', 'lost', 'connected']);
  });

  it('is noticed by a ping when no failure says so', async () => {
    const { line, admin, states } = connect();
    line.start(never);
    const begun = Date.now();
    const code = codeOf(admin.company(0));
    await expect.poll(() => states).toEqual(['reconnecting']);
    expect(Date.now() - begun).toBeLessThan(times.answer);
    expect(await code).toBe('worker-restarted');
  });

  it('is waited for while it answers pings, but not for ever', async () => {
    const { line, admin } = connect();
    line.start(answering(() => new Promise((resolve) => setTimeout(resolve, 200, ok(company)))));
    expect(await admin.company(0)).toEqual(company);
    line.kill();
    line.start(answering(never));
    expect(await codeOf(admin.company(0))).toBe('worker-restarted');
    expect(callsTo(line)).toHaveLength(3);
  });
});

describe('an updated extension', () => {
  it('is told apart, at once and without a retry', async () => {
    const { line, admin, states } = connect();
    line.start(answering(() => ok(company)));
    line.update();
    expect(await codeOf(admin.company(0))).toBe('extension-updated');
    expect(states).toEqual(['lost']);
  });
});

describe('subscribe', () => {
  it('tells of changes, ignores everything else, and stops', async () => {
    const { line, admin } = connect();
    line.start(answering(() => ok(company)));
    const heard: PortalChange[] = [];
    const stop = admin.subscribe((change) => heard.push(change));
    line.push({ event: 'changed', change: { kind: 'settings', companyId: 'x' } });
    line.push('nonsense');
    line.push({ event: 'changed', change: { kind: 'settings', companyId: 0 } });
    await expect.poll(() => heard).toEqual([{ kind: 'settings', companyId: 0 }]);
    stop();
    line.push({ event: 'changed', change: { kind: 'connection' } });
    await admin.company(0);
    expect(heard).toHaveLength(1);
  });
});
