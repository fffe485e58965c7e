import { msg, str } from '@lit/localize';
import type { ActiveTaskfire } from '../../model/index.js';
import { billingWords } from './taskfire-words.js';

/** T3: what disabling does, one sentence each (vendor help, Taskfire: disabling ends the access). */
export function lossWords({ licences, levelsInUse, billing }: ActiveTaskfire): string[] {
  const users = levelsInUse.reduce((sum, level) => sum + level.users, 0);
  const billed = billing === null ? '' : billingWords(billing);
  return [
    msg('The company loses its own help desk: nobody there can open Taskfire’s tickets and hours any more.'),
    ...(users === 0
      ? []
      : [
          msg('Users with a Taskfire level keep their login, with the portal level that you choose below.'),
          licences === 1 ? msg('1 licence is freed.') : msg(str`${licences} licences are freed.`),
        ]),
    ...(billing === null ? [] : [msg(str`The licence fee is no longer added to: ${billed}.`)]),
    msg('The acceptance of the agreement ends. To enable Taskfire again, it has to be accepted again.'),
    ...(users === 0
      ? []
      : [msg('Who had which Taskfire level is not restored by that; each would be given it anew.')]),
  ];
}
