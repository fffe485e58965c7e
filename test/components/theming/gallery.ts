import { fixture, html } from '@open-wc/testing';
import {
  createMemoryClient,
  createMemoryJobs,
  type MemoryClient,
} from '../../../src/clients/memory/index.js';
import '../../../src/components/index.js';
import type { PortalJobs } from '../../../src/contract/index.js';
import { activateAll, DAIRY, withContacts } from '../job-list/plans.js';

const FLORIST_WITH_TASKFIRE = 175;

/** All elements below a node, through every shadow root. */
export function everything(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot === null ? [] : everything(element.shadowRoot)),
  ]);
}

/** What surrounds an element where it is seen: the slot it is in, the host it is inside of. */
export function around(element: Element): Element | null {
  if (element.assignedSlot !== null) return element.assignedSlot;
  const { parentNode } = element;
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
}

/** All public elements in one page, each with something to show: a change, a selection, a notice, a job. */
export class Gallery {
  constructor(
    readonly page: HTMLElement,
    readonly admin: MemoryClient,
    readonly jobs: PortalJobs,
  ) {}

  /** An element of ours in the page, and its root. */
  rootOf(tag: string): ShadowRoot {
    const root = this.page.querySelector(tag)?.shadowRoot;
    if (!root) throw new Error(`No open <${tag}> in the gallery.`);
    return root;
  }

  /** The elements that a selector means, wherever they are. */
  all(selector: string): HTMLElement[] {
    return everything(this.page).filter((element) => element.matches(selector));
  }

  get(selector: string): HTMLElement {
    const found = this.all(selector).find((element) => element.checkVisibility());
    if (found === undefined) throw new Error(`No ${selector} is seen in the gallery.`);
    return found;
  }

  async until(condition: () => boolean): Promise<void> {
    for (let tries = 0; tries < 500; tries += 1) {
      if (condition()) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`Waited in vain for ${String(condition)}.`);
  }
}

/** The gallery on the demo's data, in a page of the usual width. */
export async function openGallery(): Promise<Gallery> {
  localStorage.clear();
  const seed = withContacts(60);
  const admin = createMemoryClient({ seed });
  const jobs = createMemoryJobs(admin, { pageSize: 10 });
  await jobs.start(activateAll(seed));
  const page = await fixture<HTMLElement>(html`
    <main style="background: Canvas; color: CanvasText; padding: 12px; --portal-grid-max-block-size: 320px">
      <portal-company-settings .admin=${admin} .companyId=${DAIRY}></portal-company-settings>
      <portal-taskfire .admin=${admin} .companyId=${FLORIST_WITH_TASKFIRE}></portal-taskfire>
      <portal-logo-manager .admin=${admin} .companyId=${FLORIST_WITH_TASKFIRE}></portal-logo-manager>
      <portal-contact-grid .admin=${admin} .jobs=${jobs} .companyId=${DAIRY}></portal-contact-grid>
      <portal-sso-log .admin=${admin} .companyId=${DAIRY}></portal-sso-log>
      <portal-job-list .jobs=${jobs}></portal-job-list>
      <portal-global-settings .admin=${admin}></portal-global-settings>
    </main>
  `);
  const gallery = new Gallery(page, admin, jobs);
  await gallery.until(
    () =>
      ['portal-company-settings .row', 'portal-global-settings .row'].every(
        (one) => gallery.rootOf(one.split(' ')[0] ?? '').querySelector('.row') !== null,
      ) &&
      gallery.all('.rows .row').length > 10 &&
      gallery.all('portal-job-card .pill, .pill').length > 5 &&
      gallery.all('.days button').length > 0 &&
      gallery.rootOf('portal-logo-manager').querySelector('.stage') !== null &&
      gallery.rootOf('portal-taskfire').querySelector('.card') !== null,
  );
  gallery
    .rootOf('portal-company-settings')
    .querySelector<HTMLElement>('input.switch:not(:disabled)')
    ?.click();
  const box = everything(gallery.rootOf('portal-contact-grid')).find((one) =>
    one.matches('.rows .box input'),
  );
  box?.click();
  await gallery.until(() => gallery.all('.bar [aria-busy], .bar-actions').length > 0);
  await gallery.until(() => gallery.all('.selection-bar').length > 0);
  return gallery;
}
