import { ticketOptions } from '../../store/ticket-options.js';
import type { Field, PicklistValue } from '../entity.js';

const picklistOf = (list: keyof typeof ticketOptions) => (): Promise<readonly PicklistValue[]> =>
  Promise.resolve(ticketOptions[list]);

/** Of tickets there is only the metadata, and of their fields those that say what a quick ticket starts with. */
export const tickets = {
  path: 'Tickets',
  fields: [
    { name: 'id', type: 'long', isRequired: true, isReadOnly: true },
    { name: 'priority', type: 'integer', isRequired: true, picklist: picklistOf('priorities') },
    { name: 'queueID', type: 'integer', picklist: picklistOf('queues') },
  ] satisfies Field[],
};
