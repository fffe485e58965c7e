import { msg, str } from '@lit/localize';
import type { ConnectionProblem } from '../../channel/index.js';
import type { FieldName, FieldProblem } from './connection-draft.js';

/** What is wrong with a field, and what to do. `hosts` are the addresses that the extension may use. */
export function fieldProblemText(name: FieldName, problem: FieldProblem, hosts: string): string {
  switch (problem) {
    case 'missing':
      return name === 'baseUrl'
        ? msg('Enter the address of the API: it cannot be told from this PSA address.')
        : msg('Fill this in.');
    case 'no-address':
      return msg('This is no address. Copy it from the browser’s address bar while the PSA is open.');
    case 'not-secure':
      return msg('Use an https address. Credentials are not sent unencrypted.');
    case 'host-not-permitted':
      return msg(
        str`The extension has no permission for this address, so it could not show anything there. It may use: ${hosts}.`,
      );
    case 'nothing-to-connect':
      return msg('Fill in an Autotask API user, a portal service, or both.');
  }
}

/** Why the worker did not accept a connection. */
export function connectionProblemText(problem: ConnectionProblem): string {
  switch (problem) {
    case 'host-not-permitted':
      return msg('The extension has no permission for this PSA address.');
    case 'nothing-to-connect':
      return msg('The connection names neither an Autotask API user nor a portal service.');
    case 'secret-missing':
      return msg('Secret and integration code are not stored for this user. Enter both.');
    case 'token-missing':
      return msg('No token is stored for this portal service. Enter it.');
    case 'api-address-missing':
      return msg('The address of the Autotask API is not known. Enter it.');
    case 'other-zone':
      return msg('This API user belongs to a PSA at another address. Check the user and the PSA address.');
  }
}
