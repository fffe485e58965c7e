import { css } from 'lit';

export const changeBarStyles = css`
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
    border-radius: var(--_radius-large);
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
    font-size: var(--_small);
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
  .reach {
    color: var(--_quiet);
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
