import { css } from 'lit';
import { formStyles } from '../settings-form/index.js';
import { sectionLinkStyles } from '../shared/section-link.styles.js';

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
  nav li button {
    white-space: nowrap;
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

export const companySettingsStyles = [layoutStyles, sectionLinkStyles, navigationStyles, formStyles];
