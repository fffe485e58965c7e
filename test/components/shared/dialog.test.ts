import { expect as expectElement, fixture } from '@open-wc/testing';
import { html, nothing, render } from 'lit';
import { userEvent } from 'vitest/browser';
import { describe, expect, it, vi } from 'vitest';
import '../../../src/components/shared/dialog.js';
import type { DialogSize, PortalDialog } from '../../../src/components/shared/dialog.js';

interface Props {
  readonly size?: DialogSize;
  readonly isQuestion?: boolean;
  readonly hasUnsaved?: boolean;
  readonly isBusy?: boolean;
  readonly lines?: number;
}

/** A dialog behind a button that has the focus when the dialog opens. */
class Stage {
  closings = 0;

  private constructor(
    readonly opener: HTMLButtonElement,
    readonly dialog: PortalDialog,
  ) {
    dialog.addEventListener('close', () => (this.closings += 1));
  }

  static async open(props: Props = {}): Promise<Stage> {
    const page = await fixture<HTMLElement>(
      html`<div>
        <button type="button">Open</button>
        <portal-dialog
          heading="Rename the contact"
          lead="Jäger, Aylin"
          first-focus="#name"
          .size=${props.size ?? 'medium'}
          ?is-question=${props.isQuestion}
          ?has-unsaved=${props.hasUnsaved}
          ?is-busy=${props.isBusy}
        >
          <label>First <input id="first" /></label>
          <label>Name <input id="name" /></label>
          ${props.lines === undefined ? nothing : html`<div class="long" style="block-size: ${props.lines * 20}px"></div>`}
          <p slot="actions">A note</p>
          <button slot="actions" type="button" class="cancel">Cancel</button>
        </portal-dialog>
      </div>`,
    );
    const opener = page.querySelector('button');
    const dialog = page.querySelector('portal-dialog');
    if (opener === null || dialog === null) throw new Error('The fixture is not complete.');
    const stage = new Stage(opener, dialog);
    opener.focus();
    dialog.open = true;
    await vi.waitUntil(() => stage.isModal);
    return stage;
  }

  get root(): ShadowRoot {
    if (this.dialog.shadowRoot === null) throw new Error('The root is closed.');
    return this.dialog.shadowRoot;
  }

  get native(): HTMLDialogElement {
    const native = this.root.querySelector('dialog');
    if (native === null) throw new Error('There is no native dialog.');
    return native;
  }

  get isModal(): boolean {
    return this.native.matches(':modal');
  }

  get cancel(): HTMLElement {
    const cancel = this.dialog.querySelector<HTMLElement>('.cancel');
    if (cancel === null) throw new Error('There is no way back.');
    return cancel;
  }

  get isAsking(): boolean {
    return this.root.querySelector('.guard') !== null;
  }

  /** What the question offers has the focus. */
  async asked(): Promise<void> {
    await vi.waitUntil(() => this.root.activeElement?.classList.contains('stay') === true);
  }

  press(selector: string): void {
    this.root.querySelector<HTMLElement>(selector)?.click();
  }

  async closed(): Promise<void> {
    await vi.waitUntil(() => this.closings === 1);
    expect([this.isModal, this.dialog.open]).toEqual([false, false]);
  }
}

describe('<portal-dialog>', () => {
  it('opens with the focus where it was told, and gives it back at Escape', async () => {
    const stage = await Stage.open();
    expect(document.activeElement?.id).toBe('name');
    await userEvent.keyboard('{Escape}');
    await stage.closed();
    expect(document.activeElement).toBe(stage.opener);
  });

  it('opens and closes as often as `open` is set, and says each time that it closed', async () => {
    const stage = await Stage.open();
    for (let times = 1; times <= 3; times += 1) {
      stage.dialog.open = false;
      await vi.waitUntil(() => stage.closings === times);
      expect(stage.isModal).toBe(false);
      stage.dialog.open = true;
      await vi.waitUntil(() => stage.isModal);
    }
  });

  it('says that it closed before `close` returns, so that it can be opened again in the same moment', async () => {
    const stage = await Stage.open();
    stage.dialog.close();
    expect(stage.closings).toBe(1);
    stage.dialog.open = true;
    await vi.waitUntil(() => stage.isModal);
    // The browser tells of the first closing about now.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([stage.isModal, stage.dialog.open, stage.closings]).toEqual([true, true, 1]);
  });

  it('opens for whoever shows it anew as soon as it is closed', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const show = (open: boolean): void => {
      render(html`<portal-dialog .open=${open} @close=${() => show(false)}></portal-dialog>`, page);
    };
    show(true);
    const dialog = page.querySelector('portal-dialog');
    const isModal = (): boolean => dialog?.shadowRoot?.querySelector('dialog')?.matches(':modal') === true;
    await vi.waitUntil(isModal);
    for (let times = 0; times < 3; times += 1) {
      dialog?.requestClose();
      expect(isModal()).toBe(false);
      show(true);
      await vi.waitUntil(isModal);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(isModal()).toBe(true);
    }
  });

  it('asks before what was entered is lost, and Escape takes the question back first', async () => {
    const stage = await Stage.open({ hasUnsaved: true });
    await userEvent.keyboard('Jaeger{Escape}');
    await stage.asked();
    expect(stage.root.querySelector('[role=alert]')?.textContent).toContain('What you entered is not saved.');
    await userEvent.keyboard('{Escape}');
    await vi.waitUntil(() => !stage.isAsking);
    expect(stage.isModal).toBe(true);
    expect(document.activeElement?.id).toBe('name');
    await userEvent.keyboard('{Escape}');
    await stage.asked();
    stage.press('.leave');
    await stage.closed();
    expect(document.activeElement).toBe(stage.opener);
  });

  it('stays open however often Escape is pressed, though the browser would close it at the second', async () => {
    const stage = await Stage.open({ hasUnsaved: true });
    for (let times = 0; times < 7; times += 1) {
      await userEvent.keyboard('{Escape}');
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(stage.isModal).toBe(true);
    }
    await stage.asked();
    expect(stage.closings).toBe(0);
  });

  it('asks before it leaves what is under way, and no longer once that has ended', async () => {
    const stage = await Stage.open({ isBusy: true });
    expect(stage.native.ariaBusy).toBe('true');
    stage.dialog.requestClose();
    await stage.asked();
    expect(stage.root.querySelector('[role=alert]')?.textContent).toContain('This is still under way.');
    stage.dialog.isBusy = false;
    await vi.waitUntil(() => !stage.isAsking);
    stage.dialog.requestClose();
    await stage.closed();
  });

  it('closes without a question where it is told to', async () => {
    const stage = await Stage.open({ hasUnsaved: true });
    stage.dialog.close();
    await stage.closed();
  });

  it('closes what is open inside first', async () => {
    const stage = await Stage.open();
    const menu = document.createElement('div');
    menu.popover = 'auto';
    stage.dialog.append(menu);
    // Without a deed of the user in between, Chromium takes both for one and closes both.
    stage.cancel.addEventListener('click', () => menu.showPopover());
    await userEvent.click(stage.cancel);
    await userEvent.keyboard('{Escape}');
    await vi.waitUntil(() => !menu.matches(':popover-open'));
    expect(stage.isModal).toBe(true);
    await userEvent.keyboard('{Escape}');
    await stage.closed();
  });

  it('is closed where it comes back into the page', async () => {
    const { dialog, native } = await Stage.open();
    const place = dialog.parentElement;
    dialog.remove();
    place?.append(dialog);
    await dialog.updateComplete;
    expect([dialog.open, native.open]).toEqual([false, false]);
  });

  it('keeps heading and actions in sight while a long body scrolls, and fills the window where it is large', async () => {
    for (const size of ['medium', 'large'] as const) {
      const { native, root, dialog, cancel } = await Stage.open({ size, lines: 200 });
      const { bottom, height } = native.getBoundingClientRect();
      expect(height).toBe(innerHeight - 48);
      expect(cancel.getBoundingClientRect().bottom).toBeLessThan(bottom);
      expect(native.scrollHeight).toBe(native.clientHeight);
      expect(root.querySelector('.body')?.scrollHeight).toBeGreaterThan(height);
      dialog.close();
    }
    const { native } = await Stage.open({ size: 'large' });
    expect(native.getBoundingClientRect().height).toBe(innerHeight - 48);
  });

  it('has a name, a description where it asks, and no violation', async () => {
    const stage = await Stage.open({ size: 'small', isQuestion: true, hasUnsaved: true });
    expect([stage.native.role, stage.native.getAttribute('aria-describedby')]).toEqual([
      'alertdialog',
      'body',
    ]);
    stage.dialog.requestClose();
    await stage.asked();
    await expectElement(stage.dialog).to.be.accessible();
  });
});
