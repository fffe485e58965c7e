import { msg } from '@lit/localize';
import type { GridLayoutStore, PageMemory, PortalAdmin, PortalJobs } from '../contract/index.js';
import { setPortalLocale } from '../locales/localization.js';
import { createHost, type Host } from './host.js';
import type { Lifetime } from './lifetime.js';
import { createNotice } from './notice.js';
import { onPageThemeChange, pageColorScheme } from './page-theme.js';
import type { PortalPagePanel } from './panel/portal-page-panel.js';
import { readCompanyId } from './psa/company-id.js';
import { placeInPage } from './psa/mount-point.js';
import { recognise, type RecognisedPage } from './psa/recognise.js';
import { onStickyTopChange } from './sticky-top.js';
import type { Finding } from './watch-page.js';

/** A page that throws our block out so often at a stretch does not want it: then it stays out. */
const MOST_PLACINGS = 12;

/** After so long (ms) in place, being thrown out is a new matter: the PSA renders anew after each save. */
const STRETCH = 10_000;

/** Who fulfils what the elements show and do. */
export interface StageServices {
  readonly admin: PortalAdmin;
  readonly jobs: PortalJobs;
  readonly layouts: GridLayoutStore;
  readonly memory: PageMemory;
}

/** Keeps our block in one frame's page while that shows a company, and true to which one. */
export class ElementsStage {
  readonly #page: Document;
  readonly #lifetime: Lifetime;
  readonly #services: StageServices;
  readonly #isTagTaken: () => boolean;
  #block: { host: Host; panel: PortalPagePanel; address: string } | undefined;
  #placings = 0;
  #placedAt = 0;

  /** @param isTagTaken whether the page has come to use our elements' names itself. */
  constructor(page: Document, lifetime: Lifetime, services: StageServices, isTagTaken: () => boolean) {
    this.#page = page;
    this.#lifetime = lifetime;
    this.#services = services;
    this.#isTagTaken = isTagTaken;
    onPageThemeChange(page, lifetime, () => {
      this.#followTheme();
    });
    onStickyTopChange(
      page,
      lifetime,
      () => this.#block?.host.element,
      (height) => this.#block?.panel.style.setProperty('--portal-sticky-top', `${height}px`),
    );
    lifetime.onEnd(() => {
      // Nobody is reached any more, and nobody is tried.
      this.setReconnecting(false);
    });
  }

  /** Looks at the page and brings the block in line with it. */
  readonly look = (): Finding => {
    if (this.#isInPlace()) return 'watch';
    const found = recognise(this.#page, this.#page.location);
    if (found.kind === 'portal-page') this.#show(found);
    else if (this.#block?.address !== this.#address()) this.#remove();
    return found.kind === 'other' && this.#block === undefined ? 'idle' : 'watch';
  };

  /** Whether the worker is being reached again; the elements say so. */
  setReconnecting(reconnecting: boolean): void {
    if (this.#block !== undefined) this.#block.panel.reconnecting = reconnecting;
  }

  /** Says once, above our block, that the extension was updated. What was typed stays, so that it can be copied. */
  sayUpdated(): void {
    if (this.#block === undefined) return;
    const text = msg(
      'PSA Portal Admin was updated. Reload this page to go on; unsaved changes are lost then.',
    );
    this.#block.host.element.before(createNotice(this.#page, text).element);
  }

  /** Says in our place why we are not here: the page has elements of the same names. */
  stepAside(): void {
    this.#remove();
    this.#lifetime.end();
    const text = msg('This page already shows portal elements of its own, so PSA Portal Admin shows none.');
    placeInPage(this.#page, createNotice(this.#page, text).element);
  }

  /** The usual case, and all that a page that changes often costs: the block is there, for the same address and company. */
  #isInPlace(): boolean {
    const isThere = this.#block?.host.element.isConnected === true && this.#block.address === this.#address();
    return isThere && this.#block?.panel.companyId === readCompanyId(this.#page, this.#page.location);
  }

  /** Fields that render late leave the block alone: only another address takes it away. */
  #address(): string {
    return `${this.#page.location.pathname}${this.#page.location.search}`;
  }

  #show({ companyId, language }: RecognisedPage): void {
    void setPortalLocale(language);
    const block = (this.#block ??= this.#create());
    this.#followTheme();
    block.address = this.#address();
    block.panel.companyId = companyId;
    // The same nodes again after a re-rendering: they still hold what was typed.
    if (!block.host.element.isConnected) this.#place(block.host.element);
  }

  #create(): { host: Host; panel: PortalPagePanel; address: string } {
    const host = createHost(this.#page);
    const panel = this.#page.createElement('portal-page-panel');
    panel.admin = this.#services.admin;
    panel.jobs = this.#services.jobs;
    panel.layouts = this.#services.layouts;
    panel.memory = this.#services.memory;
    host.root.append(panel);
    return { host, panel, address: this.#address() };
  }

  #followTheme(): void {
    if (this.#block !== undefined) this.#block.panel.style.colorScheme = pageColorScheme(this.#page);
  }

  #place(element: HTMLElement): void {
    const now = performance.now();
    this.#placings = now - this.#placedAt < STRETCH ? this.#placings + 1 : 1;
    this.#placedAt = now;
    if (this.#placings > MOST_PLACINGS) this.#lifetime.end();
    else if (this.#isTagTaken()) this.stepAside();
    else placeInPage(this.#page, element);
  }

  #remove(): void {
    this.#block?.host.element.remove();
    this.#block = undefined;
  }
}
