import {
  PortalError,
  type CallOptions,
  type Capabilities,
  type Operation,
  type PortalMethod,
} from '../../contract/index.js';
import { Listeners } from '../listeners.js';
import type { MemoryStore } from './store.js';
import type { UnreliableLine } from './unreliable-line.js';

/** The name under which this client writes. */
export const SELF = 'Demo administrator';

export interface DeskParts {
  readonly store: MemoryStore;
  readonly line: UnreliableLine;
  readonly capabilities: Capabilities;
  /** Rows per page. */
  readonly pageSize: number;
}

/** Where all methods of a memory client pass: the line to the imitated backend, and what that lets them do. */
export class MemoryDesk {
  readonly listeners = new Listeners();
  readonly store: MemoryStore;
  readonly line: UnreliableLine;
  readonly capabilities: Capabilities;
  readonly pageSize: number;

  constructor({ store, line, capabilities, pageSize }: DeskParts) {
    this.store = store;
    this.line = line;
    this.capabilities = capabilities;
    this.pageSize = pageSize;
  }

  /** Resolves once the call has come through. Rejects with an ordered failure, or `not-found` where the operation is absent. */
  async read(
    method: PortalMethod,
    operation: Operation,
    options: Pick<CallOptions, 'signal'> | undefined,
  ): Promise<void> {
    await this.line.cross(method, options?.signal);
    if (this.capabilities.operations[operation].state === 'absent')
      throw new PortalError({ code: 'not-found', detail: `This backend offers no ${operation}.` });
  }

  /** The same for a write; rejects with `forbidden` too where the operation is read-only. */
  async write(method: PortalMethod, operation: Operation): Promise<void> {
    await this.read(method, operation, undefined);
    if (this.capabilities.operations[operation].state === 'read-only')
      throw new PortalError({ code: 'forbidden' });
  }
}
