import { msg, str } from '@lit/localize';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Counts the seconds down to a moment and renders its host with each of them. */
export class Countdown implements ReactiveController {
  #until = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly onOver: () => void,
  ) {
    host.addController(this);
  }

  /** Whole seconds that are left; 0 = over, or never begun. */
  get seconds(): number {
    return Math.max(0, Math.ceil((this.#until - Date.now()) / 1000));
  }

  /** An instant such as `2026-11-24T14:07:00Z`; null = there is nothing to wait for. */
  countTo(instant: string | null): void {
    this.#until = instant === null ? 0 : Date.parse(instant);
    this.#stop();
    if (this.seconds > 0) this.#timer = setInterval(() => this.#tick(), 1000);
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #tick(): void {
    this.host.requestUpdate();
    if (this.seconds > 0) return;
    this.#stop();
    this.onOver();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** Why to wait, and how long; '' where nobody has to. */
export function nextTryWords(seconds: number): string {
  if (seconds <= 0) return '';
  if (seconds === 1) return msg('The next try is possible in 1 second.');
  return seconds < 120
    ? msg(str`The next try is possible in ${seconds} seconds.`)
    : msg(str`The next try is possible in ${Math.ceil(seconds / 60)} minutes.`);
}
