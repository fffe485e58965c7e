/**
 * `npm run example -- react`: builds the package, starts the sandbox, and serves one of `examples/` on them.
 *
 *   npm run example -- html|react|vue|strict-csp
 *   npm run example -- vue --port 8080    default: 4020; 0 takes a free one
 *   npm run example -- vue --keep         takes the package as it was built last
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readEnv } from '../../sandbox/env.js';
import { startSandbox } from '../../sandbox/server.js';
import { buildPackage } from '../build/package.js';
import { interrupted } from '../setup/interrupted.js';
import { EXAMPLES, installExample, serveExample, type ExampleName } from './examples.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string', default: '4020' }, keep: { type: 'boolean', default: false } },
});

async function main(): Promise<void> {
  const [name = ''] = positionals;
  if (!isExample(name))
    throw new Error(
      `Which example? Say one of: ${EXAMPLES.map((one) => `npm run example -- ${one}`).join(', ')}`,
    );
  const sandbox = await sandboxOrTheOneThatRuns();
  const packageFolder = values.keep ? path.resolve('dist/package') : await buildPackage();
  const app = await installExample(name, packageFolder, sandbox.url);
  const server = await serveExample(name, app, Number(values.port));
  console.log(
    `The example "${name}" is at ${server.url}\nIts backend is ${sandbox.url}portal/v1. Ctrl+C ends both.`,
  );
  await interrupted();
  await server.close();
  await app.remove();
  await sandbox.close();
}

function isExample(name: string): name is ExampleName {
  return EXAMPLES.some((one) => one === name);
}

/** What `npm start` or `npm run sandbox` has begun serves the example too. */
async function sandboxOrTheOneThatRuns(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const options = readEnv(process.env);
  const url = `http://127.0.0.1:${options.port}/`;
  try {
    return await startSandbox(options);
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isTaken || !(await isSandbox(url))) throw error;
    console.log(`Takes the sandbox that runs already: ${url}`);
    return { url, close: () => Promise.resolve() };
  }
}

/** Others have servers on this machine too. */
async function isSandbox(url: string): Promise<boolean> {
  const answer = await fetch(new URL('portal/v1/account', url)).catch(() => undefined);
  return answer?.headers.get('WWW-Authenticate')?.includes('/portal/v1') === true;
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
