/** Vendor REST help, ClientPortalUsers.password: printable characters without single quote and space, 5 to 50 of them. */
const allowed = /^[\x21-\x26\x28-\x7e]+$/;
export const PASSWORD_MIN_LENGTH = 5;
export const PASSWORD_MAX_LENGTH = 50;

/** Without look-alikes (l, I, 1, O, 0): people read initial passwords from a screen or a sheet. */
const classes = ['abcdefghijkmnopqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '!#%+=?@-_'] as const;
const GENERATED_LENGTH = 16;

export type PasswordProblem = 'password-missing' | 'password-length' | 'password-characters';

/** What is wrong with an initial password, or undefined. */
export function passwordProblem(password: string): PasswordProblem | undefined {
  if (password === '') return 'password-missing';
  if (password.length < PASSWORD_MIN_LENGTH || password.length > PASSWORD_MAX_LENGTH)
    return 'password-length';
  return allowed.test(password) ? undefined : 'password-characters';
}

/** A whole number from 0 to below `limit`, evenly spread. */
export type RandomBelow = (limit: number) => number;

/** Even randomness from the platform's generator: values of the last, incomplete span are thrown away. */
export const secureRandomBelow: RandomBelow = (limit) => {
  const span = 2 ** 32 - (2 ** 32 % limit);
  const word = new Uint32Array(1);
  for (;;) {
    const [value = 0] = crypto.getRandomValues(word);
    if (value < span) return value % limit;
  }
};

/**
 * An initial password of 16 characters with at least one of each class; the PSA's own policy is not documented, so mixed.
 * It begins with a letter: a spreadsheet that gets a list of them would take `=` or `+` for a formula.
 */
export function generatePassword(randomBelow: RandomBelow = secureRandomBelow): string {
  const all = classes.join('');
  const pick = (from: string): string => from.charAt(randomBelow(from.length));
  const first = pick(classes[0] + classes[1]);
  const rest = Array.from({ length: GENERATED_LENGTH - 1 - classes.length }, () => pick(all));
  return first + shuffle([...classes.map(pick), ...rest], randomBelow).join('');
}

function shuffle(characters: string[], randomBelow: RandomBelow): string[] {
  const left = [...characters];
  return characters.flatMap(() => left.splice(randomBelow(left.length), 1));
}
