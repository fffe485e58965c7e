import { css } from 'lit';

export const ssoAdviceStyles = css`
  h3 {
    margin: 14px 0 6px;
    font-size: var(--_font-size);
    font-weight: 620;
  }
  p {
    margin: 0;
  }
  ol {
    display: grid;
    gap: 6px;
    margin: 0;
    padding-inline-start: 20px;
  }
  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 4px 14px;
    margin: 0;
  }
  dt {
    color: var(--_quiet);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  q {
    quotes: none;
  }
  @container (max-width: 400px) {
    dl {
      grid-template-columns: 1fr;
    }
    dd {
      margin-block-end: 6px;
    }
  }
`;
