import { LitElement, type CSSResultGroup, type CSSResultOrNative } from 'lit';
import { property } from 'lit/decorators.js';
import { controlStyles } from './controls.styles.js';
import { noteKeyTarget } from './key-target.js';
import { PortalEvent, type PortalEventDetail, type PortalEventType } from './portal-event.js';
import { refuseImitations } from './refuse-imitations.js';
import { isInExtension } from './surroundings.js';
import { themeStyles } from './theme.styles.js';

/** In the published extension no script of the page may look inside; everywhere else test drivers and axe must. */
export function shadowRootMode(): ShadowRootMode {
  return !isInExtension() || __OPEN_SHADOW_ROOTS__ ? 'open' : 'closed';
}

/**
 * The base of all our elements: theme and controls, the mode of the shadow root, typed events. It needs nothing that
 * the polyfilled registry of an isolated world lacks (no `attachInternals`, no `:defined`).
 *
 * All elements know all of these tokens and take them from anywhere above. They are told here once; the defaults are those
 * of `theme.styles.ts`, and `docs/theming.md` has its table from here.
 *
 * @cssproperty {<color>} [--portal-surface=light-dark(#fff, #171a20)] - Ground of cards, grids and rows.
 * @cssproperty {<color>} [--portal-raised=light-dark(#fff, #1e222a)] - Ground of controls and of what lies on top: dialogs, menus, the bar of changes.
 * @cssproperty {<color>} [--portal-sunken=light-dark(#f6f7f9, #12151a)] - Ground of grid headers and of what is locked.
 * @cssproperty {<color>} [--portal-line=light-dark(#e3e6eb, #2c313b)] - Hairlines between rows and around cards.
 * @cssproperty {<color>} [--portal-line-strong=light-dark(#7f8897, #727d8d)] - Borders of controls: 3:1 on every ground.
 * @cssproperty {<color>} [--portal-text=light-dark(#1a1f29, #e6e9ee)] - What is read first.
 * @cssproperty {<color>} [--portal-quiet=light-dark(#586170, #a3adba)] - Explanations and headers; 4.5:1 on surface, raised and sunken.
 * @cssproperty {<color>} [--portal-accent=light-dark(#1f5fd0, #84adff)] - What can be acted on: links, main buttons, what is chosen. 4.5:1 on surface and accent-soft.
 * @cssproperty {<color>} [--portal-accent-soft=light-dark(#eaf1fe, #1b2740)] - Ground of what is chosen and of notices to know.
 * @cssproperty {<color>} [--portal-on-accent=light-dark(#fff, #0b1220)] - Text on accent, and the knob of switches.
 * @cssproperty {<color>} [--portal-good=light-dark(#136b40, #5fcf97)] - It works.
 * @cssproperty {<color>} [--portal-good-soft=light-dark(#e6f5ec, #12291d)] - The ground to it.
 * @cssproperty {<color>} [--portal-warn=light-dark(#855600, #f2c066)] - It needs a look.
 * @cssproperty {<color>} [--portal-warn-soft=light-dark(#fff5e0, #2c2210)] - The ground to it.
 * @cssproperty {<color>} [--portal-bad=light-dark(#b42318, #ff9a91)] - It is broken, or lost when chosen.
 * @cssproperty {<color>} [--portal-bad-soft=light-dark(#fdecea, #331714)] - The ground to it.
 * @cssproperty {<color>} [--portal-on-bad=light-dark(#fff, #1d0a08)] - Text on bad.
 * @cssproperty {<color>} [--portal-chart-good=light-dark(#5b9f7e, #4d9c76)] - Bars of what succeeded: 3:1 on surface.
 * @cssproperty {<color>} [--portal-chart-bad=var(--portal-bad)] - Bars of what failed; they are striped as well.
 * @cssproperty {<color>} [--portal-focus=var(--portal-accent)] - Outline of what has the focus: 3:1 on every ground.
 * @cssproperty {<length>} [--portal-focus-width=2px] - How thick that outline is.
 * @cssproperty {<color>} [--portal-backdrop=light-dark(#0f172a59, #0009)] - Over the page behind a dialog.
 * @cssproperty [--portal-shadow=0 6px 24px light-dark(#0f172a24, #0009)] - Under what lies on top, a `box-shadow`.
 * @cssproperty {<length>} [--portal-radius=6px] - Corners of controls; those of cards and dialogs are 5/3 of it, small ones half.
 * @cssproperty {<length>} [--portal-radius-pill=99px] - Corners of pills, chips and switches.
 * @cssproperty {<length>} [--portal-pad=16px] - Between the edge of a card and what is in it.
 * @cssproperty {<length>} [--portal-row-height=36px] - Rows of grids, 20 to 96 px; taken in whole pixels.
 * @cssproperty {<length>} [--portal-control-height=32px] - Fields, buttons and the header of grids.
 * @cssproperty {<length>} [--portal-font-size=13px] - Size of the text; all other sizes follow it. `1rem` or `1em` follow the page.
 * @cssproperty [--portal-font-family=inherit] - By itself the page's own.
 * @cssproperty {<length>} [--portal-grid-max-block-size=min(680px, 78vh)] - Height from which on the rows of a grid scroll.
 * @cssproperty {<length>} [--portal-sticky-top=0px] - Height of what the page around keeps at the window's upper edge, so that nothing is led below it.
 *
 * @csspart notice - A sentence on what needs a look, with a way to act.
 * @csspart skeleton - In place of what is being loaded.
 */
export abstract class PortalElement extends LitElement {
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    mode: shadowRootMode(),
  };

  /**
   * How close everything stands: `compact` for many rows on a small screen, `comfortable` for fingers. Sets the tokens for
   * sizes; elements inside follow, and the page's own tokens for this very element go before.
   */
  @property({ reflect: true }) density?: 'compact' | 'comfortable' | undefined;

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
