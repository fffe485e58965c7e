import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';

const files: Readonly<Record<string, string>> = {
  'icon.svg': 'image/svg+xml',
  'pages.css': 'text/css; charset=utf-8',
};
/** Modules of `browser/`, by the names under which pages and modules ask for them. */
const scripts = [
  'check-box',
  'dependencies',
  'grid-menu',
  'hidden-value',
  'pick-list',
  'shell',
  'widgets',
].map((name) => `${name}.js`);

/** Style sheet, icon and scripts of the pages. */
export function pageAssets(): Hono {
  const app = new Hono();
  const compiled = new Map<string, Promise<string>>();
  app.get('/:name', async (c) => {
    const name = c.req.param('name');
    const type = files[name];
    if (type !== undefined) return c.body(await readText(`assets/${name}`), 200, { 'Content-Type': type });
    if (!scripts.includes(name)) return c.notFound();
    const script = compiled.get(name) ?? compile(name);
    compiled.set(name, script);
    return c.body(await script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
  });
  return app;
}

const readText = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), 'utf8');

/** Browsers run no TypeScript. The compiler is loaded with the first page, not with the sandbox. */
async function compile(name: string): Promise<string> {
  const { default: ts } = await import('typescript');
  const source = await readText(`browser/${name.replace(/\.js$/, '.ts')}`);
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}
