import { spawn } from 'node:child_process';

export interface Trial {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly says: RegExp;
  /** Ends it too. */
  readonly signal: AbortSignal;
}

/** Runs npm until it has said this, then ends it with all that it started. Rejects with its output where it ends before. */
export async function untilSaid({ args, env, says, signal }: Trial): Promise<void> {
  // A group of its own, so that what npm has started can be ended too.
  const child = spawn('npm', args, { env: { ...process.env, ...env, NO_COLOR: '1' }, detached: true });
  let output = '';
  const failed = (why: string): Error => new Error(`npm ${args.join(' ')} ${why}:\n${output}`);
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      if (says.test(output)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('exit', (code) => reject(failed(`ended with ${code}`)));
    signal.addEventListener('abort', () => reject(failed('took too long')));
  }).finally(() => {
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  });
}
