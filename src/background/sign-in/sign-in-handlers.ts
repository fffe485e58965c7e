import type { Handlers } from '../../channel/index.js';
import type { SignIn } from './sign-in.js';

/**
 * What the worker does for the messages about signing in. They come from the options page, which does the waiting:
 *
 * 1. `begin-sign-in` with the `redirectUri` that this browser can watch: `identity.getRedirectURL('sign-in')`, or where
 *    `identity.launchWebAuthFlow` is missing `signedInPage(url)` of the service (channel/connection).
 * 2. The page shows `authorizationUrl`: `identity.launchWebAuthFlow({ url, interactive: true })`, or a tab whose address
 *    it watches until it begins with the `redirectUri`; then it closes the tab.
 * 3. `finish-sign-in` with the whole address that came back. Closing the window is no answer: nothing has to be sent.
 *
 * A worker that ends in between has everything in the browser's memory.
 */
export function signInHandlers(
  signIn: Pick<SignIn, 'begin' | 'finish' | 'signOut'>,
): Pick<Handlers, 'begin-sign-in' | 'finish-sign-in' | 'sign-out'> {
  return {
    'begin-sign-in': ({ connectionId, redirectUri }) => signIn.begin(connectionId, redirectUri),
    'finish-sign-in': ({ connectionId, redirectUrl }) => signIn.finish(connectionId, redirectUrl),
    'sign-out': ({ connectionId }) => signIn.signOut(connectionId),
  };
}
