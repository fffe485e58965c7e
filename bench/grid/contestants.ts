/** Who is measured, ours first. A contestant is a file in `adapters`; the isolated one is ours again, in the extension's world. */
export const OURS = 'portal-contact-grid';
/** What ours stands on; only its size is measured. */
export const DATA_GRID = 'portal-data-grid';
export const ISOLATED = 'isolated';
export const peers = ['ag-grid', 'vaadin-grid', 'tabulator', 'slickgrid', 'revogrid'] as const;
export const contestants: readonly string[] = [OURS, ISOLATED, ...peers];
