import { createContext } from '@lit/context';
import type { GridLayoutStore, PageMemory, PortalAdmin, PortalJobs } from '../../contract/index.js';

// The keys are the same in every copy of the package: a page may hold two, and their elements must understand one another.

/** Under this key an ancestor provides the administration to all elements below. */
export const portalAdminContext = createContext<PortalAdmin | undefined>(
  Symbol.for('psa-portal-admin.admin'),
);

/** Under this key an ancestor provides who runs changes of many contacts. */
export const jobsContext = createContext<PortalJobs | undefined>(Symbol.for('psa-portal-admin.jobs'));

/**
 * Under this key an ancestor provides where grids below remember their columns and order. Without one they use the page's own
 * `localStorage`.
 */
export const gridLayoutContext = createContext<GridLayoutStore | undefined>(
  Symbol.for('psa-portal-admin.layouts'),
);

/**
 * Under this key an ancestor provides what the company's page remembers. Without one it knows of no changes, and keeps its
 * choices in the page's own `localStorage`.
 */
export const pageMemoryContext = createContext<PageMemory | undefined>(
  Symbol.for('psa-portal-admin.page-memory'),
);
