import { css } from 'lit';
import { settingRowStyles } from './setting-row.styles.js';

const layoutStyles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 10px;
    align-items: end;
    margin-block: 4px 14px;
  }
  .title {
    min-inline-size: 0;
    margin-inline-end: 6px;
  }
  .crumb {
    margin: 0;
    color: var(--_quiet);
    font-size: 12px;
  }
  h2 {
    margin: 0;
    font-size: 20px;
    font-weight: 650;
    letter-spacing: -0.01em;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  header .pill {
    margin-block-end: 3px;
  }
  .last-saved {
    margin-inline-start: auto;
    margin-block-end: 3px;
    color: var(--_quiet);
    font-size: 12px;
  }
  .notices {
    display: grid;
    gap: 8px;
  }
  .notices:has(> *) {
    margin-block-end: 14px;
  }
  .columns {
    display: grid;
    gap: 14px;
  }
  .sections {
    display: grid;
    gap: 16px;
    min-inline-size: 0;
  }
  .empty {
    margin: 0;
    padding: 28px var(--_pad);
    color: var(--_quiet);
    text-align: center;
  }
`;

const navigationStyles = css`
  nav {
    display: grid;
    gap: 8px;
    align-self: start;
    min-inline-size: 0;
  }
  nav ul {
    display: flex;
    gap: 2px;
    margin: 0;
    padding: 2px;
    overflow-x: auto;
    list-style: none;
    scrollbar-width: thin;
  }
  nav button {
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: space-between;
    inline-size: 100%;
    padding: 6px 10px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_quiet);
    font: inherit;
    white-space: nowrap;
    cursor: pointer;
  }
  nav button:hover {
    background: color-mix(in srgb, var(--_text) 6%, transparent);
    color: var(--_text);
  }
  nav button[aria-current='true'] {
    background: var(--_accent-soft);
    color: var(--_accent);
    font-weight: 600;
  }
  .count {
    min-inline-size: 18px;
    padding-inline: 5px;
    border-radius: 99px;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 11px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  @container (min-width: 820px) {
    .columns {
      grid-template-columns: 190px minmax(0, 1fr);
      gap: 22px;
    }
    nav {
      position: sticky;
      inset-block-start: 16px;
    }
    nav ul {
      flex-direction: column;
      padding: 0;
      overflow: visible;
    }
  }
`;

const barStyles = css`
  .bar {
    position: sticky;
    inset-block-end: 12px;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    max-inline-size: 860px;
    margin: 16px auto 0;
    padding: 10px 12px 10px 16px;
    border: 1px solid var(--_line-strong);
    border-radius: 12px;
    background: var(--_raised);
    box-shadow: var(--_shadow);
    animation: bar-enter var(--_quick);
  }
  .bar-text {
    flex: 1 1 260px;
    min-inline-size: 0;
    max-block-size: 30vh;
    overflow: auto;
  }
  .bar-text p {
    margin: 0 0 4px;
    color: inherit;
    font-weight: 400;
  }
  .bar-text p b {
    color: var(--_bad);
  }
  .changes {
    margin: 0;
    padding: 0;
    color: var(--_quiet);
    font-size: 12px;
    list-style: none;
  }
  /* WCAG 2.2, target size: 24 px from one to the next. */
  .changes li {
    min-block-size: 24px;
    line-height: 24px;
  }
  .changes .link-button {
    color: var(--_text);
    text-decoration-color: var(--_line-strong);
  }
  .bar-actions {
    display: flex;
    gap: 8px;
    margin-inline-start: auto;
  }
  .bar[aria-busy='true'] .primary {
    cursor: progress;
  }
  .passing {
    animation:
      bar-enter var(--_quick),
      bar-leave 0.15s 7s forwards;
  }
  .passing:is(:hover, :focus-within) {
    animation-play-state: paused;
  }
  @keyframes bar-enter {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
  @keyframes bar-leave {
    to {
      opacity: 0;
    }
  }
  @container (max-width: 560px) {
    .changes li {
      display: inline;
    }
    .changes li + li::before {
      content: ' · ';
    }
    .old-new {
      display: none;
    }
    .bar-actions {
      inline-size: 100%;
    }
    .bar-actions .button {
      flex: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bar {
      animation: none;
    }
    .passing {
      animation: bar-leave 0.01s 7s forwards;
    }
  }
`;

export const companySettingsStyles = [layoutStyles, navigationStyles, settingRowStyles, barStyles];
