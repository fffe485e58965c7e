import { msg, str } from '@lit/localize';
import type { AuthReason, PortalError } from '../../contract/index.js';
import { portalLocale } from '../../locales/localization.js';
import { isInExtension } from './surroundings.js';

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
      return describeAuth(data.reason);
    case 'locked':
      return {
        what: msg('The vault is locked.'),
        why: msg(
          'They are protected by your passphrase, and it has not been entered since the vault locked.',
        ),
        next: msg('Unlock the vault in the extension’s options. This page then goes on by itself.'),
      };
    case 'permission-missing':
      return {
        what: msg(str`The extension may no longer use ${data.origin}.`),
        why: msg('The permission for this address was taken back in the browser.'),
        next: msg('Grant it again in the extension’s options, then reload this page.'),
      };
    case 'storage-full':
      return {
        what: msg('The browser has no room left on disk.'),
        why: msg('What must not be lost could not be written down first, so nothing was begun.'),
        next: msg('Free some disk space, then try again. Everything you entered is still here.'),
      };
    case 'forbidden':
      return describeForbidden(data.reason);
    case 'not-found':
      return {
        what: msg('This was not found.'),
        why: msg('It was deleted, or this connection does not offer it.'),
        next: isInExtension()
          ? msg('Reload the page. If it stays away, check the connection in the extension’s options.')
          : msg('Reload the page. If it stays away, tell the administrator of this application.'),
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

function describeAuth(reason: AuthReason | undefined): ErrorDescription {
  if (reason === 'session-ended') return describeEndedSession();
  if (reason === 'renewal-interrupted') return describeInterruptedRenewal();
  if (reason === 'app-sign-in') return describeAppSignIn();
  return isInExtension() ? describeStoredSecrets() : describeAppSecrets();
}

function describeStoredSecrets(): ErrorDescription {
  return {
    what: msg('Signing in to the PSA failed.'),
    why: msg('The stored secrets are missing, wrong or expired.'),
    next: msg('Check the connection in the extension’s options, then try again.'),
  };
}

function describeAppSecrets(): ErrorDescription {
  return {
    what: msg('Signing in to the PSA failed.'),
    why: msg('What this application signs in with is missing, wrong or expired.'),
    next: msg('Try again. If it fails again, tell the administrator of this application.'),
  };
}

function describeEndedSession(): ErrorDescription {
  return {
    what: msg('The portal service ended your sign-in.'),
    why: msg('It was revoked, it is too old, or it was used from somewhere else as well.'),
    next: msg(
      'Sign in again in the extension’s options. If you did not expect this, tell your administrator.',
    ),
  };
}

function describeInterruptedRenewal(): ErrorDescription {
  return {
    what: msg('Your sign-in could not be renewed.'),
    why: msg(
      'The browser or the network broke off while it was being renewed. The portal service then ends a sign-in to be safe.',
    ),
    next: msg('Sign in again in the extension’s options. Nothing else is lost.'),
  };
}

function describeAppSignIn(): ErrorDescription {
  return {
    what: msg('You are not signed in to the portal service.'),
    why: msg('The application around this page has no sign-in for it, or one that it no longer accepts.'),
    next: msg('Sign in to the application again, then try again. Everything you entered is still here.'),
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

function describeForbidden(reason: 'other-company' | 'refused-by-app' | undefined): ErrorDescription {
  if (reason === 'other-company') return describeOtherCompany();
  if (reason === 'refused-by-app') return describeRefusalByApp();
  return {
    what: msg('You are not allowed to do this.'),
    why: msg('Your security level in the PSA lacks the permission “Configure client portal and Taskfire”.'),
    next: msg('Ask a PSA administrator for the permission, then try again.'),
  };
}

function describeOtherCompany(): ErrorDescription {
  return {
    what: msg('This page shows another company by now.'),
    why: msg('Your change was meant for the company that it showed before, so nothing was changed.'),
    next: msg('Reload the page, check which company it shows, then make the change again.'),
  };
}

function describeRefusalByApp(): ErrorDescription {
  return {
    what: msg('The application did not allow this change.'),
    why: msg('Nothing was changed.'),
    next: msg('Everything you entered is still here.'),
  };
}
