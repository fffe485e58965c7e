import {
  globalKeys,
  globalProblems,
  type ChosenTypeProblem,
  type GlobalSnapshot,
} from '../../model/index.js';
import { msg } from '@lit/localize';
import type { FormSource } from '../settings-form/index.js';
import { globalLabels } from './global-words.js';
import { loadGlobalView, type GlobalForm, type GlobalView } from './global-view.js';

/**
 * D1: what all companies inherit, as a form: one for all of them, which stands under the provider's id.
 *
 * @param companyId through whose page one looks, which decides what one may do there.
 */
export const globalSource = (
  companyId: () => number,
): FormSource<GlobalForm, GlobalView, GlobalSnapshot> => ({
  rules: { keys: globalKeys },
  load: (admin, _providerId, signal) => loadGlobalView(admin, companyId(), signal),
  snapshotOf: ({ snapshot }) => snapshot,
  withSnapshot: (view, snapshot) => ({ ...view, snapshot }),
  save: (admin, _providerId, change, version) => admin.saveGlobalSettings(change, version),
  // The refusal does not say what is there now, so it is read.
  theirs: async (admin, _providerId, error) => {
    const problems = error.as('validation')?.problems ?? [];
    return problems.some(({ code }) => code === 'changed-meanwhile') ? admin.globalSettings() : undefined;
  },
  problems: ({ requestTypes }, base, current) =>
    new Map(globalProblems(base, current, requestTypes).map(({ key, code }) => [key, problemInWords(code)])),
  // Companies that follow, or stop following, change the counts.
  concerns: ({ kind }) => ['options', 'settings', 'taskfire', 'logos', 'companies'].includes(kind),
  labels: globalLabels,
});

function problemInWords(code: ChosenTypeProblem): string {
  switch (code) {
    case 'request-type-unknown':
      return msg('This request type no longer exists. Choose another one.');
    case 'request-type-inactive':
      return msg('A deactivated type cannot be chosen anew. Choose an active one.');
  }
}
