import { css } from 'lit';
import { chipStyles } from './chip.styles.js';
import { feedbackStyles } from './feedback.styles.js';

const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    block-size: var(--_control-height);
    padding-inline: 12px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    font: inherit;
    font-weight: 560;
    white-space: nowrap;
    cursor: pointer;
    transition: background-color var(--_quick);
  }
  .button:hover:not(:disabled) {
    background: color-mix(in srgb, var(--_text) 6%, var(--_raised));
  }
  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover:not(:disabled) {
    background: color-mix(in srgb, var(--_text) 18%, var(--_accent));
  }
  .button.danger {
    color: var(--_bad);
  }
  .button.danger.primary {
    background: var(--_bad);
    color: var(--_on-bad);
  }
  .button.danger.primary:hover:not(:disabled) {
    background: color-mix(in srgb, var(--_text) 18%, var(--_bad));
  }
  .button.plain {
    border-color: transparent;
    background: none;
    color: var(--_accent);
  }
  .button:disabled {
    border-color: var(--_line);
    background: var(--_sunken);
    color: var(--_quiet);
    cursor: not-allowed;
  }
  .link-button {
    padding: 0;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  a,
  .link-button {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
  }
  a:hover,
  .link-button:hover {
    text-decoration-thickness: 2px;
  }
`;

const fieldStyles = css`
  select,
  input:not([type='checkbox'], [type='radio']),
  textarea {
    inline-size: 100%;
    min-block-size: var(--_control-height);
    padding: 5px 9px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
  }
  ::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }
  select:disabled,
  input:disabled:not(.switch) {
    border-color: var(--_line);
    background: var(--_sunken);
    color: var(--_quiet);
    opacity: 1;
    cursor: not-allowed;
  }
  [aria-invalid='true'] {
    border-color: var(--_bad) !important;
  }
  input[type='checkbox']:not(.switch),
  input[type='radio'] {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    flex: none;
  }
  .switch {
    position: relative;
    flex: none;
    inline-size: 34px;
    block-size: 20px;
    margin: 0;
    border-radius: var(--_radius-pill);
    appearance: none;
    background: var(--_line-strong);
    cursor: pointer;
    transition: background-color var(--_quick);
  }
  .switch::after {
    content: '';
    position: absolute;
    inset-block: 2px;
    inset-inline-start: 2px;
    inline-size: 16px;
    border-radius: 50%;
    background: var(--_on-accent);
    transition: inset-inline-start var(--_quick);
  }
  .switch:checked {
    background: var(--_accent);
  }
  .switch:checked::after {
    inset-inline-start: 16px;
  }
  .switch:disabled {
    opacity: 0.55;
    cursor: not-allowed;
  }
  :focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 1px;
    /* What a page keeps at the window's upper edge must not cover what has the focus. */
    scroll-margin-block-start: calc(var(--portal-sticky-top, 0px) + 8px);
  }
  .link-button:focus-visible {
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    .switch {
      appearance: auto;
      inline-size: 16px;
      block-size: 16px;
    }
    .switch::after {
      content: none;
    }
  }
`;

/** Native controls and the small parts around them, as every element of ours shows them. */
export const controlStyles = [buttonStyles, fieldStyles, chipStyles, feedbackStyles];
