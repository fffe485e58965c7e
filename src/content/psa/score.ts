import {
  type PageLanguage,
  COMPANY_TERMS,
  EMAIL_GRID_WEIGHT,
  LIKELY_PATH,
  LOGIN_LINK_WEIGHT,
  OTHER_PAGES,
  PATH_WEIGHT,
  TEXT_ANCHORS,
  type TextAnchor,
} from './anchors.js';
import type { PageEvidence } from './page-evidence.js';

/** How much speaks for the company page, and the language it speaks. */
export interface PageScore {
  /** 0 to 100; see `RECOGNISED_SCORE`. */
  score: number;
  language: PageLanguage;
}

type AnchorPatterns = Pick<TextAnchor, 'place' | 'weight'> & Record<PageLanguage, RegExp>;

const languages: readonly PageLanguage[] = ['en', 'de'];
const anchors = TEXT_ANCHORS.map(compile);
const otherPages = compile(OTHER_PAGES);

/** Titles are often followed by the company's name; labels and headings say nothing else. */
function compile({ place, weight, en, de }: TextAnchor): AnchorPatterns {
  const end = place === 'title' && weight > 0 ? '(?: ?[-–:|(].*)?$' : '$';
  const pattern = (texts: readonly string[], language: PageLanguage): RegExp => {
    const term = `(?:${COMPANY_TERMS[language].join('|')})`;
    return new RegExp(`^(?:${texts.join('|')})${end}`.replaceAll('{term}', term));
  };
  return { place, weight, en: pattern(en, 'en'), de: pattern(de, 'de') };
}

/** Adds up what speaks for and against the company page. Pure: the same evidence always gives the same score. */
export function scorePage(evidence: PageEvidence): PageScore {
  let sum = 0;
  const hits: Record<PageLanguage, number> = { en: 0, de: 0 };
  for (const anchor of anchors) {
    const spoken = languages.filter((language) => occurs(anchor, language, evidence));
    if (spoken.length > 0) sum += anchor.weight;
    for (const language of spoken) hits[language] += 1;
  }
  if (languages.some((language) => occurs(otherPages, language, evidence))) sum += otherPages.weight;
  if (evidence.hasLoginLink) sum += LOGIN_LINK_WEIGHT;
  if (evidence.hasEmailGrid) sum += EMAIL_GRID_WEIGHT;
  if (LIKELY_PATH.test(evidence.path)) sum += PATH_WEIGHT;
  return { score: Math.min(100, Math.max(0, sum)), language: languageOf(hits, evidence.languageTag) };
}

function occurs(anchor: AnchorPatterns, language: PageLanguage, evidence: PageEvidence): boolean {
  return [...evidence[anchor.place]].some((text) => anchor[language].test(text));
}

/** What is on the screen counts before the `lang` attribute, which old pages leave at their maker's language. */
function languageOf(hits: Record<PageLanguage, number>, languageTag: string): PageLanguage {
  if (hits.en !== hits.de) return hits.de > hits.en ? 'de' : 'en';
  return /^de\b/i.test(languageTag) ? 'de' : 'en';
}
