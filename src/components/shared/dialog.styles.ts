import { css } from 'lit';

/** The frame of a dialog. Small ones scroll as a whole; in larger ones heading and actions stay in sight. */
export const dialogStyles = css`
  :host {
    /* No box of its own, so that a closed dialog makes no gap in a grid or a flex box around it. */
    display: contents;
  }
  dialog {
    inline-size: min(480px, calc(100vw - 24px));
    max-block-size: calc(100dvh - 48px);
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_raised);
    color: inherit;
    box-shadow: var(--_shadow);
  }
  dialog::backdrop {
    background: var(--_backdrop);
  }
  :host([size='medium']) dialog {
    inline-size: min(720px, calc(100vw - 24px));
  }
  :host([size='large']) dialog {
    inline-size: min(1400px, calc(100vw - 24px));
    block-size: calc(100dvh - 48px);
  }
  .head,
  .body,
  .guard,
  .foot {
    padding-inline: var(--_pad);
  }
  .head {
    padding-block: 16px 8px;
  }
  h2 {
    margin: 0;
    font-size: var(--_larger);
    font-weight: 640;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .lead {
    margin: 2px 0 0;
    color: var(--_quiet);
    overflow-wrap: anywhere;
  }
  .guard {
    padding-block: 8px;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px;
    padding-block: 12px 16px;
  }
  ::slotted(p[slot='actions']) {
    flex: 1 1 220px;
    margin: 0;
    color: var(--_quiet);
    font-size: var(--_small);
  }
  :host(:not([size='small'])) dialog[open] {
    display: flex;
    flex-direction: column;
    overflow: hidden;
  }
  :host(:not([size='small'])) .head {
    padding-block: 14px 12px;
    border-block-end: 1px solid var(--_line);
  }
  :host(:not([size='small'])) .body {
    flex: 1 1 auto;
    min-block-size: 0;
    padding-block: 14px;
    overflow-y: auto;
  }
  :host(:not([size='small'])) .foot {
    padding-block: 12px;
    border-block-start: 1px solid var(--_line);
  }
  /* What fills a large dialog, such as a grid of 100,000 rows, takes all its height and scrolls inside. */
  :host([size='large']) .body {
    display: flex;
    flex-direction: column;
  }
  :host([size='large']) ::slotted(*) {
    flex: none;
  }
  @media (max-height: 480px) {
    :host(:not([size='small'])) dialog[open] {
      display: block;
      overflow-y: auto;
    }
  }
`;
