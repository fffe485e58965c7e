import { msg } from '@lit/localize';
import type { ConnectionProblem } from '../../channel/index.js';
import type { FieldName, FieldProblem } from './connection-draft.js';

/** What is wrong with a field, and what to do. */
export function fieldProblemText(name: FieldName, problem: FieldProblem): string {
  switch (problem) {
    case 'missing':
      return name === 'baseUrl'
        ? msg('Enter the address of the API: it cannot be told from this PSA address.')
        : msg('Fill this in.');
    case 'no-address':
      return msg('This is no address. Copy it from the browser’s address bar while the PSA is open.');
    case 'not-secure':
      return msg('Use an https address. Secrets are not sent unencrypted.');
    case 'nothing-to-connect':
      return msg('Fill in an Autotask API user, a portal service, or both.');
    case 'no-vault':
      return msg('Create the vault first, or keep the secrets for this browser session only.');
    case 'vault-locked':
      return msg('Unlock the vault first, or keep the secrets for this browser session only.');
  }
}

/** Why the worker did not accept a connection, and what to do. */
export function connectionProblemText(problem: ConnectionProblem): string {
  switch (problem) {
    case 'host-not-permitted':
      return msg('The browser does not let the extension into this PSA address. Save again and allow it.');
    case 'nothing-to-connect':
      return msg('The connection names neither an Autotask API user nor a portal service.');
    case 'secret-missing':
      return msg('Secret and integration code are not stored for this user at this address. Enter both.');
    case 'token-missing':
      return msg('No token is stored for this portal service. Enter it.');
    case 'api-address-missing':
      return msg('The address of the Autotask API is not known. Enter it.');
    case 'other-zone':
      return msg('This API user belongs to a PSA at another address. Check the user and the PSA address.');
    case 'no-vault':
      return msg('There is no vault any more to keep the secrets in. Create one, then save again.');
    case 'vault-locked':
      return msg('The vault is locked. Unlock it, then try again. Everything you entered is still here.');
    case 'storage-full':
      return msg(
        'The browser has no room left on disk. Free some space, or keep the secrets for this browser session only.',
      );
  }
}
