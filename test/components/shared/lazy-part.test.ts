import { fixture } from '@open-wc/testing';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { describe, expect, it } from 'vitest';
import { define, LazyPart, PortalElement } from '../../../src/components/shared/index.js';

/** A module on its way: whoever has it in hand says how it ends. */
class Delivery {
  readonly asked: { readonly resolve: (module: object) => void; readonly reject: (why: Error) => void }[] =
    [];

  readonly code = (): Promise<unknown> =>
    new Promise((resolve, reject) => this.asked.push({ resolve, reject }));

  arrive(): void {
    this.asked.at(-1)?.resolve({});
  }

  /** As an import ends where the network is down or an old page asks for a file that is gone. */
  fail(): void {
    this.asked.at(-1)?.reject(new TypeError('Failed to fetch dynamically imported module'));
  }
}

class PortalTestLazy extends PortalElement {
  @property({ type: Boolean }) wanted = false;
  readonly delivery = new Delivery();
  readonly lazy = new LazyPart(this, this.delivery.code);

  protected override willUpdate(): void {
    this.lazy.want(this.wanted);
  }

  protected override render(): TemplateResult {
    return html`${this.lazy.trouble() ?? nothing} ${this.lazy.progress()}
    ${this.lazy.isReady ? html`<p class="part">Here</p>` : nothing}`;
  }

  text(selector: string): string {
    return this.renderRoot.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  }

  async settled(): Promise<void> {
    await this.lazy.settled;
    await this.updateComplete;
  }

  retry(): void {
    this.renderRoot.querySelector<HTMLElement>('.notice button')?.click();
  }
}
define('portal-test-lazy', PortalTestLazy);

async function open(): Promise<PortalTestLazy> {
  const element = await fixture<PortalTestLazy>(html`<portal-test-lazy></portal-test-lazy>`);
  element.wanted = true;
  await element.updateComplete;
  return element;
}

describe('a part whose code is loaded when it is wanted', () => {
  it('is asked for once, says that it comes, and is there', async () => {
    const element = await open();
    expect(element.text('[role=status]')).toBe('Loading …');
    element.requestUpdate();
    await element.updateComplete;
    element.delivery.arrive();
    await element.settled();
    expect(element.text('.part')).toBe('Here');
    expect(element.text('[role=status]')).toBe('');
    element.wanted = false;
    await element.updateComplete;
    element.wanted = true;
    await element.updateComplete;
    expect(element.delivery.asked).toHaveLength(1);
  });

  it('that does not come says what happened and what to do, and is loaded by “Try again”', async () => {
    const element = await open();
    for (let times = 1; times <= 2; times += 1) {
      element.delivery.fail();
      await element.settled();
      expect(element.text('[role=alert]')).toMatch(
        /^This part of the page could not be loaded\. Nothing has been changed\. .+ Try again$/,
      );
      expect(element.text('.part')).toBe('');
      // Only its user tries again, not each rendering.
      element.requestUpdate();
      await element.updateComplete;
      expect(element.delivery.asked).toHaveLength(times);
      element.retry();
      await element.updateComplete;
      expect(element.text('[role=alert]')).toBe('');
      expect(element.text('[role=status]')).toBe('Loading …');
      expect(element.delivery.asked).toHaveLength(times + 1);
    }
    element.delivery.arrive();
    await element.settled();
    expect(element.text('.part')).toBe('Here');
  });

  it('forgets the failure when nobody wants it any more, and is asked for when it is wanted again', async () => {
    const element = await open();
    element.delivery.fail();
    await element.settled();
    element.wanted = false;
    await element.updateComplete;
    await element.updateComplete;
    expect(element.text('[role=alert]')).toBe('');
    element.wanted = true;
    await element.updateComplete;
    expect(element.delivery.asked).toHaveLength(2);
  });
});
