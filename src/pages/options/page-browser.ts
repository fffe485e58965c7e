/** What came of an opened sign-in. `closed`: by the person, before they were through. */
export type SignInReturn =
  | { readonly outcome: 'returned'; readonly url: string }
  | { readonly outcome: 'closed' }
  | { readonly outcome: 'not-opened'; readonly detail: string };

export interface SignInWindow {
  readonly url: string;
  readonly redirectUri: string;
  /** Aborted when nobody waits any longer; what can be closed is closed then. */
  readonly signal: AbortSignal;
}

/** The browser's own API as far as the options page needs it; given to the elements, so that they run without an extension too. */
export interface PageBrowser {
  /**
   * Asks the user for access to these origins; the browser shows nothing where it has been given. Must be called directly in
   * the handler of a click or a key: browsers refuse it after anything asynchronous. Resolves to the origins that stay closed.
   */
  requestAccess(origins: readonly string[]): Promise<readonly string[]>;
  /** Where the portal service at this address shall send the person back to. */
  redirectUri(serviceUrl: string): string;
  openSignIn(signIn: SignInWindow): Promise<SignInReturn>;
}
