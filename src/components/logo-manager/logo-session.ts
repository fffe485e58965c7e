import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toPortalError, type PortalAdmin, type PortalError } from '../../contract/index.js';
import {
  isProviderCompany,
  logoProblems,
  recordOf,
  logoSlots,
  PROVIDER_COMPANY_ID,
  type CompanyLogos,
  type Logo,
  type LogoSlot,
} from '../../model/index.js';
import { KeptDrafts } from '../settings-form/index.js';
import { LoadTask } from '../shared/index.js';
import { chosenFile, type Candidate, type RefusedFile } from './logo-file.js';
import { loadLogoView, type LogoView } from './logo-view.js';

/** What is being done with a slot, or was done last. */
export type Deed = 'set' | 'remove' | 'undo';

/** Where one slot stands beside what is in force. */
export interface SlotState {
  /** The chosen file: shown, and saved when asked to. */
  readonly candidate?: Candidate | undefined;
  /** The file that was chosen last and is not taken. */
  readonly refused?: RefusedFile | undefined;
  readonly isReading?: boolean;
  readonly busy?: Deed | undefined;
  /** What was done last, and what had been there before; null was the provider's. */
  readonly done?: { readonly deed: Deed; readonly before: Logo | null } | undefined;
  readonly error?: PortalError | undefined;
  /** Somebody else changed the logos since they were read; what they are now is shown. */
  readonly isConflict?: boolean;
}

export interface LogoHost extends ReactiveControllerHost {
  logosChanged(slot: LogoSlot, deed: Deed, logos: CompanyLogos): void;
  fileChosen(slot: LogoSlot, file: Candidate | RefusedFile): void;
  failed(slot: LogoSlot): void;
  /** Files that had been chosen for the company that is shown again are there again. */
  filesReturned(): void;
}

type Slots = Readonly<Record<LogoSlot, SlotState>>;

/** After these nobody knows whether it was done. */
const uncertain: readonly string[] = ['offline', 'worker-restarted', 'unknown'];

/** The logos of one company while somebody looks at them and changes them. */
export class LogoSession implements ReactiveController {
  readonly loading: LoadTask<LogoView>;
  #slots: Slots = recordOf(logoSlots, () => ({}));
  readonly #kept = new KeptDrafts<Slots>();
  #admin: PortalAdmin | undefined;
  #companyId: number | undefined;
  #stop: (() => void) | undefined;

  constructor(private readonly host: LogoHost) {
    this.loading = new LoadTask(host);
    host.addController(this);
  }

  get isDirty(): boolean {
    return logoSlots.some((slot) => this.#slots[slot].candidate !== undefined);
  }

  /** True while a chosen file is unsaved, also of a company that is not shown at the moment. */
  get hasUnsaved(): boolean {
    return this.isDirty || !this.#kept.isEmpty;
  }

  /** True while one of the slots is being written: both have one version. */
  get isBusy(): boolean {
    return logoSlots.some((slot) => this.#slots[slot].busy !== undefined);
  }

  slot(slot: LogoSlot): SlotState {
    return this.#slots[slot];
  }

  hostConnected(): void {
    this.#subscribe();
    if (this.loading.state !== 'idle') void this.reload();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** Shows another company, or the same one through another connection. A chosen file waits for its company. */
  show(admin: PortalAdmin | undefined, companyId: number | undefined): void {
    if (companyId !== this.#companyId) {
      const kept = this.#kept.turn(this.#companyId, unfinished(this.#slots), companyId);
      this.loading.reset();
      this.#slots = kept ?? recordOf(logoSlots, () => ({}));
      if (this.isDirty) this.host.filesReturned();
    }
    [this.#admin, this.#companyId] = [admin, companyId];
    this.#subscribe();
    void this.reload();
  }

  /** Reads what is in force; chosen files stay. */
  async reload(): Promise<void> {
    const [admin, companyId] = [this.#admin, this.#companyId];
    if (admin === undefined || companyId === undefined) return;
    await this.loading.run((signal) => loadLogoView(admin, companyId, signal));
  }

  /** Looks at what was chosen, dropped or pasted for a slot. */
  async choose(slot: LogoSlot, files: readonly File[]): Promise<void> {
    const companyId = this.#companyId;
    if (this.#slots[slot].busy !== undefined) return;
    this.#put(companyId, slot, (state) => ({ ...state, isReading: true, refused: undefined }));
    const file = await chosenFile(files);
    // A file that is not taken does not drive out a good one that is being looked at.
    const taken =
      'problem' in file ? { refused: file } : { candidate: file, error: undefined, isConflict: false };
    this.#put(companyId, slot, (state) => ({ ...state, isReading: false, ...taken }));
    if (companyId === this.#companyId) this.host.fileChosen(slot, file);
  }

  /** Drops the chosen file, or what was said about it. */
  discard(slot: LogoSlot): void {
    this.#put(this.#companyId, slot, ({ done }) => ({ done }));
  }

  async save(slot: LogoSlot): Promise<void> {
    const logo = this.#slots[slot].candidate?.logo;
    if (logo !== undefined) await this.#write(slot, 'set', logo);
  }

  /** Back to the provider's. */
  async remove(slot: LogoSlot): Promise<void> {
    await this.#write(slot, 'remove', null);
  }

  /** Brings back what was there before the last change that was made here. */
  async undo(slot: LogoSlot): Promise<void> {
    const { done } = this.#slots[slot];
    if (done !== undefined) await this.#write(slot, 'undo', done.before);
  }

  async #write(slot: LogoSlot, deed: Deed, wanted: Logo | null): Promise<void> {
    const [admin, companyId] = [this.#admin, this.#companyId];
    const logos = this.loading.value?.logos;
    if (admin === undefined || companyId === undefined || logos === undefined || this.isBusy) return;
    const before = logos.own[slot];
    const state = this.#slots[slot];
    const clean = { refused: undefined, error: undefined, isConflict: false };
    this.#put(companyId, slot, () => ({ ...state, ...clean, busy: deed }));
    try {
      const after =
        wanted === null
          ? await admin.removeLogo(companyId, slot, logos.version)
          : await admin.setLogo(companyId, slot, { data: wanted.data }, logos.version);
      this.#finish(companyId, slot, deed, before, after);
    } catch (thrown) {
      await this.#fail({ companyId, slot, deed, before, wanted, state }, toPortalError(thrown));
    }
  }

  #finish(companyId: number, slot: LogoSlot, deed: Deed, before: Logo | null, logos: CompanyLogos): void {
    this.#put(companyId, slot, () => ({ done: { deed, before } }));
    if (companyId !== this.#companyId) return;
    if (this.loading.value !== undefined) this.loading.value = { ...this.loading.value, logos };
    this.host.logosChanged(slot, deed, logos);
  }

  /** What is in force by now tells whether a write without an answer was done, and what somebody else has done. */
  async #fail(
    tried: {
      readonly companyId: number;
      readonly slot: LogoSlot;
      readonly deed: Deed;
      readonly before: Logo | null;
      readonly wanted: Logo | null;
      readonly state: SlotState;
    },
    error: PortalError,
  ): Promise<void> {
    const { companyId, slot, deed, before, wanted, state } = tried;
    const codes = error.as('validation')?.problems.map(({ code }) => code) ?? [];
    const isConflict = codes.includes('changed-meanwhile');
    const isAsked = isConflict || uncertain.includes(error.data.code);
    if (isAsked && companyId === this.#companyId) await this.reload();
    if (companyId !== this.#companyId) {
      this.#put(companyId, slot, () => ({ ...state, busy: undefined, error }));
      return;
    }
    const { value } = this.loading;
    const now = this.loading.state === 'ready' ? value?.logos : undefined;
    const isDone = !isConflict && now !== undefined && now.own[slot]?.data === wanted?.data;
    if (isDone && before?.data !== wanted?.data) {
      this.#finish(companyId, slot, deed, before, now);
      return;
    }
    const problem = logoProblems.find((one) => codes.includes(one));
    const refused = problem && { name: state.candidate?.name ?? '', problem };
    const told = isConflict ? { isConflict } : { error };
    this.#put(companyId, slot, () =>
      refused !== undefined && !isConflict
        ? { done: state.done, refused }
        : { ...state, busy: undefined, refused: undefined, ...told },
    );
    this.host.failed(slot);
  }

  /** Where another company is shown by now, what waits for this one is changed. */
  #put(companyId: number | undefined, slot: LogoSlot, change: (state: SlotState) => SlotState): void {
    const changed = (slots: Slots): Slots => ({ ...slots, [slot]: change(slots[slot]) });
    if (companyId === this.#companyId) this.#slots = changed(this.#slots);
    else if (companyId !== undefined) this.#kept.change(companyId, (slots) => unfinished(changed(slots)));
    this.host.requestUpdate();
  }

  /** Our own writes tell of themselves too; then what they answered is newer than any reading. */
  #subscribe(): void {
    this.#stop?.();
    this.#stop = this.#admin?.subscribe((change) => {
      const isOurs =
        change.kind === 'logos' &&
        (change.companyId === this.#companyId || change.companyId === PROVIDER_COMPANY_ID);
      if ((isOurs && !this.isBusy) || change.kind === 'connection') void this.reload();
    });
  }
}

/** What waits for its company: chosen files, why they could not be saved, and what is still being done. */
function unfinished(slots: Slots): Slots | undefined {
  const hasAny = logoSlots.some((slot) => {
    const { candidate, busy, isReading } = slots[slot];
    return candidate !== undefined || busy !== undefined || isReading === true;
  });
  if (!hasAny) return undefined;
  return recordOf(logoSlots, (slot) => {
    const { candidate, busy, isReading = false, error } = slots[slot];
    return { candidate, busy, isReading, error };
  });
}

/** Where a company's logo comes from. */
export function originOf(
  logos: CompanyLogos,
  slot: LogoSlot,
  companyId: number,
): 'own' | 'provider' | 'vendor' {
  if (logos.own[slot] !== null) return 'own';
  return isProviderCompany(companyId) || logos.inherited[slot] === null ? 'vendor' : 'provider';
}
