import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

const USAGE = `npm run contract -- --base-url https://psa.example/portal/v1 --token TOKEN [more]

Asks a portal service whether it keeps the contract (docs/portal-service.md). Without --write it only reads.

  --base-url URL           where the service is
  --token TOKEN            an access token of somebody who may change everything
  --company ID             a customer without Taskfire; default: the first of the list
  --taskfire-company ID    a customer with Taskfire; default: the first of the list
  --write                  changes data of the two companies and of the provider, and leaves contacts and portal
                           users behind, which nobody can delete: for a test system only
  --viewer-token TOKEN     of somebody who may only look; needed with --write`;

/** `npm run contract`: the contract suite against any portal service. Ends with 0 where everything is kept. */
function main(): void {
  const values = options();
  const problem = problemOf(values);
  if (problem !== undefined) {
    console.error(`${problem}\n\n${USAGE}`);
    process.exitCode = 2;
    return;
  }
  const env = {
    ...process.env,
    CONTRACT_BASE_URL: values['base-url'],
    CONTRACT_TOKEN: values.token,
    CONTRACT_COMPANY: values.company,
    CONTRACT_TASKFIRE_COMPANY: values['taskfire-company'],
    CONTRACT_WRITE: values.write === true ? '1' : undefined,
    CONTRACT_VIEWER_TOKEN: values['viewer-token'],
  };
  const args = [
    'run',
    '--project=contract',
    '--reporter=tree',
    '--hideSkippedTests',
    'test/clients/portal-service/contract.test.ts',
  ];
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
    env,
    stdio: 'inherit',
  });
  child.on('exit', (code) => process.exit(code ?? 1));
}

type Values = ReturnType<typeof options>;

function options() {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      options: {
        ...{ 'base-url': text, token: text, company: text, 'taskfire-company': text, 'viewer-token': text },
        write: { type: 'boolean' },
      },
    });
    return values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}

function problemOf(values: Values): string | undefined {
  const baseUrl = values['base-url'];
  if (baseUrl === undefined || !URL.canParse(baseUrl))
    return 'Say where the service is: --base-url https://…';
  if (values.token === undefined) return 'Say who asks: --token …';
  const ids = [values.company, values['taskfire-company']];
  if (ids.some((id) => id !== undefined && !/^\d+$/.test(id)))
    return 'A company is named by its id, a number.';
  if (values.write === true && values['viewer-token'] === undefined)
    return '--write also looks whether somebody without the permission is refused: --viewer-token …';
  return undefined;
}

main();
