import { defaultSettings, FollowersSchema, regionsWithZone, type Followers } from '../../src/model/index.js';
import type { Database } from './database.js';

/** A company without a row of settings has the defaults; `?` are their values. */
const statement = `SELECT count(*) AS companies,
    coalesce(sum(coalesce(s.settings ->> 'twoFactor', ?) = 'global'), 0) AS twoFactor,
    coalesce(sum(coalesce(s.settings ->> '$.quickTicket.mode', ?) = 'global' AND t.companyID IS NULL), 0)
      AS quickTicket,
    coalesce(sum(s.settings ->> 'timeZone' IS NULL AND NOT EXISTS (
      SELECT 1 FROM json_each(?) r WHERE r.value = upper(k.code || '-' || c.state)
    )), 0) AS timeZone,
    coalesce(sum(NOT EXISTS (SELECT 1 FROM logos l WHERE l.companyID = c.id AND l.slot = 'login')), 0) AS loginLogo,
    coalesce(sum(NOT EXISTS (SELECT 1 FROM logos l WHERE l.companyID = c.id AND l.slot = 'header')), 0) AS headerLogo
  FROM companies c
  LEFT JOIN countries k ON k.id = c.countryID
  LEFT JOIN portal_settings s ON s.companyID = c.id
  LEFT JOIN taskfire t ON t.companyID = c.id
  WHERE c.isActive = 1 AND c.companyType = 1`;

/** D1: how many active customers follow each global value; the same as the model's count, done where the rows are. */
export async function countFollowers(db: Database): Promise<Followers> {
  const followers = await db.row(FollowersSchema, statement, [
    defaultSettings.twoFactor,
    defaultSettings.quickTicket.mode,
    JSON.stringify(regionsWithZone),
  ]);
  if (followers === null) throw new Error('a count without a row');
  return followers;
}
