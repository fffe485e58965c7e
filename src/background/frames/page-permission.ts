import {
  operations,
  withMethods,
  writingOperations,
  type Availability,
  type Capabilities,
  type PortalAdmin,
} from '../../contract/index.js';
import { recordOf, settingKeys } from '../../model/index.js';

/**
 * What a frame gets whose page its own user may only read (S15). The connection belongs to whoever entered it and may
 * have more rights than the person in front of the page: without this, our elements would lend them. It is a guard in
 * the interest of that person and their administrator, not the security boundary: it believes what the page looks like,
 * and only a backend that is asked with the person's own credentials knows what they may do.
 */
const lookOnly: Availability = { state: 'read-only', reason: 'permission-missing' };

/** The capabilities without everything that writes. What is absent stays so: it cannot be seen either. */
export function withoutWriting({ operations: can, settings }: Capabilities): Capabilities {
  const lower = (one: Availability): Availability => (one.state === 'absent' ? one : lookOnly);
  return {
    operations: recordOf(operations, (one) => (writingOperations.includes(one) ? lower(can[one]) : can[one])),
    settings: recordOf(settingKeys, (key) => lower(settings[key])),
  };
}

/** The client as such a frame gets it. That it also does not write is the page guard's business. */
export function withoutWritingClient(client: PortalAdmin): PortalAdmin {
  return withMethods(client, {
    capabilities: async (...args) => withoutWriting(await client.capabilities(...args)),
  });
}
