import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import type { CompanyElement } from './company-element.js';
import { notice } from './notices.js';
import { isInExtension } from './surroundings.js';

/** What an element says about what it cannot show yet. */
export interface MissingWords {
  /** What appears once it has an `admin`. */
  readonly withoutAdmin: string;
  /** What a company is needed for. */
  readonly withoutCompany: string;
}

/** What an element lacks to show anything; undefined where it has all. */
export function missingNotice(
  { admin, companyId }: Pick<CompanyElement, 'admin' | 'companyId'>,
  { withoutAdmin, withoutCompany }: MissingWords,
): TemplateResult | undefined {
  if (admin === undefined)
    return notice({ tone: 'info', title: msg('Not connected to a PSA yet.'), text: withoutAdmin });
  if (companyId === undefined)
    return notice({ tone: 'info', title: msg('No company chosen.'), text: withoutCompany });
  return undefined;
}

/** What to do where no connection provides what could be shown. */
export function connectionHint(): string {
  return isInExtension()
    ? msg('Set up a connection that provides them in the extension’s options.')
    : msg('This application has no connection that provides them. Ask its administrator for one.');
}
