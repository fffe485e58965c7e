import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import type { PortalEvent } from '../../../src/components/shared/index.js';
import { define, PortalElement } from '../../../src/components/shared/index.js';

declare global {
  interface HTMLElementEventMap {
    'portal-test-happened': PortalEvent<number>;
  }
}

class PortalTestPlain extends PortalElement {
  override render(): unknown {
    return html`<button type="button" class="button" @click=${() => this.emit('portal-test-happened', 42)}>
      Go
    </button>`;
  }

  press(): void {
    this.renderRoot.querySelector('button')?.click();
  }
}
define('portal-test-plain', PortalTestPlain);

function open(outer = ''): Promise<PortalTestPlain> {
  return fixture<HTMLElement>(html`<div style=${outer}><portal-test-plain></portal-test-plain></div>`).then(
    (parent) => {
      const element = parent.querySelector('portal-test-plain');
      if (!(element instanceof PortalTestPlain)) throw new Error('Not upgraded.');
      return element;
    },
  );
}

describe('portal element', () => {
  it('does not throw when a tag is defined a second time', () => {
    define('portal-test-plain', class extends PortalElement {});
    expect(customElements.get('portal-test-plain')).toBe(PortalTestPlain);
  });

  it('sends events that bubble out of every shadow root', async () => {
    const element = await open();
    const heard: number[] = [];
    const listener = ({ detail }: PortalEvent<number>): unknown => heard.push(detail);
    document.body.addEventListener('portal-test-happened', listener);
    element.press();
    document.body.removeEventListener('portal-test-happened', listener);
    expect(heard).toEqual([42]);
  });

  it('has an open root outside the published extension', async () => {
    expect((await open()).shadowRoot).not.toBeNull();
  });

  it('has a closed root, and still works, where the build says so', async () => {
    Reflect.set(globalThis, '__OPEN_SHADOW_ROOTS__', false);
    // The query makes it a second copy of the module, which reads the build's constant anew.
    const path = '/src/components/shared/portal-element.ts?published';
    const published = (await import(/* @vite-ignore */ path)) as { PortalElement: typeof PortalElement };
    Reflect.deleteProperty(globalThis, '__OPEN_SHADOW_ROOTS__');
    class PortalTestClosed extends published.PortalElement {
      override render(): unknown {
        return html`<p style="block-size: 50px">Inside</p>`;
      }
    }
    define('portal-test-closed', PortalTestClosed);
    const element = await fixture<PortalTestClosed>(html`<portal-test-closed></portal-test-closed>`);
    expect(element.shadowRoot).toBe(null);
    expect(element.offsetHeight).toBeGreaterThanOrEqual(50);
  });

  it('takes the page’s font and colours, and the tokens set above it', async () => {
    const element = await open('font-family: Georgia; color-scheme: dark; --portal-accent: rgb(1, 2, 3)');
    const button = element.renderRoot.querySelector('button');
    button?.classList.add('primary');
    await Promise.all(button?.getAnimations().map(({ finished }) => finished) ?? []);
    expect(getComputedStyle(element).fontFamily).toBe('Georgia');
    expect(getComputedStyle(element).color).toBe('rgb(230, 233, 238)');
    expect(button && getComputedStyle(button).backgroundColor).toBe('rgb(1, 2, 3)');
  });

  it('lets nothing else of the page in', async () => {
    const element = await open(
      'text-transform: uppercase; letter-spacing: 4px; text-align: center; line-height: 3',
    );
    const { textTransform, letterSpacing, textAlign, fontSize } = getComputedStyle(element);
    expect([textTransform, letterSpacing, textAlign, fontSize]).toEqual(['none', 'normal', 'start', '13px']);
  });
});
