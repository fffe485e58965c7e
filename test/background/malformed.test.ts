import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { messageSchemas, type MessageKind } from '../../src/channel/index.js';
import { SettingsSnapshotSchema } from '../../src/contract/index.js';
import { sampleCalls, samples } from './message-samples.js';
import { draft, ExtensionUnderTest, frame, optionsPage } from './workers.js';

/** What arrives in the border's tests: nothing of it may be accepted. */
interface Delivery {
  readonly message: unknown;
  readonly sender: unknown;
}

const SHOWN = 174;
const kinds = Object.keys(messageSchemas) as MessageKind[];
/** Planted in what is malformed: no answer may quote it. */
const POISON = { unexpected: 'S3CRET-PAYLOAD' };

const kind = fc.constantFrom(...kinds);
const anything = fc.anything({
  ...{ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true },
  ...{ withNullPrototype: true, withSparseArray: true },
});
const isPage = (of: MessageKind) => !messageSchemas[of].from.some((one) => one === 'content');
const rightSender = (of: MessageKind) => (isPage(of) ? optionsPage : frame());

/** Replaces one value somewhere inside; `steps` chooses the way down. */
function poisoned(value: unknown, steps: readonly number[]): unknown {
  const [step = 0, ...rest] = steps;
  if (typeof value !== 'object' || value === null || steps.length === 0) return POISON;
  const entries: [string, unknown][] = Object.entries(value);
  if (entries.length === 0) return Array.isArray(value) ? [POISON] : POISON;
  const chosen = step % entries.length;
  const changed = entries.map(([key, inner], index): [string, unknown] => [
    key,
    index === chosen ? poisoned(inner, rest) : inner,
  ]);
  return Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
}
const steps = fc.array(fc.nat(50), { minLength: 1, maxLength: 6 });

const noMessage = anything
  .filter((one) => typeof one !== 'object' || one === null || !('kind' in one))
  .map((message) => ({ message, sender: frame() }));
const unknownKind = fc
  .string()
  .filter((one) => !kinds.some((known) => known === one))
  .map((name) => ({ message: { kind: name, payload: {} }, sender: optionsPage }));
const anyPayload = fc
  .tuple(kind, anything)
  .filter(([of, payload]) => !v.is(messageSchemas[of].request, payload))
  .map(([of, payload]) => ({ message: { kind: of, payload }, sender: rightSender(of) }));
const wrongPayload = fc.tuple(kind, steps).map(([of, way]) => ({
  message: { kind: of, payload: poisoned(samples[of], way) },
  sender: rightSender(of),
}));
const moreThanPayload = kind.map((of) => ({
  message: { kind: of, payload: { ...samples[of], ...POISON } },
  sender: rightSender(of),
}));
const wrongArguments = fc.tuple(fc.constantFrom(...sampleCalls), steps).map(([call, way]) => ({
  message: { kind: 'call', payload: { ...call, args: poisoned(call.args, way) } },
  sender: frame(),
}));
const wrongSide = kind
  .filter((of) => messageSchemas[of].from.length === 1)
  .map((of) => ({
    message: { kind: of, payload: samples[of] },
    sender: isPage(of) ? frame() : optionsPage,
  }));
const senders = fc.oneof(
  anything,
  fc.constantFrom<unknown>(
    { ...frame(), id: 'another' },
    { ...frame(), url: 'https://evil.example/' },
    { ...frame(), origin: 'null' },
    { ...frame(), tab: undefined },
    { ...frame(), frameId: undefined },
    { ...frame(), tab: { id: 1, url: 'https://evil.example/' } },
    frame(0, 'https://autotask.net.evil.example'),
    { ...optionsPage, frameId: 3 },
    { ...optionsPage, id: 'another' },
  ),
);
const wrongSender = fc
  .tuple(kind, senders)
  .map(([of, sender]) => ({ message: { kind: of, payload: samples[of] }, sender }));
const otherCompany = fc.nat(10_000).map((more) => ({
  message: { kind: 'call', payload: { ...samples.call, args: [SHOWN + 1 + more] } },
  sender: frame(),
}));

const deliveries: fc.Arbitrary<Delivery> = fc.oneof(
  ...[noMessage, unknownKind, anyPayload, wrongPayload, moreThanPayload],
  ...[wrongArguments, wrongSide, wrongSender, otherCompany],
);

const PongSchema = v.object({ ok: v.literal(true), value: v.object({ refused: v.number() }) });
const refusedBy = async (extension: ExtensionUnderTest) =>
  v.parse(PongSchema, await extension.send('ping', {}, frame())).value.refused;

const DELIVERIES = process.env.TEST_LONG === undefined ? 2_000 : 10_000;

it(`${DELIVERIES} malformed messages and senders change nothing, reach nobody, and are counted`, async () => {
  const extension = new ExtensionUnderTest();
  await extension.send('save-connection', draft, optionsPage);
  await extension.showPage(frame(), { companyId: SHOWN });
  const { browser } = extension;
  const stored = () => [...browser.stored, ...browser.onDisk];
  const before = structuredClone({ stored: stored(), injected: browser.injected, pushed: browser.pushed });
  let count = 0;

  await fc.assert(
    fc.asyncProperty(deliveries, async ({ message, sender }) => {
      const answer = await extension.deliver(message, sender);
      expect(answer.ok).toBe(false);
      expect(JSON.stringify(answer)).not.toContain('S3CRET');
      expect(await refusedBy(extension)).toBe((count += 1));
      expect(stored()).toEqual(before.stored);
      // In between, what is well-formed still works.
      if (count % 500 === 0)
        expect(await extension.send('connections', {}, optionsPage)).toMatchObject({ ok: true });
    }),
    { numRuns: DELIVERIES, endOnFailure: true },
  );

  const { injected, pushed } = browser;
  expect({ stored: stored(), injected, pushed }).toEqual(before);
  expect(await extension.journal()).toEqual([]);
  expect(await extension.send('jobs', {}, optionsPage)).toEqual({ ok: true, value: [] });
  expect(extension.built).toEqual([]);

  const read = await extension.call('settings', [SHOWN]);
  const { version } = v.parse(SettingsSnapshotSchema, read.ok ? read.value : read.error);
  const written = await extension.call('saveSettings', [SHOWN, { notifications: false }, version]);
  expect(written).toMatchObject({ ok: true, value: { settings: { notifications: false } } });
}, 120_000);
