import { CANDIDATE_SCORE, RECOGNISED_SCORE, type PageLanguage } from './anchors.js';
import { readCompanyId } from './company-id.js';
import { isPageEditable } from './editable.js';
import { mayBePortalPage, readEvidence, type PageAddress } from './page-evidence.js';
import { scorePage } from './score.js';

/** The company page, and what it is about. */
export interface RecognisedPage {
  kind: 'portal-page';
  companyId: number;
  language: PageLanguage;
  /** 0 to 100. */
  score: number;
  /** Whether the page lets its own user change the settings (S15). */
  isEditable: boolean;
}

/** What a frame shows: the company page, something that may become it while it renders, or anything else. */
export type PageKind = RecognisedPage | { kind: 'candidate' } | { kind: 'other' };

/**
 * Looks at a frame's document and says what it is. A page without a readable company id stays a candidate however
 * well it fits: nothing can be shown for it.
 */
export function recognise(page: Document, address: PageAddress): PageKind {
  if (!mayBePortalPage(page)) return { kind: 'other' };
  const { score, language } = scorePage(readEvidence(page, address));
  const companyId = score >= RECOGNISED_SCORE ? readCompanyId(page, address) : null;
  if (companyId !== null)
    return { kind: 'portal-page', companyId, language, score, isEditable: isPageEditable(page) };
  return { kind: score >= CANDIDATE_SCORE ? 'candidate' : 'other' };
}
