import { createPortalServiceClient, personalAccessToken } from '../../../src/clients/index.js';
import type { PortalAdmin } from '../../../src/contract/index.js';
import type { Parts, World } from '../contract-suite.js';

/** What `npm run contract` was given, by environment variables. */
export interface ServiceUnderTest {
  readonly parts: Parts;
  readonly world: World;
}

/** The service that `npm run contract` names; undefined in any other run. Rejects where it cannot be asked at all. */
export async function serviceUnderTest(
  env: Readonly<Record<string, string | undefined>>,
): Promise<ServiceUnderTest | undefined> {
  const { CONTRACT_BASE_URL: baseUrl, CONTRACT_TOKEN: token = '', CONTRACT_VIEWER_TOKEN: viewerToken } = env;
  if (baseUrl === undefined) return undefined;
  const clientOf = (one: string): PortalAdmin =>
    createPortalServiceClient({ baseUrl, tokens: personalAccessToken(one) });
  const admin = clientOf(token);
  const { plain, taskfire } = await companiesOf(admin, env);
  const { operations } = await admin.capabilities(plain);
  return {
    parts: {
      has: (operation) => operations[operation].state !== 'absent',
      mayWrite: env.CONTRACT_WRITE !== undefined,
      isDemo: false,
    },
    world: {
      ...{ admin, viewer: clientOf(viewerToken ?? token), plain, taskfire },
      ...{ withSignIns: taskfire, withoutSignIns: plain },
      savedByAnother: async (companyId, change) => {
        await admin.saveSettings(companyId, change, (await admin.settings(companyId)).version);
      },
      close: () => Promise.resolve(),
    },
  };
}

/** The named ones; else the first customer without Taskfire, and the first with it or else the same. */
async function companiesOf(
  admin: PortalAdmin,
  { CONTRACT_COMPANY, CONTRACT_TASKFIRE_COMPANY }: Readonly<Record<string, string | undefined>>,
): Promise<{ plain: number; taskfire: number }> {
  if (CONTRACT_COMPANY !== undefined) {
    const plain = Number(CONTRACT_COMPANY);
    return { plain, taskfire: Number(CONTRACT_TASKFIRE_COMPANY ?? plain) };
  }
  const { companies } = await admin.companies(null);
  const [first] = companies;
  if (first === undefined) throw new Error('The service has no customer; name a company with --company.');
  const plain = companies.find(({ isTaskfireActive }) => !isTaskfireActive) ?? first;
  const taskfire = companies.find(({ isTaskfireActive }) => isTaskfireActive) ?? plain;
  return { plain: plain.id, taskfire: taskfire.id };
}
