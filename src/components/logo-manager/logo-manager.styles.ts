import { css } from 'lit';

const layoutStyles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: end;
    justify-content: space-between;
    margin-block: 4px 12px;
  }
  h2 {
    margin: 0;
    font-size: var(--_larger);
    font-weight: 650;
  }
  header p,
  .head p {
    margin: 2px 0 0;
    color: var(--_quiet);
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 12px;
    align-items: center;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    float: inline-start;
    padding: 0;
    margin-inline-end: 12px;
    color: var(--_quiet);
  }
  fieldset label {
    display: flex;
    gap: 6px;
    align-items: center;
    min-block-size: 24px;
    white-space: nowrap;
  }
  .notices {
    display: grid;
    gap: 8px;
  }
  .notices:has(> *) {
    margin-block-end: 12px;
  }
  .slots {
    display: grid;
    gap: 16px;
  }
  .card {
    display: grid;
    gap: 12px;
    align-content: start;
    min-inline-size: 0;
    padding: 12px var(--_pad) 14px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-large);
    background: var(--_surface);
  }
  .card.target {
    outline: 2px dashed var(--_accent);
    outline-offset: -5px;
    background: var(--_accent-soft);
  }
  h3 {
    margin: 0;
    font-size: var(--_large);
    font-weight: 620;
  }
  h3:focus:not(:focus-visible) {
    outline: none;
  }
  .slot-notices {
    display: grid;
    gap: 8px;
  }
  .slot-notices:not(:has(> *)) {
    display: none;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .button[aria-disabled='true'],
  input:disabled + .button {
    color: var(--_quiet);
    cursor: progress;
  }
  .button.primary[aria-disabled='true'] {
    background: var(--_sunken);
    border-color: var(--_line);
  }
  .file {
    position: relative;
    display: inline-flex;
  }
  input:focus-visible + .button {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 1px;
  }
  .hint {
    margin: 0;
    color: var(--_quiet);
    font-size: var(--_small);
  }
  @container (min-width: 760px) {
    .slots {
      grid-template-columns: 1fr 1fr;
    }
  }
`;

/** Drawings of the two pages. Their colours are the drawing's own: they do not follow the page around us. */
const drawingStyles = css`
  .previews {
    display: grid;
    gap: 12px;
  }
  figure {
    display: grid;
    gap: 6px;
    min-inline-size: 0;
    margin: 0;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    align-items: center;
    min-block-size: 22px;
    overflow-wrap: anywhere;
  }
  figcaption span:not(.pill) {
    color: var(--_quiet);
  }
  figcaption .new {
    color: var(--_accent);
  }
  .pill.own::before,
  .pill.off::before {
    content: none;
  }
  .stage {
    --_ground: #fff;
    --_around: #eef1f5;
    --_drawn: #d5dae2;
    --_written: #434b59;
    block-size: 190px;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_around);
    color: var(--_written);
    color-scheme: light;
  }
  .stage.dark {
    --_ground: #1d2129;
    --_around: #101318;
    --_drawn: #39414e;
    --_written: #c3cbd6;
    color-scheme: dark;
  }
  .stage.login {
    display: grid;
    place-items: center;
  }
  .sheet {
    display: grid;
    gap: 8px;
    inline-size: min(260px, 86%);
    padding: 12px 20px;
    border-radius: 6px;
    background: var(--_ground);
  }
  .login portal-logo-picture {
    --_logo-height: 60px;
    block-size: 60px;
  }
  .login .vendor {
    min-block-size: 40px;
  }
  .bar {
    display: flex;
    gap: 14px;
    align-items: center;
    block-size: 52px;
    padding-inline: 14px;
    background: var(--_ground);
  }
  .header portal-logo-picture {
    --_logo-height: 36px;
    flex: 0 1 auto;
    max-inline-size: 55%;
  }
  .page {
    display: grid;
    gap: 12px;
    padding: 18px 14px;
  }
  .vendor {
    display: inline-grid;
    place-items: center;
    padding: 4px 10px;
    border: 1px dashed;
    border-radius: 4px;
    font-size: var(--_small);
  }
  .line {
    display: block;
    block-size: 10px;
    border-radius: 3px;
    background: var(--_drawn);
  }
  .line.field {
    block-size: 18px;
    background: none;
    border: 1px solid var(--_drawn);
  }
  .line.action {
    block-size: 18px;
    inline-size: 40%;
  }
  .line.short {
    inline-size: 55%;
  }
  .line.tab {
    inline-size: 44px;
  }
  .line.round {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    margin-inline-start: auto;
    border-radius: 50%;
  }
  .bar .tab {
    flex: 0 1 44px;
    min-inline-size: 0;
  }
`;

export const logoManagerStyles = [layoutStyles, drawingStyles];
