import type { PortalCompanySettings } from '../../../src/components/company-settings/company-settings.js';
import type { FormContestant } from '../contestant.js';

/** `<portal-company-settings>`, whoever has registered it. */
export function ourSettings(): FormContestant {
  let element: PortalCompanySettings | undefined;
  const inside = (selector: string): HTMLElement | undefined =>
    element?.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined;
  return {
    mount: (place, { admin, companyId }) => {
      element = Object.assign(document.createElement('portal-company-settings'), { admin, companyId });
      place.append(element);
    },
    show: ({ companyId }) => {
      if (element !== undefined) element.companyId = companyId;
    },
    control: (key) => inside(`#setting-${key}`),
    press: (key) => inside(`#setting-${key}`)?.click(),
    shown: (key) => {
      const control = inside(`#setting-${key}`);
      if (control instanceof HTMLSelectElement) return control.selectedOptions[0]?.text.trim();
      return control instanceof HTMLInputElement ? control.checked : undefined;
    },
    bar: () => inside('.bar'),
  };
}
