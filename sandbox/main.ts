import { readEnv } from './env.js';
import { startSandbox } from './server.js';

/** `npm run sandbox`: runs until Ctrl+C or SIGTERM. */
try {
  const sandbox = await startSandbox(readEnv(process.env));
  console.log(`Sandbox ready: ${sandbox.url}`);
  const stop = (): void => {
    sandbox.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(`The sandbox did not start. ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
