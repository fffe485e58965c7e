import type { GlobalKey, Some } from '../../model/index.js';
import type { CopiedText, FormDraft } from '../settings-form/index.js';
import type { GlobalForm, GlobalView } from './global-view.js';

/** What the parts of the page get from the element: what to show and what to do. */
export interface GlobalPage {
  readonly view: GlobalView;
  readonly draft: FormDraft<GlobalForm>;
  /** What is wrong with a setting, in words. */
  readonly problems: ReadonlyMap<GlobalKey, string>;
  readonly copied: CopiedText;
  readonly edit: (change: Some<GlobalForm>) => void;
  readonly undo: (key: GlobalKey) => void;
}

/** The id of a setting's control, also where its label points to. */
export function globalControlId(key: GlobalKey): string {
  return `global-${key}`;
}
