import type { BulkTarget } from '../../../model/index.js';
import type { PortalEvent } from '../../shared/index.js';

export interface CsvMatched {
  /** The contacts that the file names, in its order, with what it says about their accounts; empty without a file. */
  readonly targets: readonly BulkTarget[];
  /** Records that name nobody, or several, and so change nothing. */
  readonly leftOut: number;
}

declare global {
  interface HTMLElementEventMap {
    /** Whom a CSV file names is known, or has become different: another file, another meaning of a column, a choice. */
    'portal-csv-matched': PortalEvent<CsvMatched>;
  }
}
