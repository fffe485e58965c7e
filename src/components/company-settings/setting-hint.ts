import { msg } from '@lit/localize';
import { effectiveTwoFactor, type SettingKey, type SomeSettings } from '../../model/index.js';
import { rulesContext, type CompanyView } from './company-view.js';

/** What a value means for this company where that is not what one expects; undefined where it is. */
export function settingHint(key: SettingKey, settings: SomeSettings, view: CompanyView): string | undefined {
  const isKnown = view.company !== undefined || view.taskfire !== undefined;
  const hasNoTaskfire = isKnown && !rulesContext(view).isTaskfireActive;
  switch (key) {
    case 'workedTime':
      return hasNoTaskfire && settings.workedTime !== undefined && settings.workedTime !== 'none'
        ? msg('Without Taskfire only users of a billing company see hours.')
        : undefined;
    case 'relatedTickets':
      return hasNoTaskfire && settings.relatedTickets === 'taskfire'
        ? msg('Without Taskfire nobody at this company sees them.')
        : undefined;
    case 'twoFactor':
      return hasNoTaskfire && twoFactorOf(settings, view) === 'taskfire'
        ? msg('Without Taskfire nobody at this company has to enter a second factor.')
        : undefined;
    case 'preventLegacyPortal':
      return settings.preventLegacyPortal === true
        ? msg('What the new portal does not support yet is out of reach for these users.')
        : undefined;
    default:
      return undefined;
  }
}

/** S12: the policy in force, where it can be told. */
function twoFactorOf({ twoFactor }: SomeSettings, { provider }: CompanyView): string | undefined {
  if (twoFactor === undefined || twoFactor !== 'global') return twoFactor;
  return provider && effectiveTwoFactor(twoFactor, provider).value;
}
