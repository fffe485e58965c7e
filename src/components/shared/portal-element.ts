import { LitElement, type CSSResultGroup, type CSSResultOrNative } from 'lit';
import { controlStyles } from './controls.styles.js';
import { noteKeyTarget } from './key-target.js';
import { PortalEvent, type PortalEventDetail, type PortalEventType } from './portal-event.js';
import { refuseImitations } from './refuse-imitations.js';
import { themeStyles } from './theme.styles.js';

/** In the published extension no script of the page may look inside; everywhere else test drivers and axe must. */
export function shadowRootMode(): ShadowRootMode {
  return typeof __OPEN_SHADOW_ROOTS__ === 'undefined' || __OPEN_SHADOW_ROOTS__ ? 'open' : 'closed';
}

/**
 * The base of all our elements: theme and controls, the mode of the shadow root, typed events. It needs nothing that
 * the polyfilled registry of an isolated world lacks (no `attachInternals`, no `:defined`).
 */
export abstract class PortalElement extends LitElement {
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    mode: shadowRootMode(),
  };

  /** Puts theme and controls in front of the element's own styles, so that these can refine them. */
  static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    return [...super.finalizeStyles([themeStyles, controlStyles]), ...super.finalizeStyles(styles)];
  }

  /** In the published extension only users work our controls; tests and embedding apps may script them. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('keydown', noteKeyTarget, { capture: true });
    if (shadowRootMode() === 'closed') refuseImitations(root);
    return root;
  }

  /** Tells the world outside what happened. */
  protected emit<Type extends PortalEventType>(type: Type, detail: PortalEventDetail<Type>): void {
    this.dispatchEvent(new PortalEvent(type, detail));
  }

  /** The focused element inside, whatever the mode of the root. */
  protected get focusedInside(): Element | null {
    return this.renderRoot instanceof ShadowRoot ? this.renderRoot.activeElement : null;
  }

  /** Moves the focus to an element inside once it is rendered. Does nothing where there is none. */
  protected async focusInside(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
