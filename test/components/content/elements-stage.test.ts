import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createMemoryClient,
  createMemoryJobs,
  createMemoryPageMemory,
} from '../../../src/clients/memory/index.js';
import { localLayouts } from '../../../src/components/data-grid/local-layouts.js';
import { ElementsStage } from '../../../src/content/elements-stage.js';
import { removeOrphanHosts } from '../../../src/content/host.js';
import { Lifetime } from '../../../src/content/lifetime.js';
import '../../../src/content/panel/portal-page-panel.js';
import { mvcPage } from '../../content/pages/mvc.js';
import { otherPages } from '../../content/pages/other-pages.js';
import { englishWords, germanWords, type CompanyPageWords } from '../../content/pages/words.js';

/** Everything of ours in the page. */
const hosts = () => [...document.querySelectorAll('[data-psa-portal-admin]')];
const panel = () => hosts()[0]?.shadowRoot?.querySelector('portal-page-panel');

/** Here, unlike in a content script, our own definitions are the page's: the names only seem taken. */
const newStage = () => {
  const admin = createMemoryClient();
  const services = {
    admin,
    jobs: createMemoryJobs(admin),
    layouts: localLayouts,
    memory: createMemoryPageMemory(),
  };
  return new ElementsStage(document, lifetime, services, () => false);
};

let content = document.createElement('div');
let lifetime = new Lifetime();
let stage = newStage();
const address = location.href;

/** Shows a page's content at an address, as a navigation inside the page does. */
function showPage(html: string, query: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.title = page.title;
  content.replaceChildren(...page.body.childNodes);
  history.replaceState(null, '', query);
}
const showCompany = (id: number, words: CompanyPageWords = englishWords()) => {
  showPage(mvcPage(words), `?accountId=${id}`);
};

beforeEach(() => {
  content = document.createElement('div');
  document.body.append(content);
  lifetime = new Lifetime();
  stage = newStage();
});

afterEach(() => {
  lifetime.end();
  content.remove();
  history.replaceState(null, '', address);
});

describe('our block in the page', () => {
  it('stands there once, for the company that the page is about, 0 too', () => {
    showCompany(0);
    expect(stage.look()).toBe('watch');
    stage.look();
    expect(hosts().length).toBe(1);
    expect(panel()?.companyId).toBe(0);
  });

  it('comes back as it was when the page renders again', async () => {
    showCompany(42);
    stage.look();
    const before = panel();
    await before?.updateComplete;
    before?.shadowRoot?.querySelector('details')?.removeAttribute('open');
    showCompany(42);
    expect(hosts().length).toBe(0);
    stage.look();
    expect(panel()).toBe(before);
    expect(panel()?.shadowRoot?.querySelector('details')?.open).toBe(false);
  });

  it('follows the page to another company', () => {
    showCompany(42);
    stage.look();
    showCompany(43, germanWords());
    stage.look();
    expect(panel()?.companyId).toBe(43);
  });

  it('follows a page that keeps its company in a hidden field', () => {
    showPage(`<input type="hidden" name="companyId" value="42" />${mvcPage(englishWords())}`, '?');
    stage.look();
    expect(panel()?.companyId).toBe(42);
    const block = hosts()[0];
    content.querySelector('input[name="companyId"]')?.setAttribute('value', '43');
    stage.look();
    expect(panel()?.companyId).toBe(43);
    expect(hosts()).toEqual([block]);
  });

  it('stays while the page is rendering, and goes when the page has become another', () => {
    showCompany(42);
    stage.look();
    content.querySelector('form')?.replaceChildren();
    stage.look();
    expect(hosts().length).toBe(1);
    showPage(otherPages['the security levels'] ?? '', '?level=3');
    stage.look();
    expect(hosts().length).toBe(0);
  });

  it('gives up on a page that throws it out again and again', () => {
    showCompany(42);
    for (let look = 0; look < 50 && !lifetime.over; look += 1) {
      stage.look();
      hosts()[0]?.remove();
    }
    expect(lifetime.over).toBe(true);
  });

  it('takes light or dark from the page', async () => {
    showCompany(42);
    stage.look();
    document.body.style.setProperty('--is-theme-dark', '1');
    await new Promise((resolve) => setTimeout(resolve));
    expect(panel()?.style.colorScheme).toBe('dark');
    document.body.style.setProperty('--is-theme-dark', '0');
    await new Promise((resolve) => setTimeout(resolve));
    expect(panel()?.style.colorScheme).toBe('light');
    document.body.removeAttribute('style');
  });

  it('keeps what is typed in it from the short cuts of the page', () => {
    showCompany(42);
    stage.look();
    const heard: string[] = [];
    const hear = (event: Event) => heard.push(event.type);
    document.addEventListener('keydown', hear);
    document.addEventListener('click', hear);
    for (const type of ['keydown', 'click']) {
      panel()?.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
    document.removeEventListener('keydown', hear);
    document.removeEventListener('click', hear);
    expect(heard).toEqual(['click']);
  });
});

describe('what we say in the page', () => {
  it('says above the block that the extension was updated, and keeps what was typed', () => {
    showCompany(42);
    stage.look();
    stage.sayUpdated();
    const [notice, block] = hosts();
    expect(notice?.shadowRoot?.textContent).toContain('updated');
    expect(block?.shadowRoot?.querySelector('portal-page-panel')).not.toBeNull();
    notice?.shadowRoot?.querySelector('button')?.click();
    expect(hosts()).toEqual([block]);
  });

  it('steps aside for elements of the same names', () => {
    showCompany(42);
    stage.look();
    stage.stepAside();
    expect(panel()).toBeNull();
    expect(hosts()[0]?.shadowRoot?.textContent).toContain('of its own');
    expect(lifetime.over).toBe(true);
  });

  it('leaves nothing of an earlier copy', () => {
    showCompany(42);
    stage.look();
    stage.sayUpdated();
    removeOrphanHosts(document);
    expect(hosts()).toEqual([]);
  });
});
