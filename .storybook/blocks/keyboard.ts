/** Keys and what they do. A space stands between keys that are alternatives, a plus between keys held together. */
export type KeyLine = readonly [keys: string, does: string];

const list: readonly KeyLine[] = [
  ['↑ ↓ ← →', 'One cell further. With Ctrl to the edge.'],
  ['Home End', 'The first and last cell of the row. With Ctrl the first and last row.'],
  ['PageUp PageDown', 'One page of rows.'],
  ['Enter F2', 'Does what the cell offers: follows its link, opens its editor, goes into its controls.'],
  ['Escape', 'Out of the editor without a change, out of the controls, closes what opened last.'],
  ['Tab', 'In an editor: takes over what was typed and goes to the next cell that can be edited.'],
  ['Shift+F10 Menu', 'The menu of the row.'],
];

const selection: readonly KeyLine[] = [
  ['Space', 'Selects the row, or no longer.'],
  ['Shift+↑ Shift+↓', 'Selects a range.'],
  ['Ctrl+A', 'Selects all rows that the filters show.'],
];

const header: readonly KeyLine[] = [
  ['Enter', 'In the header: sorts by the column. With Shift by this column too.'],
  ['Alt+↓ Shift+F10', 'In the header: the menu of the column, with its filter.'],
  ['Shift+← Shift+→', 'In the header: narrower, wider. With Ctrl: moves the column.'],
];

const form: readonly KeyLine[] = [
  ['Tab', 'From setting to setting; notes and ways back stand after their control.'],
  ['/', 'To the search, except while one types.'],
];

const dialog: readonly KeyLine[] = [
  ['Escape', 'Closes it; asks first where that would lose something.'],
  ['Tab', 'Stays in the dialog. Afterwards the focus is back where it was.'],
];

/** Of each element, what the keyboard does in it besides what the browser's own controls do. */
export const keyboard: Readonly<Record<string, readonly KeyLine[]>> = {
  'portal-company-page': [
    ['/ Ctrl+K', 'To the search over all settings, sections and actions.'],
    ['↑ ↓ Enter Escape', 'In the search: chooses a result, goes there, closes it.'],
    ['g, then s v i r e t o u j l', 'To a section; the help lists them.'],
    ['?', 'The help with all shortcuts, and the switch that turns single keys off.'],
  ],
  'portal-company-settings': form,
  'portal-global-settings': [['Tab', 'From setting to setting.']],
  'portal-taskfire': dialog,
  'portal-contact-grid': [...list, ...selection, ...header],
  'portal-job-list': [
    ['Enter Space', 'On “Contacts”: shows the table of results, in which a list’s keys work.'],
    ...list,
  ],
  'portal-logo-manager': [
    ['Enter Space', 'On “Choose a file”: opens the file picker. Dropping a file is never the only way.'],
    ['Ctrl+V', 'On a place: uses the picture from the clipboard.'],
  ],
  'portal-sso-log': [
    ['← → Home End', 'In the chart: from day to day. It is one tab stop.'],
    ['Enter Space', 'In the chart: shows the sign-ins of this day alone.'],
    ...list,
    ...header,
  ],
  'portal-bulk-change': dialog,
  'portal-data-grid': [...list, ...selection, ...header],
  'portal-provider': [],
};
