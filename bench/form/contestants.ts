/** Who is measured, ours first. A contestant is a file in `adapters`. */
export const OURS = 'portal-company-settings';
/** All our elements in one file, as a page without a bundler loads them. */
export const SCRIPT_TAG = 'script-tag';
export const peers = ['web-awesome', 'ui5'] as const;
export const contestants: readonly string[] = [OURS, SCRIPT_TAG, ...peers];
