import { css } from 'lit';

/** The ways to the sections of a page: buttons in the list of a `nav`, see `section-link.ts`. */
export const sectionLinkStyles = css`
  nav li button {
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
    cursor: pointer;
  }
  nav li button:hover {
    background: color-mix(in srgb, var(--_text) 6%, transparent);
    color: var(--_text);
  }
  nav li button[aria-current='true'] {
    background: var(--_accent-soft);
    color: var(--_accent);
    font-weight: 600;
  }
  nav li .count {
    min-inline-size: 18px;
    padding-inline: 5px;
    border-radius: var(--_radius-pill);
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: var(--_tiny);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  @media (forced-colors: active) {
    nav li button[aria-current='true'] {
      border-inline-start: 3px solid Highlight;
    }
  }
`;
