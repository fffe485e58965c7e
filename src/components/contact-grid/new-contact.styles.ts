import { css } from 'lit';

export const newContactStyles = css`
  .pair {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    align-items: start;
    gap: 10px;
  }
  @media (max-width: 480px) {
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
