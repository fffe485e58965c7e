import { css } from 'lit';

export const pageSearchStyles = css`
  :host {
    position: relative;
    /* The list is wider than the field may be. */
    container-type: normal;
  }
  .found {
    position: absolute;
    inset-block-start: calc(100% + 4px);
    inset-inline-start: 0;
    z-index: 4;
    inline-size: max(100%, min(360px, 88vw));
    max-block-size: min(340px, 60vh);
    overflow: auto;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-large);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }
  ul {
    margin: 0;
    padding: 4px;
    list-style: none;
  }
  ul:empty {
    padding: 0;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: center;
    justify-content: space-between;
    min-block-size: var(--_control-height);
    padding: 4px 10px;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  li:hover {
    background: color-mix(in srgb, var(--_text) 6%, transparent);
  }
  li[aria-selected='true'] {
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  .context {
    color: var(--_quiet);
    font-size: var(--_small);
  }
  p {
    margin: 0;
    padding: 10px 14px;
    color: var(--_quiet);
  }
  @media (forced-colors: active) {
    li[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
