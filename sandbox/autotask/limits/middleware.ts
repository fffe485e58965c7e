import { setTimeout as sleep } from 'node:timers/promises';
import type { MiddlewareHandler } from 'hono';
import type { SandboxEnv } from '../../faults/middleware.js';
import { errorBody } from '../answers.js';
import type { ThreadGate } from './threads.js';
import type { ThresholdMeter } from './threshold.js';

type Middleware = MiddlewareHandler<SandboxEnv>;

/** Refuses a request that would be one too many at once on this endpoint. */
export function limitThreads(gate: ThreadGate, endpoint: string): Middleware {
  return async (c, next) => {
    const code = c.req.header('ApiIntegrationCode') ?? '';
    const result = await gate.run(code, endpoint, async () => {
      await next();
      return 'ran';
    });
    const text = `The thread threshold of 3 has been exceeded for the endpoint ${endpoint}. (Itgenatr005)`;
    return result === null ? c.json(errorBody(text), 429) : undefined;
  };
}

/** Counts a request, slows it down as the hour's usage rises, and refuses it when the hour is used up. */
export function limitUsage(meter: ThresholdMeter): Middleware {
  return async (c, next) => {
    const delay = meter.take();
    if (delay === null) {
      const { externalRequestThreshold } = meter.information();
      const text = `The external request threshold of ${externalRequestThreshold.toString()} per hour has been exceeded.`;
      return c.json(errorBody(text), 429);
    }
    if (delay > 0) await sleep(delay);
    return next();
  };
}
