import { fixture, html } from '@open-wc/testing';
import type { PageBrowser, SignInReturn, SignInWindow } from '../../../src/pages/options/page-browser.js';
import '../../../src/pages/options/portal-options.js';
import type { PortalOptions } from '../../../src/pages/options/portal-options.js';
import type { WorkerInMemory } from './worker-in-memory.js';

/** The browser around the page: grants what the test says, and lets the person at the sign-in window be played. */
export class BrowserInMemory implements PageBrowser {
  grants = true;
  readonly asked: (readonly string[])[] = [];
  readonly #signIns: { signIn: SignInWindow; end: (back: SignInReturn) => void }[] = [];

  requestAccess: PageBrowser['requestAccess'] = (origins) => {
    const needed = origins.filter((origin) => !origin.endsWith('.autotask.net'));
    if (needed.length > 0) this.asked.push(needed);
    return Promise.resolve(this.grants ? [] : needed);
  };
  redirectUri = () => 'https://extension.example/back';
  openSignIn: PageBrowser['openSignIn'] = (signIn) =>
    new Promise((end) => {
      this.#signIns.push({ signIn, end });
    });

  /** The person is through with the sign-in that was opened last. */
  comeBack(back: SignInReturn): void {
    this.#signIns.at(-1)?.end(back);
  }

  get opened(): readonly SignInWindow[] {
    return this.#signIns.map(({ signIn }) => signIn);
  }
}

/** The options page with this worker, at one of its parts, and what a user can find and do there. */
export class OptionsStage {
  private constructor(
    readonly page: PortalOptions,
    readonly browser: BrowserInMemory,
  ) {}

  static async show(
    worker: WorkerInMemory,
    part: 'connections' | 'vault' | 'stored' = 'connections',
    browser = new BrowserInMemory(),
  ): Promise<OptionsStage> {
    history.replaceState(null, '', `#${part}`);
    const page = await fixture<PortalOptions>(
      html`<portal-options
        .connections=${worker.connections}
        .vault=${worker.vault}
        .browser=${browser}
      ></portal-options>`,
    );
    const stage = new OptionsStage(page, browser);
    await stage.settle();
    return stage;
  }

  /** Lets answers arrive and everything render; a few rounds, because one thing leads to another. */
  async settle(): Promise<void> {
    for (let round = 0; round < 6; round += 1) await new Promise((resolve) => setTimeout(resolve));
    await this.page.updateComplete;
  }

  /** Every element that is shown, across shadow roots, in the order of the page. */
  all(selector: string): HTMLElement[] {
    const roots = (root: ParentNode): ParentNode[] => [
      root,
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? roots(shadowRoot) : [])),
    ];
    return roots(this.page.shadowRoot ?? this.page)
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)])
      .filter((element) => element.checkVisibility());
  }

  /** The first that is shown. @throws {Error} when nothing is. */
  one(selector: string): HTMLElement {
    const [found] = this.all(selector);
    if (found === undefined) throw new Error(`not shown: ${selector}`);
    return found;
  }

  get text(): string {
    return this.all('*')
      .flatMap((element) => [...element.childNodes])
      .filter((node) => node instanceof Text)
      .map((node) => node.data.trim())
      .filter((text) => text !== '')
      .join(' ');
  }

  input(selector: string): HTMLInputElement {
    const found = this.one(selector);
    if (!(found instanceof HTMLInputElement)) throw new Error(`no input: ${selector}`);
    return found;
  }

  button(label: string): HTMLElement {
    const found = this.all('button').find(
      ({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim() === label,
    );
    if (found === undefined) throw new Error(`no button ${label}`);
    return found;
  }

  async click(label: string): Promise<void> {
    this.button(label).click();
    await this.settle();
  }

  async type(name: string, text: string): Promise<void> {
    const input = this.input(`input[name="${name}"]`);
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await this.settle();
  }

  async choose(name: string, value: string): Promise<void> {
    this.input(`input[name="${name}"][value="${value}"]`).click();
    await this.settle();
  }

  async submit(name: string): Promise<void> {
    this.input(`input[name="${name}"]`).form?.requestSubmit();
    await this.settle();
  }

  /** Follows a link of the navigation. */
  async go(part: 'connections' | 'vault' | 'stored'): Promise<void> {
    location.hash = part;
    await new Promise((resolve) => setTimeout(resolve, 20));
    await this.settle();
  }

  /** What has the focus, however deep. */
  get focused(): Element | null {
    let element: Element | null = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
  }
}
