import { css } from 'lit';

export const frameStyles = css`
  .page {
    display: grid;
    gap: 16px 32px;
    inline-size: min(1120px, 100%);
    margin-inline: auto;
    padding: 16px 12px 64px;
  }
  header {
    display: grid;
    align-content: start;
    gap: 10px;
    min-inline-size: 0;
  }
  .product {
    color: var(--_quiet);
    font-size: var(--_small);
    font-weight: 600;
    letter-spacing: 0.02em;
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 4px;
    margin-inline: -10px;
  }
  nav a {
    padding: 6px 10px;
    border-radius: var(--_radius);
    color: var(--_quiet);
    text-decoration: none;
  }
  nav a:hover {
    background: color-mix(in srgb, var(--_text) 6%, transparent);
    color: var(--_text);
  }
  nav a[aria-current] {
    background: var(--_accent-soft);
    color: var(--_accent);
    font-weight: 600;
  }
  main {
    display: grid;
    align-content: start;
    gap: 16px;
    min-inline-size: 0;
  }
  .heading {
    display: grid;
    gap: 4px;
    min-inline-size: 0;
  }
  h1 {
    margin: 0;
    font-size: var(--_huge);
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }
  h1:focus {
    outline: none;
  }
  ::slotted(*) {
    min-inline-size: 0;
  }
  ::slotted([slot='lead']) {
    max-inline-size: 100ch;
    text-wrap: pretty;
    margin: 0;
    color: var(--_quiet);
  }
  @container (min-width: 820px) {
    .page {
      grid-template-columns: 176px minmax(0, 1fr);
      padding: 28px 24px 96px;
    }
    header {
      position: sticky;
      inset-block-start: 28px;
      align-self: start;
      padding-block-start: 4px;
    }
    nav {
      display: grid;
      gap: 1px;
    }
  }
  @media (forced-colors: active) {
    nav a[aria-current] {
      text-decoration: underline;
    }
  }
`;
