import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentedTokens, filesBelow, themingTables } from '../../scripts/docs/theming-tables.js';

const THEME = 'src/components/shared/theme.styles.ts';

function sources(folder: string, ending: string): { file: string; text: string }[] {
  return filesBelow(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}

/** The CSS in a file: a stylesheet, or what stands in lit's `css`. */
function styles({ file, text }: { file: string; text: string }): string {
  const parts = file.endsWith('.css')
    ? [text]
    : [...text.matchAll(/css`([^`]*)`/g)].map(([, part = '']) => part);
  return parts.join('\n').replaceAll(/\/\*[\s\S]*?\*\//g, '');
}

const files = [...sources('src', '.ts'), ...sources('src', '.css')].filter(
  ({ file }) => !file.startsWith('src/locales'),
);
const styled = files
  .map((one) => ({ file: one.file, css: styles(one) }))
  .filter(({ css }) => css.trim() !== '');

/** The lines of all styles that match, with their file. */
function lines(pattern: RegExp, except: readonly string[] = []): string[] {
  return styled
    .filter(({ file }) => !except.includes(file))
    .flatMap(({ file, css }) =>
      css
        .split('\n')
        .filter((line) => pattern.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
}

describe('the tokens', () => {
  const names = documentedTokens().map(({ name }) => name);

  it('are each documented once, and used', () => {
    const used = new Set(
      styled.flatMap(({ css }) => [...css.matchAll(/--portal-[\w-]+/g)].map(([name]) => name)),
    );
    expect([...used].sort()).toEqual([...names].sort());
    expect(new Set(names).size).toBe(names.length);
  });

  it('are documented nowhere else', () => {
    const elsewhere = files.filter(
      ({ file, text }) => /@cssprop(erty)?\b/.test(text) && !file.endsWith('/portal-element.ts'),
    );
    expect(elsewhere.map(({ file }) => file)).toEqual([]);
  });

  it('have the defaults that are documented', () => {
    const code = readFileSync(THEME, 'utf8');
    for (const { name, initial } of documentedTokens()) {
      const uses = styled.flatMap(({ css }) => css.split(`var(${name}, `).slice(1));
      // Inside, tokens that follow others are called by their private names.
      const written = initial.replaceAll('var(--portal-', 'var(--_');
      for (const use of uses)
        expect(use.startsWith(`${written})`), `${name}: ${use.slice(0, 60)}`).toBe(true);
      expect(uses.length + (code.includes(name) ? 1 : 0), name).toBeGreaterThan(0);
    }
  });
});

describe('the styles', () => {
  /** Colours of what does not follow the page: drawings of the client portal, and the ground of the extension's pages. */
  const OWN_COLOURS = ['src/components/logo-manager/logo-manager.styles.ts', 'src/pages/shared/page.css'];

  it('have no colour of their own beside the theme', () => {
    const themes = styled.filter(({ file }) => file.startsWith('src/themes/')).map(({ file }) => file);
    const literal =
      /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch)\(|\blight-dark\(|:\s*(?:white|black|gr[ae]y|red)\b/i;
    expect(lines(literal, [THEME, ...themes, ...OWN_COLOURS])).toEqual([]);
    const [drawing] = styled.filter(({ file }) => file === OWN_COLOURS[0]);
    const own = drawing?.css.split('\n').filter((line) => literal.test(line)) ?? [];
    expect(own.every((line) => /--_(ground|around|drawn|written):/.test(line))).toBe(true);
  });

  it('know no left and right, so that they are right in either direction', () => {
    const physical = [
      /(?:^|[\s;{])(?:left|right)\s*:/,
      /\b(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b/,
      /\bborder-(?:top|bottom)-(?:left|right)-radius\b/,
      /\b(?:text-align|float|clear)\s*:\s*(?:left|right)\b/,
      /(?:^|[\s;{])(?:min-|max-)?width\s*:/,
      /\btranslateX\(|\bscaleX\(/,
    ];
    expect(physical.flatMap((pattern) => lines(pattern))).toEqual([]);
  });

  it('write no size of text that would not follow the token', () => {
    const fixed = lines(/(?<!--portal-)font-size\s*:\s*[\d.]+(?:px|rem|pt)/);
    expect(fixed).toEqual([]);
  });
});

describe('each theme', () => {
  const themes = sources('src/themes', '.css');
  const tokensOf = (text: string): string[] =>
    [...text.matchAll(/(--portal-[\w-]+):/g)].map(([, name = '']) => name);
  /** Sizes are a matter of density, the rest of where the elements stand. */
  const LOOK = documentedTokens()
    .filter(({ name, kind }) => kind === 'color' || /radius|focus|shadow/.test(name))
    .map(({ name }) => name);

  it.each(themes)('$file sets the whole look and nothing else, in light and in dark', ({ text }) => {
    expect(tokensOf(text).sort()).toEqual([...LOOK].sort());
    const colours = text.split('\n').filter((line) => line.includes('#'));
    expect(colours.filter((line) => !line.includes('light-dark('))).toEqual([]);
  });

  it.each(themes)('$file works by import alone and by its class', ({ file, text }) => {
    const name = /themes\/(.+)\.css/.exec(file)?.[1] ?? '';
    expect(text).toContain(`:where(:root:not([class*='portal-theme-']), .portal-theme-${name}) {`);
  });
});

describe('docs/theming.md', () => {
  it('has its pictures, none of them large', () => {
    const pictures = [...readFileSync('docs/theming.md', 'utf8').matchAll(/\]\((pictures\/[\w-]+\.png)\)/g)];
    expect(pictures.length).toBe(8);
    for (const [, picture = ''] of pictures)
      expect(readFileSync(`docs/${picture}`).byteLength, picture).toBeLessThan(100 * 1024);
  });

  it('tells the densities as the code has them', () => {
    const code = readFileSync(THEME, 'utf8');
    const page = readFileSync('docs/theming.md', 'utf8');
    for (const [place, density] of ['compact', 'comfortable'].entries()) {
      const [, block = ''] = code.split(`:host([density='${density}']) {`);
      const tokens = [...(block.split('}')[0] ?? '').matchAll(/(--portal-[\w-]+): (\d+)px/g)];
      expect(tokens.length).toBeGreaterThan(2);
      for (const [, name = '', size = ''] of tokens) {
        const cells = page
          .split('\n')
          .find((line) => line.startsWith(`| \`${name}\``) && line.includes(' px |'));
        expect(cells?.split('|')[place === 0 ? 2 : 4]?.trim(), name).toBe(`${size} px`);
      }
    }
  });

  it('has the tables of tokens and parts as the code tells them', () => {
    const page = readFileSync('docs/theming.md', 'utf8');
    for (const [name, table] of Object.entries(themingTables())) {
      const written = page.split(`<!-- ${name} -->`)[1]?.split(`<!-- end of ${name} -->`)[0];
      expect(written?.trim(), 'run: node scripts/run.mjs scripts/docs/theming.ts').toBe(table.trim());
    }
  });
});
