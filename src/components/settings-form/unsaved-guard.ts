import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Makes the browser ask before a page with unsaved changes is left. It listens only while there are some: such a
 * listener keeps a page out of the back/forward cache.
 */
export class UnsavedGuard implements ReactiveController {
  #isListening = false;

  constructor(
    host: ReactiveControllerHost,
    private readonly isDirty: () => boolean,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    this.#listen(this.isDirty());
  }

  hostDisconnected(): void {
    this.#listen(false);
  }

  #listen(shouldListen: boolean): void {
    if (shouldListen === this.#isListening) return;
    this.#isListening = shouldListen;
    if (shouldListen) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
  }
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
