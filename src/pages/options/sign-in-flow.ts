import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Connections, ConnectionSummary, SignInResult } from '../../channel/index.js';
import { toPortalError, type PortalError } from '../../contract/index.js';
import type { PageBrowser } from './page-browser.js';

/** How a sign-in ended. `declined`: the browser was not allowed into the service's address. */
export type SignInEnd =
  | SignInResult
  | { readonly result: 'declined' | 'closed' | 'cancelled' }
  | { readonly result: 'not-opened'; readonly detail: string }
  | { readonly result: 'failed'; readonly error: PortalError };

/** The sign-in that is under way. */
export interface SignInProgress {
  readonly connectionId: string;
  /** `away`: the person is at the service. */
  readonly phase: 'opening' | 'away' | 'finishing';
}

/**
 * Signs in to a connection's portal service: asks the worker where, opens that, and brings the answer back. One at a time.
 * The worker may end while the person is away; whatever it has to remember is not in its memory.
 */
export class SignInFlow implements ReactiveController {
  progress: SignInProgress | undefined;
  #waiting: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  /** Nobody waits any longer; the window that was opened can be closed, and what it says is ignored. */
  cancel(): void {
    this.#waiting?.abort();
  }

  /** Must be called directly in the handler of a click, because it may ask for access. Never rejects. */
  async run(
    { id, portalService }: ConnectionSummary,
    connections: Connections,
    browser: PageBrowser,
  ): Promise<SignInEnd> {
    if (portalService === null || this.#waiting !== undefined) return { result: 'cancelled' };
    const waiting = new AbortController();
    this.#waiting = waiting;
    const access = browser.requestAccess([new URL(portalService.url).origin]);
    const cancelled = new Promise<SignInEnd>((resolve) => {
      waiting.signal.addEventListener('abort', () => resolve({ result: 'cancelled' }));
    });
    const visit = this.#visit(
      id,
      browser.redirectUri(portalService.url),
      access,
      connections,
      browser,
      waiting.signal,
    );
    try {
      return await Promise.race([visit, cancelled]);
    } catch (thrown) {
      return { result: 'failed', error: toPortalError(thrown) };
    } finally {
      waiting.abort();
      this.#waiting = undefined;
      this.#enter(undefined);
    }
  }

  async #visit(
    connectionId: string,
    redirectUri: string,
    access: Promise<readonly string[]>,
    connections: Connections,
    browser: PageBrowser,
    signal: AbortSignal,
  ): Promise<SignInEnd> {
    this.#enter({ connectionId, phase: 'opening' });
    if ((await access).length > 0) return { result: 'declined' };
    const url = await connections.beginSignIn(connectionId, redirectUri);
    signal.throwIfAborted();
    this.#enter({ connectionId, phase: 'away' });
    const back = await browser.openSignIn({ url, redirectUri, signal });
    signal.throwIfAborted();
    if (back.outcome === 'closed') return { result: 'closed' };
    if (back.outcome === 'not-opened') return { result: 'not-opened', detail: back.detail };
    this.#enter({ connectionId, phase: 'finishing' });
    return connections.finishSignIn(connectionId, back.url);
  }

  #enter(progress: SignInProgress | undefined): void {
    this.progress = progress;
    this.host.requestUpdate();
  }
}
