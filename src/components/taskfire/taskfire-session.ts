import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  toPortalError,
  type PortalAdmin,
  type PortalChange,
  type PortalError,
} from '../../contract/index.js';
import type {
  AgreementAcceptance,
  BillingChoice,
  LevelMove,
  MovedUser,
  Taskfire,
  TaskfireDisabled,
} from '../../model/index.js';
import { LoadTask } from '../shared/index.js';
import { loadTaskfire, type TaskfireView } from './taskfire-view.js';
import { changesMeanwhile } from './taskfire-words.js';

/** What can be done to Taskfire of a company. */
export type TaskfireAction = 'enable' | 'disable' | 'bill';

/** After these nobody knows whether the write was done; what is there now tells. */
const LOST: readonly string[] = ['offline', 'worker-restarted', 'unknown'];

/** Changes of users that come together are counted once. */
const COUNT_AFTER_MS = 500;

interface Wanted {
  readonly act: (admin: PortalAdmin, companyId: number, version: string) => Promise<Taskfire>;
  /** True where it is as wanted. */
  readonly isDone: (now: Taskfire) => boolean;
}

/** Reads Taskfire of the company that is shown, keeps it up to date, and does one change at a time to it. */
export class TaskfireSession implements ReactiveController {
  readonly loading: LoadTask<TaskfireView>;
  /** What could not be done, and why. */
  failure: { readonly of: TaskfireAction; readonly error: PortalError } | undefined;
  #admin: PortalAdmin | undefined;
  #companyId: number | undefined;
  #stop: (() => void) | undefined;
  /** By company: one is not kept from anything by what is still being written for another. */
  readonly #writing = new Map<number, TaskfireAction>();
  #counting: ReturnType<typeof setTimeout> | undefined;
  /** What somebody saw when they began. */
  readonly #begun = new Map<TaskfireAction, Taskfire>();

  constructor(private readonly host: ReactiveControllerHost) {
    this.loading = new LoadTask(host);
    host.addController(this);
  }

  /** What is being written for the company that is shown. */
  get busy(): TaskfireAction | undefined {
    return this.#companyId === undefined ? undefined : this.#writing.get(this.#companyId);
  }

  /** Back in the page it reads again what it did not hear of meanwhile. */
  hostConnected(): void {
    this.#listen();
    void this.reload();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    clearTimeout(this.#counting);
    this.#counting = undefined;
  }

  /** Starts over for another company; with another connection only what is there is read again. */
  show(admin: PortalAdmin | undefined, companyId: number | undefined): void {
    if (companyId !== this.#companyId) {
      this.loading.reset();
      this.#begun.clear();
      this.failure = undefined;
    }
    this.#admin = admin;
    this.#companyId = companyId;
    this.#listen();
    void this.reload();
  }

  async reload(): Promise<void> {
    const [admin, companyId] = [this.#admin, this.#companyId];
    if (admin === undefined || companyId === undefined) return;
    await this.loading.run((signal) => loadTaskfire(admin, companyId, signal));
  }

  /** Somebody begins with what they see now, or goes on with what they saw; from here on it is told what others change. */
  begin(action: TaskfireAction, seen = this.loading.value?.taskfire): void {
    if (seen !== undefined && !this.#begun.has(action)) this.#begun.set(action, seen);
    if (this.failure?.of === action) this.failure = undefined;
  }

  end(action: TaskfireAction): void {
    this.#begun.delete(action);
    if (this.failure?.of === action) this.failure = undefined;
    this.host.requestUpdate();
  }

  /** What somebody saw when they began. */
  seenBy(action: TaskfireAction): Taskfire | undefined {
    return this.#begun.get(action);
  }

  /** What others have changed since somebody began. */
  meanwhile(action: TaskfireAction): string[] {
    const [before, now] = [this.#begun.get(action), this.loading.value?.taskfire];
    return before === undefined || now === undefined ? [] : changesMeanwhile(before, now);
  }

  errorOf(action: TaskfireAction): PortalError | undefined {
    return this.failure?.of === action ? this.failure.error : undefined;
  }

  /** T1. Resolves to true where it is enabled now. */
  enable(acceptance: AgreementAcceptance): Promise<boolean> {
    return this.#write('enable', {
      act: (admin, companyId, version) => admin.enableTaskfire(companyId, acceptance, version),
      isDone: (now) => now.isActive,
    });
  }

  /** T3. Resolves to who was moved, or undefined where it could not be disabled. Of a lost answer nobody is known. */
  async disable(moves: LevelMove[]): Promise<readonly MovedUser[] | undefined> {
    let answer: TaskfireDisabled | undefined;
    const isDone = await this.#write('disable', {
      act: async (admin, companyId, version) => {
        answer = await admin.disableTaskfire(companyId, moves, version);
        return answer.taskfire;
      },
      isDone: (now) => !now.isActive,
    });
    return isDone ? (answer?.moved ?? []) : undefined;
  }

  /** T2 */
  bill(choice: BillingChoice): Promise<boolean> {
    return this.#write('bill', {
      act: (admin, companyId, version) => admin.setTaskfireBilling(companyId, choice, version),
      isDone: (now) =>
        now.isActive &&
        now.billing?.contractId === choice?.contractId &&
        now.billing?.serviceId === choice?.serviceId,
    });
  }

  async #write(action: TaskfireAction, { act, isDone }: Wanted): Promise<boolean> {
    const [admin, companyId, taskfire] = [this.#admin, this.#companyId, this.loading.value?.taskfire];
    if (admin === undefined || companyId === undefined || taskfire === undefined) return false;
    if (this.busy !== undefined) return false;
    this.#writing.set(companyId, action);
    this.#enter(undefined);
    let [written, error]: [Taskfire | undefined, PortalError | undefined] = [undefined, undefined];
    try {
      written = await act(admin, companyId, taskfire.version);
    } catch (thrown) {
      error = toPortalError(thrown);
    }
    if (companyId === this.#companyId) await this.reload();
    this.#writing.delete(companyId);
    // Another company is shown by now, which neither the answer nor the refusal is about.
    if (companyId !== this.#companyId) return error === undefined;
    if (written !== undefined && this.loading.state !== 'ready') this.#take(written, companyId);
    const now = this.loading.value?.taskfire;
    const isLost = error !== undefined && LOST.includes(error.data.code);
    if (isLost && this.loading.state === 'ready' && now !== undefined && isDone(now)) error = undefined;
    this.#enter(error === undefined ? undefined : { of: action, error });
    if (error === undefined) this.#begun.clear();
    return error === undefined;
  }

  /** Where it could not be read again, what was answered is known. */
  #take(taskfire: Taskfire, companyId: number): void {
    const { value } = this.loading;
    if (value?.companyId !== companyId) return;
    this.loading.value = { ...value, taskfire, isActive: taskfire.isActive };
  }

  #enter(failure: TaskfireSession['failure']): void {
    this.failure = failure;
    this.host.requestUpdate();
  }

  #listen(): void {
    this.#stop?.();
    this.#stop = this.#admin?.subscribe((change) => this.#onChange(change));
  }

  #onChange(change: PortalChange): void {
    const isOfCompany = 'companyId' in change && change.companyId === this.#companyId;
    if (isOfCompany && change.kind === 'portal-user') this.#countSoon();
    const isConcerned =
      change.kind === 'connection' || (isOfCompany && ['taskfire', 'settings'].includes(change.kind));
    if (isConcerned && this.busy === undefined) void this.reload();
  }

  /** T4: users with other levels are other licences. A job changes many users in a row, which are counted together. */
  #countSoon(): void {
    this.#counting ??= setTimeout(() => {
      this.#counting = undefined;
      void this.#count();
    }, COUNT_AFTER_MS);
  }

  async #count(): Promise<void> {
    const [admin, view] = [this.#admin, this.loading.value];
    // What loads already counts them, and so does what is written.
    if (admin === undefined || view?.taskfire?.isActive !== true || this.busy !== undefined) return;
    if (this.loading.state === 'loading') {
      this.#countSoon();
      return;
    }
    await this.loading.run(async (signal) => {
      const taskfire = await admin.taskfire(view.companyId, { signal });
      return { ...view, taskfire, isActive: taskfire.isActive };
    });
  }
}
