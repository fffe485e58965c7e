import { elementUpdated, expect as expectElement, fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import {
  createMemoryClient,
  createMemoryJobs,
  createMemoryPageMemory,
} from '../../../src/clients/memory/index.js';
import '../../../src/components/bulk-change/bulk-change.js';
import '../../../src/components/company-page/company-page.js';
import '../../../src/components/contact-grid/contact-grid.js';
import '../../../src/components/job-list/job-list.js';
import { PortalProvider } from '../../../src/components/provider/provider.js';
import { CompanyElement, define } from '../../../src/components/shared/index.js';
import type { PortalTaskfire } from '../../../src/components/taskfire/taskfire.js';
import '../../../src/components/taskfire/taskfire.js';
import type { GridLayoutStore } from '../../../src/contract/index.js';
import { waitFor } from '../contact-grid/stage.js';

const COMPANY = 175;

async function provider(admin = createMemoryClient()): Promise<PortalProvider> {
  return fixture<PortalProvider>(html`<portal-provider .admin=${admin}></portal-provider>`);
}

function element(): PortalTaskfire {
  const made = document.createElement('portal-taskfire');
  made.companyId = COMPANY;
  return made;
}

const isShown = (one: Element): boolean => one.shadowRoot?.querySelector('.card') !== null;

describe('<portal-provider>', () => {
  it('gives every kind of element what it needs', async () => {
    const admin = createMemoryClient();
    const jobs = createMemoryJobs(admin);
    const pageMemory = createMemoryPageMemory();
    const layouts: GridLayoutStore = {
      load: () => Promise.resolve(undefined),
      save: () => Promise.resolve(),
    };
    const around = await fixture<PortalProvider>(
      html`<portal-provider .admin=${admin} .jobs=${jobs} .layouts=${layouts} .pageMemory=${pageMemory}>
        <portal-company-page></portal-company-page><portal-contact-grid></portal-contact-grid>
        <portal-job-list></portal-job-list><portal-bulk-change></portal-bulk-change>
        <portal-data-grid></portal-data-grid>
      </portal-provider>`,
    );
    const one = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] => {
      const found = around.querySelector(tag);
      if (found === null) throw new Error(`no ${tag}`);
      return found;
    };
    expect(one('portal-company-page').admin).toBe(admin);
    expect(one('portal-company-page').jobs).toBe(jobs);
    expect(one('portal-company-page').memory).toBe(pageMemory);
    expect(one('portal-contact-grid').admin).toBe(admin);
    expect(one('portal-contact-grid').jobs).toBe(jobs);
    expect(one('portal-job-list').jobs).toBe(jobs);
    expect(one('portal-bulk-change').admin).toBe(admin);
    expect(one('portal-bulk-change').jobs).toBe(jobs);
    expect(one('portal-data-grid').layouts).toBe(layouts);
  });

  it('reaches through shadow roots, and inner providers reach only their own', async () => {
    const [outer, inner] = [createMemoryClient(), createMemoryClient()];
    const around = await provider(outer);
    const box = document.createElement('div');
    const root = box.attachShadow({ mode: 'open' });
    const near = document.createElement('portal-provider');
    near.admin = inner;
    const [deep, deeper] = [element(), element()];
    near.append(deeper);
    root.append(deep, near);
    around.append(box);
    expect(deep.admin).toBe(outer);
    expect(deeper.admin).toBe(inner);
    await waitFor(() => isShown(deep) && isShown(deeper));
  });

  it('takes what is set later, as frameworks do: the element first, the provider’s property after it', async () => {
    const around = await fixture<PortalProvider>(
      html`<portal-provider><portal-taskfire company-id="175"></portal-taskfire></portal-provider>`,
    );
    const inside = around.querySelector('portal-taskfire');
    if (inside === null) throw new Error('no element');
    await elementUpdated(inside);
    expect(inside.shadowRoot?.textContent).toContain('Not connected to a PSA yet.');
    around.admin = createMemoryClient();
    await waitFor(() => isShown(inside));
  });

  it('hands on another administration', async () => {
    const around = await provider();
    const inside = element();
    around.append(inside);
    await waitFor(() => isShown(inside));
    const other = createMemoryClient({ permission: 'viewer' });
    around.admin = other;
    expect(inside.admin).toBe(other);
    await waitFor(() => inside.shadowRoot?.querySelector('.notice') !== null);
    around.admin = undefined;
    expect(inside.admin).toBeUndefined();
  });

  it('gives way to what is set on the element, before and after, and comes back when that is taken away', async () => {
    const [own, given] = [createMemoryClient(), createMemoryClient()];
    const around = await provider(given);
    const inside = element();
    inside.admin = own;
    around.append(inside);
    expect(inside.admin).toBe(own);
    around.admin = createMemoryClient();
    expect(inside.admin).toBe(own);
    inside.admin = undefined;
    expect(inside.admin).toBe(around.admin);
    inside.admin = own;
    expect(inside.admin).toBe(own);
  });

  it('reaches elements that were there before its tag was defined', async () => {
    const tag = 'portal-late-provider';
    const around = await fixture(html`<div></div>`);
    const early = document.createElement(tag);
    const inside = element();
    early.append(inside);
    around.append(early);
    await elementUpdated(inside);
    expect(inside.admin).toBeUndefined();
    define(tag, class extends PortalProvider {});
    expect(early).toBeInstanceOf(PortalProvider);
    const admin = createMemoryClient();
    Object.assign(early, { admin });
    expect(inside.admin).toBe(admin);
    await waitFor(() => isShown(inside));
  });

  it('keeps a property that was set before the tag was defined', async () => {
    const admin = createMemoryClient();
    const early = Object.assign(document.createElement('portal-later-provider'), { admin });
    const inside = element();
    early.append(inside);
    const around = await fixture(html`<div></div>`);
    around.append(early);
    define('portal-later-provider', class extends PortalProvider {});
    await elementUpdated(early);
    expect(inside.admin).toBe(admin);
  });

  it('reaches elements whose own tag is defined later', async () => {
    const around = await provider();
    const late = document.createElement('portal-late-element');
    around.append(late);
    define(
      'portal-late-element',
      class extends CompanyElement {
        protected override render(): undefined {
          return undefined;
        }
      },
    );
    expect(late).toHaveProperty('admin', around.admin);
  });

  it('is left with the element: elsewhere it gets what is given there, or nothing', async () => {
    const [first, second] = [await provider(), await provider()];
    const inside = element();
    first.append(inside);
    await waitFor(() => isShown(inside));
    second.append(inside);
    expect(inside.admin).toBe(second.admin);
    document.body.append(inside);
    expect(inside.admin).toBeUndefined();
    await elementUpdated(inside);
    expect(inside.shadowRoot?.textContent).toContain('Not connected');
    inside.remove();
  });

  it('understands the elements of another copy of the package, by the keys of its contexts', async () => {
    const around = await provider();
    const heard: unknown[] = [];
    const request = Object.assign(new Event('context-request', { bubbles: true, composed: true }), {
      context: Symbol.for('psa-portal-admin.admin'),
      contextTarget: around.appendChild(document.createElement('i')),
      callback: (value: unknown) => heard.push(value),
      subscribe: false,
    });
    around.firstElementChild?.dispatchEvent(request);
    expect(heard).toEqual([around.admin]);
  });

  it('has no look and no place of its own', async () => {
    const around = await fixture<PortalProvider>(
      html`<portal-provider style="color: rgb(1, 2, 3)"><p>Text of the app</p></portal-provider>`,
    );
    expect(getComputedStyle(around).display).toBe('contents');
    const text = around.querySelector('p');
    if (text === null) throw new Error('no text');
    expect(getComputedStyle(text).color).toBe('rgb(1, 2, 3)');
    expect(getComputedStyle(text).fontFamily).toBe(getComputedStyle(document.body).fontFamily);
    around.hidden = true;
    expect(getComputedStyle(around).display).toBe('none');
    around.hidden = false;
    await expectElement(around).to.be.accessible();
  });
});
