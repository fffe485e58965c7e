import { css } from 'lit';
import { formStyles } from '../settings-form/index.js';

const pageStyles = css`
  .sections {
    display: grid;
    gap: 16px;
    min-inline-size: 0;
  }
`;

export const globalSettingsStyles = [formStyles, pageStyles];
