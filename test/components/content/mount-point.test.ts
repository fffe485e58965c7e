import { describe, expect, it } from 'vitest';
import { placeInPage } from '../../../src/content/psa/mount-point.js';
import { mvcPage } from '../../content/pages/mvc.js';
import { webFormsPage } from '../../content/pages/web-forms.js';
import { englishWords } from '../../content/pages/words.js';

function placedIn(html: string): { page: Document; block: HTMLElement } {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const block = page.createElement('div');
  placeInPage(page, block);
  return { page, block };
}

describe('where our block goes', () => {
  it('stands between the heading and the form of an MVC page', () => {
    const { block } = placedIn(mvcPage(englishWords()));
    expect(block.previousElementSibling?.className).toBe('PageHeadingContainer');
    expect(block.nextElementSibling?.localName).toBe('form');
  });

  it('stands above the first section of a WebForms page, whose form wraps the title', () => {
    const { page, block } = placedIn(webFormsPage(englishWords()));
    expect(block.nextElementSibling).toBe(page.querySelector('fieldset'));
    expect(block.closest('form')).toBe(page.querySelector('form'));
  });

  it('ends up in the page even if that has neither', () => {
    const { page, block } = placedIn('<p>Client Portal</p>');
    expect(block.parentElement).toBe(page.body);
  });
});
