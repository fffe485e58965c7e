import { css } from 'lit';

export const panelStyles = css`
  details {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
  }
  summary {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px var(--_pad);
    border-radius: var(--_radius-large);
    font-weight: 620;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::before {
    content: '';
    inline-size: 6px;
    block-size: 6px;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    rotate: -45deg;
    transition: rotate var(--_quick);
  }
  summary:dir(rtl)::before {
    rotate: 135deg;
  }
  details[open] > summary::before {
    rotate: 45deg;
  }
  summary:focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 1px;
  }
  summary span {
    color: var(--_quiet);
    font-weight: 400;
  }
  portal-company-page {
    margin: 4px var(--_pad) var(--_pad);
  }
`;
