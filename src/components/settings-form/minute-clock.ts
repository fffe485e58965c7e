import type { ReactiveController, ReactiveControllerHost } from 'lit';

const MINUTE = 60_000;

/** Renders its host again when the minute changes, so that a time on the page stays true. */
export class MinuteClock implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setTimeout(
      () => {
        this.host.requestUpdate();
        this.hostConnected();
      },
      MINUTE - (Date.now() % MINUTE),
    );
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
