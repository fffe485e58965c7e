import type { PortalErrorData } from '../../contract/index.js';
import { hasAlready, type PlannedAccount, type PlannedStep, type PortalUser } from '../../model/index.js';
import type { StepRecord } from '../database/index.js';

/** A step that gets lost so often is given up: it may be the very one that ends the worker each time. */
const MOST_LOST = 25;
/** An answer that nobody understands is not going to be a better one the fourth time. */
const MOST_UNKNOWN = 3;
/**
 * ms. A request may outlive the worker that sent it by a moment, so a create that isn't there yet is looked for again after
 * this before it is repeated. The PSA would refuse the second of two anyway: user names are unique.
 */
const IN_TRANSIT = 3000;

/** How an error ends a step, and what it means for the job. */
export interface StepEnd {
  readonly step: StepRecord;
  /** Nothing else would fare better now: the job waits. */
  readonly obstacle?: PortalErrorData;
}

/** A step that was carried out, or found to be. */
export function done(step: StepRecord, after: PortalUser, at: string): StepRecord {
  return { ...step, state: 'done', after, error: null, at };
}

/** What an error means for the step: that it failed, that nothing was done yet, or that nobody knows. */
export function afterError(step: StepRecord, error: PortalErrorData, at: string): StepEnd {
  switch (error.code) {
    case 'rate-limited':
      return { step: { ...step, ...afterLimit(step, error, at) }, obstacle: error };
    case 'auth':
    case 'locked':
    case 'permission-missing':
    case 'storage-full':
      return { step: { ...step, state: 'planned', at: null }, obstacle: error };
    case 'offline':
    case 'worker-restarted':
      return { step: { ...step, state: 'uncertain', error: null, at }, obstacle: error };
    case 'unknown':
      return { step: { ...step, state: 'uncertain', error, at } };
    default:
      // What refuses it may be the work of an earlier try whose answer was lost.
      return { step: { ...step, state: step.lost > 0 ? 'uncertain' : 'failed', error, at } };
  }
}

/**
 * Chromium sends a request again by itself when its connection broke, a create too, and we see only the second answer: what
 * was refused as one too many may have been done by the first. A change that is done again does nothing.
 */
function afterLimit(
  { planned }: StepRecord,
  error: PortalErrorData,
  at: string,
): Pick<StepRecord, 'state' | 'error' | 'at'> {
  return planned.action === 'create'
    ? { state: 'uncertain', error, at }
    : { state: 'planned', error: null, at: null };
}

/** What the account of its contact, as it is now, says about a step whose outcome wasn't known. */
export function lookedUp(step: StepRecord, found: PortalUser | undefined, now: Date): StepRecord {
  const at = now.toISOString();
  const { planned } = step;
  if (found !== undefined && isAsPlanned(planned, found)) return done(step, found, at);
  // Limits end no worker, however often they are met; that an earlier try may have done it holds all the same.
  const lost = isLimit(step.error) ? Math.max(step.lost, 1) : step.lost + 1;
  const failed = failureOf(planned, found, { ...step, lost });
  if (failed !== undefined) return { ...step, state: 'failed', error: failed, at, lost };
  const mayStillCome = planned.action === 'create' && now.getTime() - sentAt(step) < IN_TRANSIT;
  return mayStillCome ? step : { ...step, state: 'planned', error: null, at: null, lost };
}

/** ms until a step that may still be on its way is worth another look. */
export function looksAgainIn(step: StepRecord, now: Date): number {
  return Math.max(0, sentAt(step) + IN_TRANSIT - now.getTime());
}

function sentAt({ at }: StepRecord): number {
  return at === null ? 0 : Date.parse(at);
}

function isAsPlanned(planned: PlannedStep, now: PortalUser): boolean {
  if (planned.action === 'refused') return false;
  if (planned.action === 'create') return isSame(now, planned.account);
  return hasAlready(now, planned.change);
}

/** Another account than the planned one is somebody else's, whatever the user name. */
function isSame(now: PortalUser, account: PlannedAccount): boolean {
  return (
    now.contactId === account.contactId &&
    now.userName.toLowerCase() === account.userName.toLowerCase() &&
    now.isActive === account.isActive &&
    now.securityLevel === account.securityLevel &&
    now.dateFormat === account.dateFormat &&
    now.timeFormat === account.timeFormat &&
    now.numberFormat === account.numberFormat
  );
}

/** Why the step can't be repeated, or undefined where it can. */
function failureOf(
  planned: PlannedStep,
  found: PortalUser | undefined,
  { error, lost }: StepRecord,
): PortalErrorData | undefined {
  if (planned.action === 'create' && found !== undefined)
    return { code: 'validation', problems: [{ path: ['contactId'], code: 'contact-has-portal-user' }] };
  if (isLimit(error)) return undefined;
  if (error !== null && (error.code !== 'unknown' || lost >= MOST_UNKNOWN)) return error;
  return lost >= MOST_LOST ? { code: 'worker-restarted' } : undefined;
}

function isLimit(error: PortalErrorData | null): boolean {
  return error?.code === 'rate-limited';
}
