import { inject } from 'vitest';
import { createAppFolder, type AppFolder } from '../../../scripts/examples/app-folder.js';

/** An app outside the project in which the packed package is installed. */
export type App = AppFolder;

/**
 * @param files text by name; folders are made.
 * @param others packages beside ours, taken from this project.
 */
export function createApp(
  files: Readonly<Record<string, string>>,
  others: readonly string[] = [],
): Promise<App> {
  return createAppFolder(inject('packageFolder'), files, others);
}
