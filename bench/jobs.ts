import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { startSandbox } from '../sandbox/server.js';
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

/**
 * 300 accounts made by a durable job of the real extension, and as many by a plain loop, one after the other, both against
 * the sandbox at 100 ms a call. What was in flight, the sandbox's own log says.
 */
export async function benchJobs(): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-jobs-'));
  const psa = await startSandbox({ port: 0, db: path.join(folder, 'psa.db'), seed: 'large' });
  try {
    const contacts = await freeContacts(psa.url, COMPANY, 2 * ACTIVATIONS);
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
    return report(job.time, await runLoop(psa.url, contacts.slice(ACTIVATIONS)), calls);
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
  await buildExtension({ target: 'chromium', preset: demoConnection(psaUrl), outDir: extension });
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
const JobsAnswer = v.object({ ok: v.literal(true), value: v.array(JobSchema) });

async function runJob(world: ContentWorld, draft: JobDraft): Promise<Job> {
  const started = v.parse(JobAnswer, await world.send({ kind: 'start-job', payload: draft })).value;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { value } = v.parse(JobsAnswer, await world.send({ kind: 'jobs', payload: {} }));
    const job = value.find(({ id }) => id === started.id);
    if (job !== undefined && job.state !== 'running') return job;
  }
}

/** What an admin's script would do: one after the other, nothing recorded. Resolves to the time in ms. */
async function runLoop(psaUrl: string, contacts: readonly Contact[]): Promise<number> {
  const start = performance.now();
  for (const contact of contacts) await postAccount(psaUrl, contact);
  return performance.now() - start;
}

function report(jobMs: number, loopMs: number, calls: readonly Call[]): string[] {
  const accounts = calls.filter(({ path: address }) => /\/clientportalusers(\/|$)/i.test(address));
  const limit = (accounts.length * LATENCY_MS) / LANES;
  const { span, mean, most, shares } = loadOf(accounts);
  const inFlight = shares.map((share, count) => `${count}: ${(share * 100).toFixed(1)} %`).join(', ');
  return [
    `${ACTIVATIONS} activations at ${LATENCY_MS} ms a call; ${accounts.length} calls to ClientPortalUsers, ${calls.length} in all`,
    `limit (calls × latency / ${LANES}): ${ms(limit)}`,
    `durable job, first call to last answer: ${ms(span)}, ${ratio(span, limit)} of the limit`,
    `durable job, as the page sees it: ${ms(jobMs)}, ${ratio(jobMs, limit)} of the limit, ${ratio(jobMs, loopMs)} of the loop`,
    `plain sequential loop: ${ms(loopMs)}`,
    `calls to ClientPortalUsers in flight: mean ${mean.toFixed(2)}, at most ${most}; share of the time with ${inFlight}`,
  ];
}
