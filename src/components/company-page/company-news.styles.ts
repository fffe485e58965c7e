import { css } from 'lit';

export const companyNewsStyles = css`
  .notice {
    display: block;
    padding: 0;
  }
  summary {
    padding: 8px 12px;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  summary b {
    color: var(--_accent);
    font-weight: 620;
  }
  ol {
    max-block-size: min(420px, 60vh);
    margin: 0 12px;
    padding: 0;
    overflow: auto;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    padding-block: 6px;
    border-block-start: 1px solid color-mix(in srgb, var(--_accent) 25%, transparent);
  }
  .field {
    flex: 1 1 180px;
    font-weight: 560;
  }
  .values {
    flex: 2 1 220px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  del {
    color: var(--_quiet);
  }
  ins {
    text-decoration: none;
  }
  .by {
    flex: 1 1 200px;
    color: var(--_quiet);
  }
  .failed {
    color: var(--_bad);
  }
  .unknown {
    color: var(--_warn);
  }
  p {
    margin: 6px 12px 0;
    color: var(--_quiet);
  }
  .button {
    margin: 8px 12px 12px;
  }
`;
