import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { startSandbox } from '../sandbox/server.js';
import { deriveInto } from '../scripts/build/derive.js';
import { buildExtension } from '../scripts/build/extension.js';
import { demoConnection, demoPage } from '../scripts/start/demo.js';
import { JobSchema, type Job, type JobDraft } from '../src/contract/index.js';
import { launchChromiumWithExtension } from '../test/e2e/support/chromium.js';
import { openContentWorld, type ContentWorld } from '../test/e2e/support/content-world.js';
import { loadOf, type Call } from './in-flight.js';
import { freeContacts, postAccount, sandboxControl, type Contact } from './sandbox-client.js';
import { ms, ratio } from './statistics.js';

const ACTIVATIONS = 300;
const LATENCY_MS = 100;
/** The vendor runs so many calls at once per object endpoint. */
const LANES = 3;
/** In the sandbox's `large` seed, with 100,000 contacts. */
const COMPANY = 500;

/** The browser's own API in our content script's world, where the driver runs the job. */
declare const chrome: {
  runtime: {
    sendMessage(message: unknown): Promise<{ ok: boolean }>;
    onMessage: { addListener(listener: (event: JobEvent) => void): void };
  };
};
interface JobEvent {
  readonly event: string;
  readonly job?: Job;
}

/**
 * 300 accounts made by a durable job of the real extension, as many by three plain loops at once, and as many by one loop,
 * all against the sandbox at 100 ms a call. What was in flight, the sandbox's own log says. The three loops, in Node and with
 * nothing recorded, are what can be had on this machine at this moment.
 */
export async function benchJobs(): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-jobs-'));
  const psa = await startSandbox({ port: 0, db: path.join(folder, 'psa.db'), seed: 'large' });
  try {
    const contacts = await freeContacts(psa.url, COMPANY, 3 * ACTIVATIONS);
    const control = sandboxControl(psa.url);
    const job = await inExtension(psa.url, folder, async (world) => {
      // The page's own reading of 100,000 contacts would be measured along.
      await control.untilQuiet();
      await control.setFaults({ latencyMs: LATENCY_MS });
      await control.clearLog();
      const start = performance.now();
      const ended = await runJob(world, draftOf(contacts.slice(0, ACTIVATIONS)));
      return { ended, time: performance.now() - start };
    });
    if (job.ended.counts.done !== ACTIVATIONS)
      throw new Error(`not all were done: ${JSON.stringify(job.ended.counts)}`);
    const calls = await control.calls();
    await control.clearLog();
    const lanesMs = await runLoops(psa.url, contacts.slice(ACTIVATIONS, 2 * ACTIVATIONS), LANES);
    const lanesCalls = await control.calls();
    const loopMs = await runLoops(psa.url, contacts.slice(2 * ACTIVATIONS), 1);
    return report({ jobMs: job.time, lanesMs, loopMs }, calls, lanesCalls);
  } finally {
    await psa.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function draftOf(contacts: readonly Contact[]): JobDraft {
  return {
    id: crypto.randomUUID(),
    companyId: COMPANY,
    companyName: 'Großwerft Ostsee SE',
    kind: 'activate',
    steps: contacts.map(({ id, name }) => ({
      action: 'create',
      contactId: id,
      contactName: name,
      account: {
        contactId: id,
        userName: `bench-${id.toString()}`,
        isActive: true,
        securityLevel: 1,
        dateFormat: 1,
        timeFormat: 1,
        numberFormat: 1,
      },
    })),
  };
}

async function inExtension<T>(
  psaUrl: string,
  folder: string,
  work: (world: ContentWorld) => Promise<T>,
): Promise<T> {
  const extension = path.join(folder, 'extension');
  const published = await buildExtension('chromium', path.join(folder, 'published'));
  await deriveInto(extension, published, { connectionPreset: demoConnection(psaUrl) });
  const context = await launchChromiumWithExtension(extension);
  try {
    const page = await context.newPage();
    await page.goto(demoPage(psaUrl, { companyId: COMPANY }));
    return await work(await openContentWorld(context, page));
  } finally {
    await context.close();
  }
}

const JobAnswer = v.object({ ok: v.literal(true), value: JobSchema });

async function runJob(world: ContentWorld, draft: JobDraft): Promise<Job> {
  return v.parse(JobAnswer, await world.run(startAndAwait, draft)).value;
}

/** In the content script's world: starts the job and hears of its end, as our elements do. */
async function startAndAwait(draft: JobDraft): Promise<unknown> {
  // Without names: tsx would have them kept by a helper that isn't there. It listens as long as the page lives.
  const ended = new Promise<Job>((resolve) => {
    chrome.runtime.onMessage.addListener(({ event, job }) => {
      if (event === 'job' && job?.id === draft.id && job.state !== 'running') resolve(job);
    });
  });
  const answer = await chrome.runtime.sendMessage({ kind: 'start-job', payload: draft });
  return answer.ok ? { ok: true, value: await ended } : answer;
}

/** What an admin's script would do: so many loops at once, nothing recorded. Resolves to the time in ms. */
async function runLoops(psaUrl: string, contacts: readonly Contact[], count: number): Promise<number> {
  const left = [...contacts];
  const loop = async (): Promise<void> => {
    for (let contact = left.shift(); contact !== undefined; contact = left.shift())
      await postAccount(psaUrl, contact);
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: count }, loop));
  return performance.now() - start;
}

interface Times {
  readonly jobMs: number;
  readonly lanesMs: number;
  readonly loopMs: number;
}

function report(
  { jobMs, lanesMs, loopMs }: Times,
  calls: readonly Call[],
  lanesCalls: readonly Call[],
): string[] {
  const accounts = calls.filter(({ path: address }) => /\/clientportalusers(\/|$)/i.test(address));
  const limit = limitOf(accounts.length);
  const { span } = loadOf(accounts);
  return [
    `${ACTIVATIONS} activations at ${LATENCY_MS} ms a call; ${accounts.length} calls to ClientPortalUsers, ${calls.length} in all`,
    `limit (calls × latency / ${LANES}): ${ms(limit)}; it leaves out what the sandbox needs for a call besides the latency`,
    `durable job, first call to last answer: ${ms(span)}, ${ratio(span, limit)} of the limit`,
    `durable job, as the page sees it: ${ms(jobMs)}, ${ratio(jobMs, limit)} of the limit, ${ratio(jobMs, loopMs)} of the loop`,
    `durable job: ${inFlight(accounts)}`,
    `three plain loops: ${ms(lanesMs)}, ${ratio(lanesMs, limitOf(lanesCalls.length))} of their limit`,
    `three plain loops: ${inFlight(lanesCalls)}`,
    `one plain loop: ${ms(loopMs)}`,
  ];
}

function limitOf(calls: number): number {
  return (calls * LATENCY_MS) / LANES;
}

function inFlight(calls: readonly Call[]): string {
  const { span, mean, most, shares } = loadOf(calls);
  const percent = shares.map((share, count) => `${count}: ${(share * 100).toFixed(1)} %`).join(', ');
  return (
    `calls to ClientPortalUsers in flight: mean ${mean.toFixed(2)}, at most ${most}; share of the time with ${percent}; ` +
    `each took ${ms((span * mean) / calls.length)}`
  );
}
