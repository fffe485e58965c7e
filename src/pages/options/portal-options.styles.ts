import { css } from 'lit';

export const optionsStyles = css`
  [hidden] {
    display: none;
  }
`;
