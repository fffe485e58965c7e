import { msg, str } from '@lit/localize';
import type { PortalError } from '../../contract/index.js';
import { portalLocale } from '../../locales/localization.js';

/** An error in words: what happened, why, and what to do next. Each part is one or two sentences. */
export interface ErrorDescription {
  readonly what: string;
  readonly why: string;
  readonly next: string;
}

/** Words for each error of the contract. The backend's own words are not mixed in; show `error.data.detail` as a quotation. */
export function describeError(error: PortalError): ErrorDescription {
  const { data } = error;
  switch (data.code) {
    case 'auth':
      return describeAuth();
    case 'forbidden':
      return {
        what: msg('You are not allowed to do this.'),
        why: msg(
          'Your security level in the PSA lacks the permission “Configure client portal and Taskfire”.',
        ),
        next: msg('Ask a PSA administrator for the permission, then try again.'),
      };
    case 'not-found':
      return {
        what: msg('This was not found.'),
        why: msg('It was deleted, or this connection does not offer it.'),
        next: msg('Reload the page. If it stays away, check the connection in the extension’s options.'),
      };
    case 'validation':
      return {
        what: msg('The PSA did not accept some values.'),
        why: msg('The affected fields say why.'),
        next: msg('Correct them and save again. Everything you entered is still here.'),
      };
    case 'conflict':
      return {
        what: msg('Someone else saved in the meantime.'),
        why: msg('Nothing of yours was saved, so that nothing of theirs gets lost.'),
        next: msg('Choose which values shall stay, then save again.'),
      };
    case 'rate-limited':
      return describeRateLimit(data.retryAt);
    case 'offline':
      return {
        what: msg('There is no connection to the PSA.'),
        why: msg('The network is down, or the server does not answer.'),
        next: msg('Everything you entered is kept. Try again once the connection is back.'),
      };
    case 'worker-restarted':
      return {
        what: msg('The extension was interrupted.'),
        why: msg('The browser stopped its background process while it was working.'),
        next: msg('Try again. Everything you entered is still here.'),
      };
    case 'extension-updated':
      return {
        what: msg('The extension was updated.'),
        why: msg('This page still runs the previous version, which can no longer work.'),
        next: msg('Reload the page. Note down unsaved entries first.'),
      };
    case 'unknown':
      return {
        what: msg('Something went wrong.'),
        why: msg('The PSA gave an answer that was not expected.'),
        next: msg('Try again. If it happens again, tell your administrator what you did.'),
      };
  }
}

function describeAuth(): ErrorDescription {
  return {
    what: msg('Signing in to the PSA failed.'),
    why: msg('The stored access is missing, wrong, or has expired.'),
    next: msg('Check the connection in the extension’s options, then try again.'),
  };
}

function describeRateLimit(retryAt: string): ErrorDescription {
  const time = new Intl.DateTimeFormat(portalLocale(), { timeStyle: 'short' }).format(new Date(retryAt));
  return {
    what: msg('The PSA is answering no more requests for now.'),
    why: msg('Its limit of requests per hour has been reached. Nothing was done.'),
    next: msg(str`Try again from ${time} on.`),
  };
}
