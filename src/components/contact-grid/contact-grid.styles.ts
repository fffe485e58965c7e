import { css } from 'lit';

export const contactGridStyles = css`
  .frame {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
    overflow: clip;
  }
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    padding: 11px var(--_pad);
    border-block-end: 1px solid var(--_line);
  }
  h2 {
    margin: 0;
    font-size: var(--_large);
    font-weight: 620;
    line-height: 1.45;
  }
  .new-contact {
    margin-inline-start: auto;
  }
  .progress + .new-contact {
    margin-inline-start: 0;
  }
  .progress {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-inline-start: auto;
    color: var(--_quiet);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }
  progress {
    inline-size: 96px;
    block-size: 6px;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .chip[aria-pressed='false']:hover {
    color: var(--_text);
  }
  .notices {
    display: grid;
    gap: 8px;
    padding: 10px var(--_pad);
    border-block-end: 1px solid var(--_line);
  }
  .notices:empty {
    display: none;
  }
  .nothing {
    padding: 28px var(--_pad) 32px;
    text-align: center;
    color: var(--_quiet);
  }
  .nothing p {
    margin: 0 0 8px;
  }
  @container (max-width: 560px) {
    .chips {
      flex-wrap: nowrap;
      overflow-x: auto;
      margin-inline: calc(-1 * var(--_pad));
      padding: 2px var(--_pad);
      scrollbar-width: none;
    }
    .keyboard-tip {
      display: none;
    }
  }
`;
