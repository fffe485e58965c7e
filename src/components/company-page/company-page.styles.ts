import { css } from 'lit';
import { sectionLinkStyles } from '../shared/section-link.styles.js';

const pageStyles = css`
  :host {
    --_sticky-top: var(--portal-sticky-top, 0px);
  }
  .layout,
  .main {
    display: grid;
    gap: 16px;
    min-inline-size: 0;
  }
  .main {
    align-content: start;
    outline: none;
    /* The bar above; beside the page it covers nothing. */
    --portal-sticky-top: calc(var(--_sticky-top) + 52px);
  }
  nav {
    position: sticky;
    inset-block-start: var(--_sticky-top);
    z-index: 3;
    display: flex;
    gap: 8px;
    align-items: center;
    align-self: start;
    min-inline-size: 0;
    padding-block: 8px;
    background: var(--_surface);
  }
  portal-page-search {
    flex: 1 1 0;
    min-inline-size: 0;
  }
  .list-button {
    flex: 0 1 auto;
    min-inline-size: 0;
    max-inline-size: 55%;
  }
  .list-title {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .list-button::after {
    content: '';
    flex: none;
    inline-size: 6px;
    block-size: 6px;
    margin-block-end: 3px;
    border: solid currentColor;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }
  ul {
    position: absolute;
    inset-block-start: 100%;
    inset-inline-end: 0;
    display: none;
    gap: 2px;
    inline-size: min(280px, 100%);
    max-block-size: 70vh;
    margin: 0;
    padding: 6px;
    overflow: auto;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-large);
    background: var(--_raised);
    box-shadow: var(--_shadow);
    list-style: none;
  }
  ul.open {
    display: grid;
  }
  nav li button {
    min-block-size: var(--_control-height);
    padding-block: 4px;
    text-align: start;
  }
  .help {
    margin-block-start: 6px;
    padding-block-start: 6px;
    border-block-start: 1px solid var(--_line);
  }
  /* The settings' own height, about: what is below must not seem near before they are there. */
  portal-company-settings.pending {
    min-block-size: 160vh;
  }
  .part {
    scroll-margin-block-start: calc(var(--_sticky-top) + 56px);
    border-radius: var(--_radius-large);
  }
  .part:focus-visible {
    outline-offset: 2px;
  }
  .placeholder {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 12px;
    align-items: start;
    justify-content: space-between;
    min-block-size: 260px;
    padding: 11px var(--_pad);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
  }
  .placeholder h2 {
    margin: 0;
    font-size: var(--_large);
    font-weight: 620;
  }
  @container (min-width: 820px) {
    .main {
      --portal-sticky-top: var(--_sticky-top);
    }
    .layout {
      grid-template-columns: 190px minmax(0, 1fr);
      gap: 22px;
    }
    nav {
      inset-block-start: calc(var(--_sticky-top) + 12px);
      flex-direction: column;
      align-items: stretch;
      max-block-size: calc(100vh - var(--_sticky-top) - 24px);
      padding-block: 0;
      background: none;
    }
    portal-page-search {
      flex: none;
    }
    .list-button {
      display: none;
    }
    ul {
      position: static;
      display: grid;
      inline-size: auto;
      max-block-size: none;
      padding: 0;
      border: 0;
      background: none;
      box-shadow: none;
    }
    .part {
      scroll-margin-block-start: calc(var(--_sticky-top) + 12px);
    }
  }
`;

export const companyPageStyles = [sectionLinkStyles, pageStyles];
