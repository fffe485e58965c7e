import { css } from 'lit';

/** Pills, notices and the signs of waiting. */
export const feedbackStyles = css`
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 1px 9px;
    border-radius: var(--_radius-pill);
    background: var(--_accent-soft);
    color: var(--_accent);
    font-size: var(--_small);
    font-weight: 560;
    white-space: nowrap;
  }
  .pill::before {
    content: '';
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: currentColor;
  }
  .pill.good {
    background: var(--_good-soft);
    color: var(--_good);
  }
  .pill.warn {
    background: var(--_warn-soft);
    color: var(--_warn);
  }
  .pill.bad {
    background: var(--_bad-soft);
    color: var(--_bad);
  }
  .pill.off {
    background: var(--_sunken);
    color: var(--_quiet);
  }
  .notice {
    --_tone: var(--_accent);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    padding: 8px 12px;
    border: 1px solid color-mix(in srgb, var(--_tone) 35%, transparent);
    border-radius: var(--_radius);
    background: var(--_accent-soft);
  }
  .notice.good {
    --_tone: var(--_good);
    background: var(--_good-soft);
  }
  .notice.warn {
    --_tone: var(--_warn);
    background: var(--_warn-soft);
  }
  .notice.bad {
    --_tone: var(--_bad);
    background: var(--_bad-soft);
  }
  .notice-text {
    flex: 1 1 240px;
    max-inline-size: 120ch;
  }
  .notice-text b {
    color: var(--_tone);
    font-weight: 620;
  }
  .notice-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  /* An arrow from what was to what will be. No direction of text turns the sign by itself. */
  .becomes:dir(rtl) {
    display: inline-block;
    scale: -1 1;
  }
  .skeleton {
    display: grid;
    gap: 8px;
    padding: var(--_pad);
    animation: portal-appear 0.01s 0.3s backwards;
  }
  .skeleton-row {
    block-size: var(--_row-height);
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_text) 7%, transparent);
  }
  .skeleton-row:nth-child(even) {
    inline-size: 72%;
  }
  .skeleton-slow {
    margin: 4px 0 0;
    color: var(--_quiet);
    animation: portal-appear 0.01s 5s backwards;
  }
  .part-loading {
    position: fixed;
    inset-block-end: 16px;
    inset-inline: 0;
    z-index: 3;
    display: flex;
    gap: 8px;
    align-items: center;
    inline-size: fit-content;
    margin-inline: auto;
    padding: 8px 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    animation: portal-appear 0.01s 0.3s backwards;
  }
  .spinner {
    flex: none;
    inline-size: 14px;
    block-size: 14px;
    border: 2px solid color-mix(in srgb, currentColor 30%, transparent);
    border-block-start-color: currentColor;
    border-radius: 50%;
    animation: portal-turn 0.8s linear infinite;
  }
  @keyframes portal-appear {
    from {
      opacity: 0;
    }
  }
  @keyframes portal-turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 4s;
    }
  }
`;
