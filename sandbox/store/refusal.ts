/** Why the store refuses a write. Each interface words it in its own way. */
export type RefusalCode =
  | 'company-unknown'
  | 'parent-invalid'
  | 'company-type-locked-by-taskfire'
  | 'contact-unknown'
  | 'contact-invalid'
  | 'contact-has-taskfire-user'
  | 'country-unknown'
  | 'portal-user-unknown'
  | 'portal-user-exists'
  | 'user-name-taken'
  | 'user-name-invalid'
  | 'password-invalid'
  | 'level-unknown'
  | 'level-needs-taskfire';

/** A write that breaks a rule; nothing was changed. */
export class Refusal extends Error {
  constructor(readonly code: RefusalCode) {
    super(code);
    this.name = 'Refusal';
  }
}
