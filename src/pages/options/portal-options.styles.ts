import { css } from 'lit';

export const optionsStyles = css`
  main {
    display: grid;
    gap: 20px;
    inline-size: min(860px, 100%);
    margin-inline: auto;
    padding: clamp(16px, 5cqi, 48px) clamp(12px, 4cqi, 32px);
  }
  h1 {
    margin: 0;
    font-size: 1.6em;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  h2 {
    margin: 0;
    font-size: 1.1em;
    font-weight: 620;
  }
  p {
    margin: 4px 0 0;
    max-inline-size: 75ch;
    color: var(--_quiet);
  }
  .box {
    display: grid;
    gap: 16px;
    padding: 20px;
    border: 1px solid var(--_line);
    border-radius: 10px;
    background: var(--_surface);
  }
  .kept {
    padding-block-start: 20px;
    border-block-start: 1px solid var(--_line);
  }
`;
