import { describe, expect, it } from 'vitest';
import { isPageEditable } from '../../../src/content/psa/editable.js';
import { recognise } from '../../../src/content/psa/recognise.js';
import { mvcPage } from '../../content/pages/mvc.js';
import { webFormsPage } from '../../content/pages/web-forms.js';
import { englishWords, germanWords } from '../../content/pages/words.js';

type Change = (page: Document) => void;

function pageOf(html: string, ...changes: Change[]): Document {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const change of changes) change(page);
  return page;
}
const mvc = (...changes: Change[]) => pageOf(mvcPage(englishWords()), ...changes);
const webForms = (...changes: Change[]) => pageOf(webFormsPage(germanWords()), ...changes);

const addClass =
  (selector: string, name: string): Change =>
  (page) => {
    for (const element of page.querySelectorAll(selector)) element.classList.add(name);
  };
const set =
  (selector: string, attribute: string, value = ''): Change =>
  (page) => {
    for (const element of page.querySelectorAll(selector)) element.setAttribute(attribute, value);
  };
const remove =
  (selector: string): Change =>
  (page) => {
    for (const element of page.querySelectorAll(selector)) element.remove();
  };

const saveOff = addClass('.Button2', 'Disabled2');
const boxesOff = addClass('.TabIndexHack', 'Disabled');
const listsOff = addClass('.SingleItemSelector2', 'Disabled');
const controlsOff = set('input, select', 'disabled');
const linkOff = set('#HREF_btnSaveClose', 'aria-disabled', 'true');

describe('a page that its user may change', () => {
  it.each<[string, Document]>([
    ['the MVC page', mvc()],
    ['the WebForms page', webForms()],
    ['a Save that waits for the first change', mvc(saveOff)],
    ['editors that are all locked, with a Save', mvc(boxesOff, listsOff)],
    ['a single editor left', mvc(saveOff, boxesOff)],
    ['real controls beside a disabled Save', webForms(linkOff)],
  ])('is one with %s', (_what, page) => {
    expect(isPageEditable(page)).toBe(true);
  });
});

describe('a page that its user may only read', () => {
  it.each<[string, Document]>([
    ['all widgets switched off by class', mvc(saveOff, boxesOff, listsOff)],
    [
      'all widgets switched off for assistive technology',
      mvc(set('.Button2, .TabIndexHack, .SingleItemSelector2', 'aria-disabled', 'true')),
    ],
    ['all controls disabled', webForms(controlsOff, linkOff)],
    ['fields that only read and no Save', webForms(controlsOff, remove('#HREF_btnSaveClose'))],
    ['neither editors nor Save', mvc(remove('.Button2, .Checkbox2, .SingleItemSelector2'))],
  ])('is one with %s', (_what, page) => {
    expect(isPageEditable(page)).toBe(false);
  });

  it('stays one where a grid can be searched and other buttons work', () => {
    const page = mvc(saveOff, boxesOff, listsOff, (document) => {
      const grid = document.querySelector('.Grid');
      grid?.append(document.createElement('input'), document.createElement('select'));
      const cancel = document.createElement('button');
      cancel.textContent = 'Cancel';
      document.querySelector('form')?.append(cancel);
      document.body.append(document.createElement('input'));
    });
    expect(isPageEditable(page)).toBe(false);
  });

  it('is recognised all the same, and says so', () => {
    const address = { pathname: '/', search: '?accountId=42' };
    expect(recognise(mvc(saveOff, boxesOff, listsOff), address)).toMatchObject({
      kind: 'portal-page',
      companyId: 42,
      isEditable: false,
    });
    expect(recognise(mvc(), address)).toMatchObject({ isEditable: true });
  });
});
