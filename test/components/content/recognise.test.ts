import { describe, expect, it } from 'vitest';
import { CANDIDATE_SCORE, RECOGNISED_SCORE } from '../../../src/content/psa/anchors.js';
import { readEvidence } from '../../../src/content/psa/page-evidence.js';
import { recognise } from '../../../src/content/psa/recognise.js';
import { scorePage, type PageScore } from '../../../src/content/psa/score.js';
import { mvcPage } from '../../content/pages/mvc.js';
import { otherPages } from '../../content/pages/other-pages.js';
import { webFormsPage } from '../../content/pages/web-forms.js';
import { englishWords, germanWords } from '../../content/pages/words.js';

const address = { pathname: '/Mvc/Some/Page.mvc/View', search: '?accountId=42' };
const nowhere = { pathname: '/Autotask/Views/Some.aspx', search: '' };

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function score(html: string): PageScore {
  return scorePage(readEvidence(parse(html), address));
}

describe('recognising the company page', () => {
  it('knows the MVC page in English and German', () => {
    expect(recognise(parse(mvcPage(englishWords())), address)).toMatchObject({
      kind: 'portal-page',
      companyId: 42,
      language: 'en',
    });
    expect(recognise(parse(mvcPage(germanWords())), address)).toMatchObject({
      kind: 'portal-page',
      companyId: 42,
      language: 'de',
    });
  });

  it("knows the WebForms page, whose title and lang say nothing and whose id is the provider's own", () => {
    const page = parse(webFormsPage(germanWords(), 0));
    expect(recognise(page, nowhere)).toMatchObject({ kind: 'portal-page', companyId: 0, language: 'de' });
    expect(recognise(parse(webFormsPage(englishWords())), nowhere)).toMatchObject({
      companyId: 42,
      language: 'en',
    });
  });

  for (const term of ['Account', 'Business Unit', 'Client', 'Company', 'Customer', 'Organization', 'Site']) {
    it(`knows it where a company is called ${term}`, () => {
      expect(score(mvcPage(englishWords(term))).score).toBeGreaterThan(RECOGNISED_SCORE + 20);
    });
  }

  it('knows it by its content when the title is another one', () => {
    expect(score(mvcPage({ ...englishWords(), title: 'Detail' })).score).toBeGreaterThanOrEqual(
      RECOGNISED_SCORE,
    );
    expect(score(mvcPage({ ...germanWords(), title: 'Details' })).score).toBeGreaterThanOrEqual(
      RECOGNISED_SCORE,
    );
  });

  it('keeps a page without a readable company id a candidate', () => {
    expect(recognise(parse(mvcPage(englishWords())), nowhere)).toEqual({ kind: 'candidate' });
  });

  it('keeps a page whose fields are still to come a candidate', () => {
    const page = parse(mvcPage(englishWords()));
    page.querySelector('form')?.replaceChildren();
    expect(recognise(page, address)).toEqual({ kind: 'candidate' });
  });

  it('reads no page without its words', () => {
    expect(recognise(parse('<title>Tickets</title><p>42</p>'), address)).toEqual({ kind: 'other' });
  });
});

describe('pages with the same words', () => {
  for (const [name, html] of Object.entries(otherPages)) {
    it(`does not take ${name} for it`, () => {
      expect(recognise(parse(html), address).kind).not.toBe('portal-page');
      expect(score(html).score).toBeLessThan(RECOGNISED_SCORE - 5);
    });
  }

  it('leaves most of them alone', () => {
    const watched = Object.values(otherPages).filter((html) => score(html).score >= CANDIDATE_SCORE);
    expect(watched.length).toBeLessThanOrEqual(4);
  });
});
