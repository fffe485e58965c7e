import * as v from 'valibot';
import {
  IdSchema,
  LevelInUseSchema,
  MovedUserSchema,
  sortName,
  type BillingContract,
  type LevelMove,
  type MovedUser,
  type Taskfire,
} from '../../src/model/index.js';
import { CURRENT_AGREEMENT } from './agreements.js';
import { flag, type Database } from './database.js';

const VersionRow = v.object({ version: v.number() });
const AcceptedRow = v.object({
  acceptedBy: v.string(),
  acceptedAt: v.string(),
  contractId: v.nullable(IdSchema),
  contractName: v.nullable(v.string()),
  serviceId: v.nullable(IdSchema),
  serviceName: v.nullable(v.string()),
  expiresOn: v.nullable(v.string()),
});
const LevelRow = v.object({ ...LevelInUseSchema.entries, active: v.number() });

/** T: Taskfire of a company with what follows from its accounts. */
export async function readTaskfire(db: Database, companyId: number): Promise<Taskfire> {
  const sql = 'SELECT version FROM taskfire_versions WHERE companyID = ?';
  const version = `"${(await db.row(VersionRow, sql, [companyId]))?.version ?? 0}"`;
  const row = await db.row(
    AcceptedRow,
    `SELECT t.acceptedBy, t.acceptedAt, k.id AS contractId, k.name AS contractName, s.id AS serviceId,
       s.name AS serviceName, k.expiresOn
     FROM taskfire t LEFT JOIN contract_services s ON s.id = t.serviceID LEFT JOIN contracts k ON k.id = s.contractID
     WHERE t.companyID = ?`,
    [companyId],
  );
  if (row === null) return { isActive: false, version };
  const { acceptedBy, acceptedAt, ...billing } = row;
  const levels = await readLevels(db, companyId);
  return {
    ...{ isActive: true, version, acceptedBy, acceptedAt },
    licences: levels.reduce((sum, { active }) => sum + active, 0),
    levelsInUse: levels.map(({ id, name, users }) => ({ id, name, users })),
    billing: toBilling(billing),
  };
}

/** The outer join's columns are null all together, but for the contract's end. */
function toBilling(
  row: Omit<v.InferOutput<typeof AcceptedRow>, 'acceptedBy' | 'acceptedAt'>,
): Extract<Taskfire, { isActive: true }>['billing'] {
  const { contractId, contractName, serviceId, serviceName, expiresOn } = row;
  if (contractId === null || contractName === null || serviceId === null || serviceName === null) return null;
  return { contractId, contractName, serviceId, serviceName, expiresOn };
}

function readLevels(db: Database, companyId: number): Promise<v.InferOutput<typeof LevelRow>[]> {
  return db.rows(
    LevelRow,
    `SELECT l.id, l.name, count(*) AS users, sum(u.isClientPortalActive) AS active
     FROM portal_users u JOIN contacts c ON c.id = u.contactID JOIN security_levels l ON l.id = u.securityLevel
     WHERE c.companyID = ? AND l.kind = 'taskfire' GROUP BY l.id ORDER BY l.id`,
    [companyId],
  );
}

const MovedRow = v.object({
  contactId: MovedUserSchema.entries.contactId,
  firstName: v.string(),
  lastName: v.string(),
  from: MovedUserSchema.entries.from,
});

/** T3: who has a level that is to be moved. */
export async function readMoved(
  db: Database,
  companyId: number,
  moves: readonly LevelMove[],
): Promise<MovedUser[]> {
  const rows = await db.rows(
    MovedRow,
    `SELECT c.id AS contactId, c.firstName, c.lastName, u.securityLevel AS "from"
     FROM portal_users u JOIN contacts c ON c.id = u.contactID WHERE c.companyID = ? ORDER BY c.id`,
    [companyId],
  );
  return rows.flatMap(({ contactId, from, ...name }) => {
    const move = moves.find((one) => one.from === from);
    return move === undefined ? [] : [{ contactId, contactName: sortName(name), from, to: move.to }];
  });
}

const ContractRow = v.object({
  id: IdSchema,
  name: v.string(),
  expiresOn: v.nullable(v.string()),
  serviceId: IdSchema,
  serviceName: v.string(),
});

/** T2 */
export async function readContracts(db: Database, companyId: number): Promise<BillingContract[]> {
  const rows = await db.rows(
    ContractRow,
    `SELECT k.id, k.name, k.expiresOn, s.id AS serviceId, s.name AS serviceName
     FROM contracts k JOIN contract_services s ON s.contractID = k.id WHERE k.companyID = ? ORDER BY k.id, s.id`,
    [companyId],
  );
  const contracts = new Map<number, BillingContract>();
  for (const { serviceId, serviceName, ...contract } of rows) {
    const known = contracts.get(contract.id) ?? { ...contract, services: [] };
    known.services.push({ id: serviceId, name: serviceName });
    contracts.set(contract.id, known);
  }
  return [...contracts.values()];
}

/** The version that was accepted, or that is to be. */
export async function agreementVersion(db: Database, companyId: number): Promise<string> {
  const sql = 'SELECT agreementVersion AS version FROM taskfire WHERE companyID = ?';
  return (await db.row(v.object({ version: v.string() }), sql, [companyId]))?.version ?? CURRENT_AGREEMENT;
}

/** Without a row the settings are the defaults, and by default the portal is on (S1). */
export async function isPortalEnabled(db: Database, companyId: number): Promise<boolean> {
  const row = await db.row(
    v.object({ isEnabled: flag }),
    `SELECT json_extract(settings, '$.portalEnabled') AS isEnabled FROM portal_settings WHERE companyID = ?`,
    [companyId],
  );
  return row?.isEnabled ?? true;
}
