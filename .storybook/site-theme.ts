import { create, type ThemeVars } from 'storybook/theming';

const colours = {
  light: {
    colorPrimary: '#1f5fd0',
    colorSecondary: '#1f5fd0',
    appBg: '#f4f5f7',
    appContentBg: '#ffffff',
    appPreviewBg: '#ffffff',
    appBorderColor: '#dcdfe5',
    textColor: '#1a1f29',
    textMutedColor: '#586170',
    textInverseColor: '#ffffff',
    barBg: '#ffffff',
    barTextColor: '#586170',
    barHoverColor: '#1f5fd0',
    barSelectedColor: '#1f5fd0',
    inputBorder: '#868f9d',
  },
  dark: {
    colorPrimary: '#84adff',
    colorSecondary: '#84adff',
    appBg: '#12151a',
    appContentBg: '#171a20',
    appPreviewBg: '#171a20',
    appBorderColor: '#2c313b',
    textColor: '#e6e9ee',
    textMutedColor: '#a3adba',
    textInverseColor: '#0b1220',
    barBg: '#171a20',
    barTextColor: '#a3adba',
    barHoverColor: '#84adff',
    barSelectedColor: '#84adff',
    inputBorder: '#6d7787',
  },
};

/** The look of the site around the elements: their own colours, see `theme.styles.ts`, and the reader's own font. */
export function siteTheme(base: 'light' | 'dark', brandImage?: string): ThemeVars {
  return create({
    base,
    ...colours[base],
    appBorderRadius: 6,
    inputBorderRadius: 6,
    fontBase: 'system-ui, sans-serif',
    fontCode: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    brandTitle: 'PSA Portal Admin',
    brandUrl: './',
    brandTarget: '_self',
    ...(brandImage === undefined ? {} : { brandImage }),
  });
}
