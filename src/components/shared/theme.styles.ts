import { css } from 'lit';

/**
 * The look of all our elements. Whoever embeds them sets `--portal-*` on the element or anywhere above; inside only the
 * private `--_*` are used. Colours follow the `color-scheme` of the place the element stands in, so it is light in a
 * light page even on a dark desktop. Text has a contrast of at least 4.5, borders of controls of 3.
 */
export const themeStyles = css`
  :host {
    --_surface: var(--portal-surface, light-dark(#fff, #171a20));
    --_raised: var(--portal-raised, light-dark(#fff, #1e222a));
    --_sunken: var(--portal-sunken, light-dark(#f6f7f9, #12151a));
    --_line: var(--portal-line, light-dark(#e3e6eb, #2c313b));
    --_line-strong: var(--portal-line-strong, light-dark(#868f9d, #6d7787));
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
    --_radius: var(--portal-radius, 6px);
    --_pad: var(--portal-pad, 16px);
    --_row-height: var(--portal-row-height, 36px);
    --_control-height: var(--portal-control-height, 32px);
    --_shadow: 0 6px 24px light-dark(#0f172a24, #0009);
    --_quick: 0.12s ease-out;

    display: block;
    box-sizing: border-box;
    container-type: inline-size;
    color: var(--_text);
    accent-color: var(--_accent);
    font-family: var(--portal-font-family, inherit);
    font-size: var(--portal-font-size, 13px);
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
