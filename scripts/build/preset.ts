/** The connection that a sandbox build carries, so that nothing has to be typed before the first click. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const HttpUrl = v.pipe(v.string(), v.url(), v.startsWith('http'));

/** What a preset file holds. The background room parses the same shape again where it reads the constant. */
export const ConnectionPresetSchema = v.strictObject({
  /** Origin of the PSA's pages, e.g. `http://127.0.0.1:4010`; only loopback, see `readPreset`. */
  psaOrigin: v.pipe(
    HttpUrl,
    v.regex(/^http:\/\/127\.0\.0\.1(:\d+)?$/, 'must be http://127.0.0.1 and a port'),
  ),
  autotask: v.strictObject({
    user: v.pipe(v.string(), v.nonEmpty()),
    secret: v.pipe(v.string(), v.nonEmpty()),
    integrationCode: v.pipe(v.string(), v.nonEmpty()),
    baseUrl: v.optional(HttpUrl),
  }),
  portalService: v.strictObject({ url: HttpUrl, token: v.pipe(v.string(), v.nonEmpty()) }),
});

export type ConnectionPreset = v.InferOutput<typeof ConnectionPresetSchema>;

/**
 * Reads and checks a preset file. Real credentials must never be baked into a build, so the PSA can only be one on
 * this machine.
 *
 * @throws {v.ValiError} when a field is missing or wrong, {SyntaxError} when the file is not JSON.
 */
export function readPreset(file: string): ConnectionPreset {
  return v.parse(ConnectionPresetSchema, JSON.parse(readFileSync(file, 'utf8')));
}
