import type { MemoryCompany, MemoryData } from '../clients/index.js';

/** What is well formed but cannot be: two records with one id, a contact at another company, a level that there is not. */
export function clashes({ companies, portalUserOptions }: MemoryData): string[] {
  const levels = new Set(portalUserOptions.securityLevels.map(({ id }) => id));
  const rows = companies.flatMap((one, at) =>
    one.rows.map((row, place) => ({ ...row, where: `companies.${at}.rows.${place}` })),
  );
  const users = rows.flatMap(({ portalUser, contact, where }) =>
    portalUser === null ? [] : [{ ...portalUser, contact, where: `${where}.portalUser` }],
  );
  return [
    ...repeated(companies, ({ company }) => company.id, 'companies', 'company.id'),
    ...companies.flatMap(companyClashes),
    ...repeated(rows, ({ contact }) => contact.id, 'rows', 'contact.id'),
    ...repeated(users, ({ id }) => id, 'rows', 'portalUser.id'),
    ...repeated(users, ({ userName }) => userName.toLowerCase(), 'rows', 'portalUser.userName'),
    ...users.flatMap(({ contactId, contact, where }) =>
      contactId === contact.id ? [] : [`${where}.contactId: ${contactId} is not its contact, ${contact.id}`],
    ),
    ...users.flatMap(({ securityLevel, where }) =>
      levels.has(securityLevel)
        ? []
        : [`${where}.securityLevel: ${securityLevel} is none of portalUserOptions.securityLevels`],
    ),
  ];
}

function companyClashes({ company, taskfire, rows }: MemoryCompany, at: number): string[] {
  const strangers = rows.flatMap(({ contact }, place) =>
    contact.companyId === company.id
      ? []
      : [
          `companies.${at}.rows.${place}.contact.companyId: ${contact.companyId} is not its company, ${company.id}`,
        ],
  );
  const isTold = company.isTaskfireActive === taskfire.isActive;
  return isTold
    ? strangers
    : [`companies.${at}: company.isTaskfireActive and taskfire.isActive do not say the same`, ...strangers];
}

/** Each value that several have, once. */
function repeated<T>(
  all: readonly T[],
  valueOf: (one: T) => string | number,
  list: string,
  name: string,
): string[] {
  const seen = new Set<string | number>();
  const twice = new Set<string | number>();
  for (const one of all) {
    const value = valueOf(one);
    if (seen.has(value)) twice.add(value);
    seen.add(value);
  }
  return [...twice].map((value) => `${list}: ${name} ${value} occurs more than once`);
}
