/**
 * Every selector of the PSA's pages. Two generations of markup are served side by side: MVC pages with widgets of
 * `div`s and ids that change with each load, and WebForms pages with real form controls. Nothing is found by id.
 */

/** The page's own title. */
export const TITLE = [
  '.PageHeadingContainer .Title > .Text',
  '.EntityHeadingContainer .Title > .Text',
  '.SecondaryTitle',
  '.TitleContainer',
  'h1',
].join();

/** Headings of the page's sections. */
export const HEADING = [
  '.CollapsibleSectionContainer > .HeadingContainer',
  '.HeadingContainer .Title > .Text',
  'fieldset > legend',
  'td.FieldGroupHeading',
  '.SectionTitle',
  'h2',
  'h3',
].join();

/** Labels of fields and texts of buttons. */
export const LABEL = [
  '.LabelContainer1 .PrimaryText',
  '.ReadOnlyLabelContainer .PrimaryText',
  '.LabelContainer1 > .Text',
  'td.FieldLabels',
  '.Button2 > .Text2',
].join();

/** The same as plain tags, of which a grid may hold thousands. */
export const LABEL_TAGS = ['label', 'button', 'a'] as const;

/** Cells of grids. */
export const GRID_CELL_TAG = 'td';

/** Hidden fields, one of which may hold the company's id. */
export const HIDDEN_FIELD = 'input[type="hidden"][name][value]';

/** The page's own form. On WebForms pages it wraps the title too, see `mount-point.ts`. */
export const FORM = 'form';

/** A section of the page's form. */
export const SECTION = '.DetailsSection, .CollapsibleSectionContainer, fieldset, table.FieldGroup';

/** What belongs to the page's form, where it has no form element too. */
export const OWN_FORM = `${FORM}, ${SECTION}`;

/** Grids, which are no part of the form even where they stand in it. */
export const GRID = '.Grid';

/** What one changes settings with: the widgets' parts that carry the state, and real controls. */
export const EDITOR = [
  '.Checkbox2 > .TabIndexHack',
  '.SingleItemSelector2',
  '.SingleDataSelector2',
  '.MultipleDataSelector2',
  'select',
  'textarea',
  'input:not([type="hidden"], [type="submit"], [type="button"], [type="image"], [type="reset"], [type="search"])',
].join();

/** Buttons with a caption, of which Save is one. */
export const BUTTON = '.Button2, a[id^="HREF_btn"], button, input[type="submit"], input[type="button"]';

/** The ways in which either generation switches a control, or what is around it, off. */
export const SWITCHED_OFF =
  '.Disabled, .Disabled2, .disabled, :disabled, [disabled], [readonly], [aria-disabled="true"], [aria-readonly="true"]';

/**
 * Texts in the last button of the shell's header, the profile's: initials, then the name of who is signed in. A guess
 * after public descriptions of the shell, tried on pages written by hand only.
 */
export const PROFILE_TEXT =
  '[data-slot="header:utility-buttons"] > :nth-last-child(1 of [data-slot="header:utility-menu-button"]) span';
