import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PortalAdmin } from '../../contract/index.js';

/** `unknown` = not asked, or the backend gave no answer; the backend checks again when it saves. */
export type UserNameState = 'unknown' | 'checking' | 'free' | 'taken';

/** How long typing must pause before the backend is asked. */
const PAUSE_MS = 300;

/** Asks whether a user name is free while it is being typed: once per pause, and late answers are ignored. */
export class UserNameCheck implements ReactiveController {
  state: UserNameState = 'unknown';
  #running: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  reset(): void {
    this.#running?.abort();
    this.#enter('unknown');
  }

  /** Resolves when the state is settled or another check took over; it never rejects. */
  async check(admin: PortalAdmin, userName: string, exceptPortalUserId: number | null): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const { signal } = running;
    this.#enter('checking');
    const state = await answer(admin, userName, exceptPortalUserId, signal);
    if (!signal.aborted) this.#enter(state);
  }

  #enter(state: UserNameState): void {
    this.state = state;
    this.host.requestUpdate();
  }
}

async function answer(
  admin: PortalAdmin,
  userName: string,
  exceptPortalUserId: number | null,
  signal: AbortSignal,
): Promise<UserNameState> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  try {
    signal.throwIfAborted();
    const taken = await admin.takenUserNames([userName], exceptPortalUserId, { signal });
    return taken.length === 0 ? 'free' : 'taken';
  } catch {
    return 'unknown';
  }
}
