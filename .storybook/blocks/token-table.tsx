import { sharedTokens, type CssProperty } from './elements.js';
import { Prose, Table } from './tables.js';

/** The colour of a token in light and in dark, as the theme that is chosen has it. */
function Swatches({ token }: { readonly token: CssProperty }) {
  const background = `var(${token.name}, ${token.default ?? 'transparent'})`;
  return (
    <span className="site-swatches">
      {['light', 'dark'].map((colorScheme) => (
        <span
          key={colorScheme}
          className="site-swatch"
          style={{ colorScheme, background }}
          aria-hidden="true"
        />
      ))}
    </span>
  );
}

/** All tokens that every element knows, read from the JSDoc of their base. */
export function TokenTable() {
  return (
    <Table
      label="Tokens"
      heads={['Token', 'Light, dark', 'Default', 'Meaning']}
      rows={sharedTokens().map((token) => [
        <code>{token.name}</code>,
        (token.syntax ?? token.type?.text) === '<color>' ? <Swatches token={token} /> : '',
        <code>{token.default}</code>,
        <Prose text={token.description} />,
      ])}
    />
  );
}
