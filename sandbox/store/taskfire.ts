import * as v from 'valibot';
import {
  billingProblems,
  disableProblems,
  enableProblems,
  type AgreementAcceptance,
  type BillingChoice,
  type BillingContract,
  type LevelMove,
  type MovedUser,
  type Taskfire,
  type TaskfireAgreement,
  type TaskfireProblem,
} from '../../src/model/index.js';
import { agreementText, CURRENT_AGREEMENT, type AgreementLanguage } from './agreements.js';
import type { Database, Statement } from './database.js';
import type { ProviderStore } from './provider.js';
import {
  agreementVersion,
  isPortalEnabled,
  readContracts,
  readMoved,
  readTaskfire,
} from './taskfire-rows.js';

/** A change of Taskfire: for which company, on which version (undefined: whatever is there, as the PSA's own form does). */
export interface TaskfireWrite {
  readonly companyId: number;
  /** As `Taskfire.version` gave it. */
  readonly expectedVersion?: string | undefined;
}

export type TaskfireWriteResult =
  | { readonly kind: 'saved'; readonly current: Taskfire; readonly moved: MovedUser[] }
  | { readonly kind: 'conflict'; readonly current: Taskfire }
  | { readonly kind: 'refused'; readonly current: Taskfire; readonly problems: readonly TaskfireProblem[] };

/** All companies must exist. */
export interface TaskfireStore {
  get(companyId: number): Promise<Taskfire>;
  isActive(companyId: number): Promise<boolean>;
  /** T1: what has to be accepted, or what was accepted where Taskfire is active. */
  agreement(companyId: number, language: AgreementLanguage): Promise<TaskfireAgreement>;
  /** T2 */
  contracts(companyId: number): Promise<BillingContract[]>;
  enable(write: TaskfireWrite, acceptance: AgreementAcceptance, by: string): Promise<TaskfireWriteResult>;
  /** T3: moves the levels in the same transaction. */
  disable(write: TaskfireWrite, moves: readonly LevelMove[]): Promise<TaskfireWriteResult>;
  setBilling(write: TaskfireWrite, choice: BillingChoice): Promise<TaskfireWriteResult>;
}

/** Taskfire per company: a row exists as long as its agreement is accepted. */
export function taskfireStore(db: Database, provider: ProviderStore): TaskfireStore {
  const get: TaskfireStore['get'] = (companyId) => readTaskfire(db, companyId);

  /** The only way Taskfire changes: version and rules checked, all done in one transaction or nothing. */
  function change(
    { companyId, expectedVersion }: TaskfireWrite,
    decide: (current: Taskfire) => Promise<Decision>,
  ): Promise<TaskfireWriteResult> {
    return db.exclusive(async () => {
      const current = await get(companyId);
      if (expectedVersion !== undefined && expectedVersion !== current.version)
        return { kind: 'conflict', current };
      const { problems, statements, moved = [] } = await decide(current);
      if (problems.length > 0) return { kind: 'refused', problems, current };
      await db.batch([...statements, raisedVersion(companyId)]);
      return { kind: 'saved', current: await get(companyId), moved };
    });
  }

  return {
    get,
    isActive: async (companyId) =>
      (await db.row(v.object({}), 'SELECT 1 FROM taskfire WHERE companyID = ?', [companyId])) !== null,
    agreement: async (companyId, language) => agreementText(await agreementVersion(db, companyId), language),
    contracts: (companyId) => readContracts(db, companyId),
    enable: (write, acceptance, by) =>
      change(write, async (taskfire) => ({
        problems: enableProblems(acceptance, {
          taskfire,
          // The rules look at ids and version only, which are the same in every language.
          agreement: agreementText(CURRENT_AGREEMENT, 'en'),
          isPortalEnabled: await isPortalEnabled(db, write.companyId),
        }),
        statements: [insertAcceptance(write.companyId, by)],
      })),
    disable: (write, moves) =>
      change(write, async (taskfire) => ({
        problems: disableProblems(moves, { taskfire, levels: await provider.securityLevels() }),
        statements: [...moves.map((move) => moveLevel(write.companyId, move)), removal(write.companyId)],
        moved: await readMoved(db, write.companyId, moves),
      })),
    setBilling: (write, choice) =>
      change(write, async (taskfire) => ({
        problems: billingProblems(
          choice,
          { id: write.companyId, taskfire, contracts: await readContracts(db, write.companyId) },
          now().slice(0, 10),
        ),
        statements: [billingUpdate(write.companyId, choice)],
      })),
  };
}

interface Decision {
  readonly problems: readonly TaskfireProblem[];
  readonly statements: readonly Statement[];
  readonly moved?: MovedUser[];
}

function insertAcceptance(companyId: number, by: string): Statement {
  return {
    sql: 'INSERT INTO taskfire (companyID, acceptedBy, acceptedAt, agreementVersion) VALUES (?, ?, ?, ?)',
    args: [companyId, by, now(), CURRENT_AGREEMENT],
  };
}

function removal(companyId: number): Statement {
  return { sql: 'DELETE FROM taskfire WHERE companyID = ?', args: [companyId] };
}

function moveLevel(companyId: number, { from, to }: LevelMove): Statement {
  return {
    sql: `UPDATE portal_users SET securityLevel = ?
      WHERE securityLevel = ? AND contactID IN (SELECT id FROM contacts WHERE companyID = ?)`,
    args: [to, from, companyId],
  };
}

function billingUpdate(companyId: number, choice: BillingChoice): Statement {
  return {
    sql: 'UPDATE taskfire SET serviceID = ? WHERE companyID = ?',
    args: [choice?.serviceId ?? null, companyId],
  };
}

function raisedVersion(companyId: number): Statement {
  return {
    sql: `INSERT INTO taskfire_versions (companyID, version) VALUES (?, 1)
      ON CONFLICT (companyID) DO UPDATE SET version = version + 1`,
    args: [companyId],
  };
}

const now = (): string => new Date().toISOString();
