import { Hono } from 'hono';
import * as v from 'valibot';
import type { ThresholdMeter } from '../autotask/limits/threshold.js';
import { LifetimesSchema, usualLifetimes, type LifetimeState } from '../authorization/lifetimes.js';
import { localOnly } from '../local-only.js';
import { FaultsSchema, type FaultState } from './faults.js';
import type { RequestLog } from './log.js';
import type { SandboxEnv } from './middleware.js';

export interface Controls {
  readonly faults: FaultState;
  readonly log: RequestLog;
  readonly threshold: ThresholdMeter;
  readonly lifetimes: LifetimeState;
}

/** `/_sandbox`: switch faults on and off, read what was asked. For this machine only. */
export function controlApp({ faults, log, threshold, lifetimes }: Controls): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.use(localOnly);
  app.put('/faults', async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const parsed = v.safeParse(FaultsSchema, body);
    if (!parsed.success)
      return c.json({ error: 'these are no faults', issues: describe(parsed.issues) }, 400);
    faults.set(parsed.output);
    threshold.setLimit(parsed.output.threshold);
    return c.json(parsed.output);
  });
  app.delete('/faults', (c) => {
    faults.clear();
    threshold.setLimit(undefined);
    return c.body(null, 204);
  });
  app.get('/log', (c) => c.json({ requests: log.entries() }));
  app.delete('/log', (c) => {
    log.clear();
    return c.body(null, 204);
  });
  app.put('/lifetimes', async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const parsed = v.safeParse(LifetimesSchema, body);
    if (!parsed.success)
      return c.json({ error: 'these are no lifetimes', issues: describe(parsed.issues) }, 400);
    lifetimes.set(parsed.output);
    return c.json(parsed.output);
  });
  app.delete('/lifetimes', (c) => {
    lifetimes.set(usualLifetimes);
    return c.body(null, 204);
  });
  app.all('*', (c) => c.json({ error: 'the sandbox has /_sandbox/faults, /lifetimes and /log' }, 404));
  return app;
}

function describe(issues: readonly v.BaseIssue<unknown>[]): string[] {
  return issues.map((issue) => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}
