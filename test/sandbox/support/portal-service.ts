import * as v from 'valibot';
import { SettingsSnapshotSchema } from '../../../src/contract/index.js';
import type { Answer, TestSandbox } from './sandbox.js';

type Snapshot = v.InferOutput<typeof SettingsSnapshotSchema>;

/** The documented tokens of sandbox/README.md. */
export const asAdmin = { Authorization: 'Bearer sandbox-portal-token' };
export const asViewer = { Authorization: 'Bearer sandbox-viewer-token' };
export const jsonAsAdmin = { ...asAdmin, 'Content-Type': 'application/json' };

const settingsPath = (companyId: number): string => `/portal/v1/companies/${companyId}/settings`;

/** The settings as the service tells them. */
export async function settingsOf(sandbox: TestSandbox, companyId: number): Promise<Snapshot> {
  return snapshotOf(await sandbox.call('GET', settingsPath(companyId), { headers: asAdmin }));
}

/** The settings in a successful answer; anything else fails the test. */
export function snapshotOf(answer: Answer): Snapshot {
  if (answer.status !== 200) throw new Error(`status ${answer.status}: ${JSON.stringify(answer.json)}`);
  return v.parse(SettingsSnapshotSchema, answer.json);
}

/** Asks for a change, on the current version if no other is named. */
export async function change(
  sandbox: TestSandbox,
  companyId: number,
  body: unknown,
  version?: string,
): Promise<Answer> {
  const ifMatch = version ?? (await settingsOf(sandbox, companyId)).version;
  const headers = { ...jsonAsAdmin, 'If-Match': ifMatch };
  return sandbox.call('PATCH', settingsPath(companyId), { headers, body });
}

const ProblemSchema = v.looseObject({ code: v.string(), status: v.number(), type: v.string() });

/** The problem in a refusal; its status must be the answer's. */
export function problemOf(answer: Answer): v.InferOutput<typeof ProblemSchema> {
  const problem = v.parse(ProblemSchema, answer.json);
  if (problem.status !== answer.status) throw new Error('the problem names another status than the answer');
  return problem;
}
