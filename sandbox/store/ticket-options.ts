import type { TicketOptions } from '../../src/model/index.js';

/**
 * What the provider's tickets can have: the REST API's pick lists and the portal service tell the same. The PSA's pages
 * have them in the language of whoever looks (`pages/texts`). The last queue was given up.
 */
export const ticketOptions: TicketOptions = {
  priorities: [
    { value: 1, label: 'High', isActive: true },
    { value: 2, label: 'Medium', isActive: true },
    { value: 3, label: 'Low', isActive: true },
    { value: 4, label: 'Critical', isActive: true },
  ],
  queues: [
    { value: 5, label: 'Client Portal', isActive: true },
    { value: 6, label: 'Post Sale', isActive: true },
    { value: 8, label: 'Monitoring Alert', isActive: true },
    { value: 7, label: 'Telephone', isActive: false },
  ],
};
