import { msg } from '@lit/localize';
import type { LevelFact } from '../../model/index.js';

/** What is documented of a level, as a sentence. */
export function levelFactWords(fact: LevelFact): string {
  switch (fact) {
    case 'articles-and-documents':
      return msg('Sees knowledge base articles and documents, where the company’s settings allow it.');
    case 'manages-users':
      return msg('Manages the portal users of the own company.');
    case 'internal-tickets':
      return msg('For people who work on the company’s internal tickets.');
    case 'costs-licence':
      return msg('Each active user is billed as a Taskfire licence, except in your own company.');
    case 'fixed':
      return msg('Comes with the PSA: its permissions cannot be changed.');
    case 'custom':
      return msg('Made in your PSA: its permissions were chosen there.');
    case 'no-longer-offered':
      return msg('Can no longer be given. Who has it keeps it.');
  }
}
