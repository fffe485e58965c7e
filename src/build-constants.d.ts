/**
 * Constants that the extension's build writes into the code (see scripts/build/constants.ts). They do not exist outside
 * the extension: code that also runs elsewhere (Storybook, an embedding page) guards them with `typeof`.
 */

/** The connection of a sandbox build, parsed by a schema where it is read; `null` in the production build. */
declare const __CONNECTION_PRESET__: unknown;

/** True in test builds, whose shadow roots stay open for axe and the drivers; false in what is published. */
declare const __OPEN_SHADOW_ROOTS__: boolean;
