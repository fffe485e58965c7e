import * as v from 'valibot';
import {
  GlobalSettingsSchema,
  SomeSettingsSchema,
  effectiveQuickTicket,
  type GlobalSettings,
  type ProblemContext,
  type RequestType,
  type SomeSettings,
} from '../../src/model/index.js';

/** Written from the requirements alone, without the model's own rules: what a company's settings may never be. */
export function forbiddenSettings(
  settings: SomeSettings,
  { isTaskfireActive, provider, requestTypes = [] }: ProblemContext & { readonly provider: GlobalSettings },
): string[] {
  const { requestTypes: choice, quickTicket } = settings;
  const ids = choice?.mode === 'custom' ? choice.ids : undefined;
  const known = new Map(requestTypes.map((type) => [type.id, type]));
  const wanted = quickTicket && effectiveQuickTicket(quickTicket, provider, isTaskfireActive);
  const found: [string, boolean][] = [
    ['values of no shape', !v.is(SomeSettingsSchema, settings)],
    ['S1: the portal off with Taskfire', isTaskfireActive && settings.portalEnabled === false],
    [
      'S10: a global quick ticket with Taskfire',
      isTaskfireActive && wanted?.origin === 'global-settings' && wanted.value !== null,
    ],
    [
      'S10: a quick ticket of a type that there is not',
      quickTicket?.mode === 'custom' && !known.has(quickTicket.requestTypeId),
    ],
    ['R2: a choice of nothing', ids?.length === 0],
    [
      'R2: a choice of nothing that is offered',
      ids !== undefined && !ids.some((id) => known.get(id)?.isActive),
    ],
    ['R2: a type that there is not', ids?.some((id) => !known.has(id)) === true],
    ['E2: no portal at all', settings.preventLegacyPortal === true && settings.earlyAccess !== true],
    [
      'E2: the legacy portal first where it is prevented',
      settings.preventLegacyPortal === true && settings.firstExperience !== 'early-access',
    ],
    [
      'E: early access that the provider does not have',
      !provider.isEarlyAccessActivated && settings.earlyAccess === true,
    ],
  ];
  return found.filter(([, isSo]) => isSo).map(([name]) => name);
}

/** The same for what companies inherit. */
export function forbiddenGlobals(settings: GlobalSettings, requestTypes: readonly RequestType[]): string[] {
  const type = settings.quickTicket?.requestTypeId;
  const found: [string, boolean][] = [
    ['values of no shape', !v.is(GlobalSettingsSchema, settings)],
    [
      'a quick ticket of a type that there is not',
      type !== undefined && !requestTypes.some(({ id }) => id === type),
    ],
  ];
  return found.filter(([, isSo]) => isSo).map(([name]) => name);
}
