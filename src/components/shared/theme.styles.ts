import { css } from 'lit';

/**
 * The look of all our elements. Whoever embeds them sets `--portal-*` on the element or anywhere above; inside only the
 * private `--_*` are used. What each is for stands at `PortalElement`. Colours follow the `color-scheme` of the place the
 * element stands in, so it is light in a light page even on a dark desktop. Text has a contrast of at least 4.5, borders
 * of controls and the focus of 3.
 */
const tokens = css`
  :host {
    --_surface: var(--portal-surface, light-dark(#fff, #171a20));
    --_raised: var(--portal-raised, light-dark(#fff, #1e222a));
    --_sunken: var(--portal-sunken, light-dark(#f6f7f9, #12151a));
    --_line: var(--portal-line, light-dark(#e3e6eb, #2c313b));
    --_line-strong: var(--portal-line-strong, light-dark(#7f8897, #727d8d));
    --_text: var(--portal-text, light-dark(#1a1f29, #e6e9ee));
    --_quiet: var(--portal-quiet, light-dark(#586170, #a3adba));
    --_accent: var(--portal-accent, light-dark(#1f5fd0, #84adff));
    --_accent-soft: var(--portal-accent-soft, light-dark(#eaf1fe, #1b2740));
    --_on-accent: var(--portal-on-accent, light-dark(#fff, #0b1220));
    --_good: var(--portal-good, light-dark(#136b40, #5fcf97));
    --_good-soft: var(--portal-good-soft, light-dark(#e6f5ec, #12291d));
    --_warn: var(--portal-warn, light-dark(#855600, #f2c066));
    --_warn-soft: var(--portal-warn-soft, light-dark(#fff5e0, #2c2210));
    --_bad: var(--portal-bad, light-dark(#b42318, #ff9a91));
    --_bad-soft: var(--portal-bad-soft, light-dark(#fdecea, #331714));
    --_on-bad: var(--portal-on-bad, light-dark(#fff, #1d0a08));
    --_chart-good: var(--portal-chart-good, light-dark(#5b9f7e, #4d9c76));
    --_chart-bad: var(--portal-chart-bad, var(--_bad));
    --_focus: var(--portal-focus, var(--_accent));
    --_focus-width: var(--portal-focus-width, 2px);
    --_backdrop: var(--portal-backdrop, light-dark(#0f172a59, #0009));
    --_shadow: var(--portal-shadow, 0 6px 24px light-dark(#0f172a24, #0009));
    --_radius: var(--portal-radius, 6px);
    --_radius-pill: var(--portal-radius-pill, 99px);
    --_radius-small: calc(var(--_radius) / 2);
    --_radius-large: calc(var(--_radius) * 5 / 3);
    --_pad: var(--portal-pad, 16px);
    --_row-height: var(--portal-row-height, 36px);
    --_control-height: var(--portal-control-height, 32px);
    /* WCAG 2.2, target size: 24 px at least. */
    --_control-small: max(24px, calc(var(--_control-height) - 4px));
    --_font-size: var(--portal-font-size, 13px);
    --_tiny: calc(var(--_font-size) * 11 / 13);
    --_small: calc(var(--_font-size) * 12 / 13);
    --_large: calc(var(--_font-size) * 14 / 13);
    --_larger: calc(var(--_font-size) * 15 / 13);
    --_huge: calc(var(--_font-size) * 20 / 13);
    --_quick: 0.12s ease-out;
  }

  /* As tokens, so that elements inside follow; what a page's own rule says of the element goes before. */
  :host([density='compact']) {
    --portal-row-height: 28px;
    --portal-control-height: 28px;
    --portal-pad: 12px;
  }
  :host([density='comfortable']) {
    --portal-row-height: 44px;
    --portal-control-height: 40px;
    --portal-pad: 20px;
    --portal-font-size: 14px;
  }
`;

const frame = css`
  :host {
    display: block;
    box-sizing: border-box;
    container-type: inline-size;
    color: var(--_text);
    accent-color: var(--_accent);
    font-family: var(--portal-font-family, inherit);
    font-size: var(--_font-size);
    /* What a page may have set on the parts around us; the font is all that we take over. */
    font-style: normal;
    font-variant: normal;
    font-weight: 400;
    letter-spacing: normal;
    line-height: 1.45;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-spacing: normal;
    cursor: auto;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;

/** What every element of ours starts from. */
export const themeStyles = [tokens, frame];
