import { css } from 'lit';
import { formStyles } from '../settings-form/index.js';

const layoutStyles = css`
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

export const companySettingsStyles = [layoutStyles, navigationStyles, formStyles];
