import { PortalError, withMethods, type PortalAdmin, type PortalJobs } from '../../contract/index.js';
import type { PortalUserDraft } from '../../model/index.js';
import { PortalEvent } from './portal-event.js';

/** What an administration writes, by method: the arguments as they will be sent. */
interface AdminWrites {
  saveSettings: Parameters<PortalAdmin['saveSettings']>;
  saveGlobalSettings: Parameters<PortalAdmin['saveGlobalSettings']>;
  createContact: Parameters<PortalAdmin['createContact']>;
  /** Without the initial password: whoever hears the event, a logger of the page perhaps, must not come by it. */
  createPortalUser: [companyId: number, draft: Omit<PortalUserDraft, 'password'>];
  changePortalUser: Parameters<PortalAdmin['changePortalUser']>;
  enableTaskfire: Parameters<PortalAdmin['enableTaskfire']>;
  disableTaskfire: Parameters<PortalAdmin['disableTaskfire']>;
  setTaskfireBilling: Parameters<PortalAdmin['setTaskfireBilling']>;
  setLogo: Parameters<PortalAdmin['setLogo']>;
  removeLogo: Parameters<PortalAdmin['removeLogo']>;
}

/** What is done to jobs. `takePasswords` counts: what was taken is there no more. */
type JobWrite = Exclude<keyof PortalJobs, 'list' | 'steps' | 'subscribe'>;
type JobWrites = { [Method in JobWrite]: Parameters<PortalJobs[Method]> };

type Writes = AdminWrites & JobWrites;

/** The methods of `PortalAdmin` and `PortalJobs` that are asked about before they are called. */
export type WriteMethod = keyof Writes;

/** What an element is about to write. It is what will be sent, so it must not be changed. */
export type PortalWrite = {
  [Method in WriteMethod]: {
    readonly method: Method;
    readonly args: Readonly<Writes[Method]>;
    /** Undefined for what belongs to no single company: the global settings. */
    readonly companyId: number | undefined;
  };
}[WriteMethod];

/**
 * An element is about to write. Whoever embeds it refuses by `refuse(reason)`, or by `preventDefault()` without a reason; then nothing
 * is written, the element says so, and what was entered stays.
 */
export class PortalBeforeWriteEvent extends PortalEvent<PortalWrite> {
  #refusal: { readonly reason: string | undefined } | undefined;

  constructor(write: PortalWrite) {
    super('portal-before-write', write, { cancelable: true });
  }

  /** @param reason why, in words for the admin and in their language. */
  refuse(reason: string): void {
    this.preventDefault();
    this.#refusal = { reason };
  }

  /** Counts only in the JavaScript world that made the event: the page around the extension cannot refuse by it. */
  override preventDefault(): void {
    super.preventDefault();
    this.#refusal ??= { reason: undefined };
  }

  /** Why it was refused; undefined where it was not. */
  get refusal(): { readonly reason: string | undefined } | undefined {
    return this.#refusal;
  }
}

const admins = new WeakMap<EventTarget, WeakMap<PortalAdmin, PortalAdmin>>();

/** The administration as an element writes through it: the same one each time, which asks before each write. */
export function askingAdmin(element: EventTarget, admin: PortalAdmin): PortalAdmin {
  const known = admins.get(element) ?? new WeakMap<PortalAdmin, PortalAdmin>();
  admins.set(element, known);
  const asking = known.get(admin) ?? wrapped(element, admin);
  known.set(admin, asking);
  return asking;
}

/** The same for jobs; `companyId` is whose job it is. */
export function askingJobs(
  element: EventTarget,
  jobs: PortalJobs,
  companyId: number,
): Pick<PortalJobs, JobWrite> {
  const ask = <Method extends JobWrite, Answer>(
    method: Method,
    args: JobWrites[Method],
    write: () => Promise<Answer>,
  ): Promise<Answer> => asked(element, { method, args, companyId } as PortalWrite, write);
  return {
    start: (...args) => ask('start', args, () => jobs.start(...args)),
    pause: (...args) => ask('pause', args, () => jobs.pause(...args)),
    resume: (...args) => ask('resume', args, () => jobs.resume(...args)),
    cancel: (...args) => ask('cancel', args, () => jobs.cancel(...args)),
    retry: (...args) => ask('retry', args, () => jobs.retry(...args)),
    undo: (...args) => ask('undo', args, () => jobs.undo(...args)),
    forget: (...args) => ask('forget', args, () => jobs.forget(...args)),
    takePasswords: (...args) => ask('takePasswords', args, () => jobs.takePasswords(...args)),
  };
}

function wrapped(element: EventTarget, admin: PortalAdmin): PortalAdmin {
  const ask = <Method extends keyof AdminWrites, Answer>(
    method: Method,
    args: AdminWrites[Method],
    write: () => Promise<Answer>,
  ): Promise<Answer> => {
    const [first] = args;
    const companyId = typeof first === 'number' ? first : undefined;
    return asked(element, { method, args, companyId } as PortalWrite, write);
  };
  return withMethods(admin, {
    saveSettings: (...args) => ask('saveSettings', args, () => admin.saveSettings(...args)),
    saveGlobalSettings: (...args) => ask('saveGlobalSettings', args, () => admin.saveGlobalSettings(...args)),
    createContact: (...args) => ask('createContact', args, () => admin.createContact(...args)),
    createPortalUser: (...args) => {
      const [companyId, draft] = args;
      return ask('createPortalUser', [companyId, withoutPassword(draft)], () =>
        admin.createPortalUser(...args),
      );
    },
    changePortalUser: (...args) => ask('changePortalUser', args, () => admin.changePortalUser(...args)),
    enableTaskfire: (...args) => ask('enableTaskfire', args, () => admin.enableTaskfire(...args)),
    disableTaskfire: (...args) => ask('disableTaskfire', args, () => admin.disableTaskfire(...args)),
    setTaskfireBilling: (...args) => ask('setTaskfireBilling', args, () => admin.setTaskfireBilling(...args)),
    setLogo: (...args) => ask('setLogo', args, () => admin.setLogo(...args)),
    removeLogo: (...args) => ask('removeLogo', args, () => admin.removeLogo(...args)),
  });
}

function withoutPassword(draft: PortalUserDraft): Omit<PortalUserDraft, 'password'> {
  const shown: Partial<PortalUserDraft> & Omit<PortalUserDraft, 'password'> = { ...draft };
  delete shown.password;
  return shown;
}

/** Writes, unless somebody refuses. Rejects with `forbidden`, reason `refused-by-app`, and their words then. */
async function asked<Answer>(
  element: EventTarget,
  write: PortalWrite,
  go: () => Promise<Answer>,
): Promise<Answer> {
  const event = new PortalBeforeWriteEvent(write);
  element.dispatchEvent(event);
  if (event.refusal === undefined) return go();
  const { reason } = event.refusal;
  throw new PortalError({
    ...{ code: 'forbidden', reason: 'refused-by-app' },
    ...(reason === undefined ? {} : { detail: reason }),
  });
}

declare global {
  interface HTMLElementEventMap {
    /** Something is about to be written. Cancelable: `refuse(reason)` or `preventDefault()` keeps it from being written. */
    'portal-before-write': PortalBeforeWriteEvent;
  }
}
