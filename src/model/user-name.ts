/** Vendor help, Client Portal tab: letters, digits, these signs and the period; e-mail addresses are filled in, so `@` too. */
const allowed = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.@]+$/;

/** Vendor REST help, ClientPortalUsers.userName: string(200). */
export const USER_NAME_MAX_LENGTH = 200;

export type UserNameProblem = 'user-name-missing' | 'user-name-too-long' | 'user-name-characters';

/** What is wrong with a portal user name, or undefined. Uniqueness is the backend's to check. */
export function userNameProblem(userName: string): UserNameProblem | undefined {
  if (userName === '') return 'user-name-missing';
  if (userName.length > USER_NAME_MAX_LENGTH) return 'user-name-too-long';
  return allowed.test(userName) ? undefined : 'user-name-characters';
}

/** The user name that the PSA itself would fill in: the e-mail address, so that it is unique (vendor help). Empty without one. */
export function suggestedUserName(email: string | null): string {
  const candidate = email?.trim() ?? '';
  return userNameProblem(candidate) === undefined ? candidate : '';
}

/** User names are compared without case: two that differ only so would confuse at sign-in. */
export function isSameUserName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Those of the user names that are among others, without regard to case. */
export function namesAmong(userNames: readonly string[], others: Iterable<string>): string[] {
  const known = new Set(Array.from(others, (name) => name.toLowerCase()));
  return userNames.filter((name) => known.has(name.toLowerCase()));
}
