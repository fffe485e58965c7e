import { readEnv } from './env.js';

/** `npm run sandbox`: runs until Ctrl+C or SIGTERM. */
try {
  const options = readEnv(process.env);
  // Loaded late: a library may have something to say about the runtime, and what is wrong with the options comes first.
  const { startSandbox } = await import('./server.js');
  const sandbox = await startSandbox(options);
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
