/**
 * What elements inside others forward, so that a page styles it with `::part()` at the element that it put there itself.
 * The same thing has the same name everywhere; what each is stands at the elements.
 */
export const gridParts =
  'tools, grid, grid-header, header-cell, grid-row, cell, selection-bar, foot, notice, skeleton, empty';

/** Of the settings, the lists and the logos, as the company's page forwards them. */
export const pageParts = `card, header, heading, row, label, help, control, notes, bar, chart, job, progress, preview, ${gridParts}`;
