import type { PlannedStep } from './bulk-plan.js';
import type { LevelChoice } from './level-rules.js';
import type { PortalUserChange } from './portal-user-draft.js';
import type { UserNamePattern } from './user-name-pattern.js';

/** Values of the pick lists of `PortalUserOptions`. */
export type Formats = Pick<PortalUserChange, 'dateFormat' | 'timeFormat' | 'numberFormat'>;

/** What is to be done with all chosen contacts. */
export type BulkRequest =
  | {
      readonly action: 'activate';
      readonly userName: UserNamePattern;
      readonly level: LevelChoice;
      readonly formats: Required<Formats>;
      /** Without an address nobody can reset a password. */
      readonly needsEmail: boolean;
      /** Whether a login that was deactivated gets level and formats of the rules, or keeps its own. Its name it keeps. */
      readonly renewsInactive: boolean;
    }
  | { readonly action: 'deactivate' }
  | { readonly action: 'change-level'; readonly level: LevelChoice }
  | { readonly action: 'change-formats'; readonly formats: Formats };
export type BulkAction = BulkRequest['action'];

/** What a file says about a contact's account. It goes before patterns and rules; an absent key says nothing. */
export type GivenValues = Omit<PortalUserChange, 'isActive'>;

/** Why a contact gets nothing, and the value that it is about. */
export type Refusal = Pick<Extract<PlannedStep, { action: 'refused' }>, 'reason' | 'value'>;

/** A chosen contact. */
export interface BulkTarget {
  readonly contactId: number;
  readonly given?: GivenValues;
  /** What is known to speak against it already, for example that the file contradicts itself. */
  readonly objection?: Refusal;
}
