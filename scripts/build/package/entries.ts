/** One public entry of the package: what an app imports, and the source behind it. */
export interface PackageEntry {
  /** As in `exports`, for example `./components/taskfire`. */
  readonly name: string;
  /** The source file, from the project's root. */
  readonly source: string;
}

/** The folders of `src/components` that are public elements; each one's file has the folder's name. */
export const PUBLIC_ELEMENTS = [
  'bulk-change',
  'company-page',
  'company-settings',
  'contact-grid',
  'data-grid',
  'global-settings',
  'job-list',
  'logo-manager',
  'provider',
  'sso-log',
  'taskfire',
] as const;

/** Every module that apps may import. What is not here can change in any version. */
export const PACKAGE_ENTRIES: readonly PackageEntry[] = [
  { name: '.', source: 'src/index.ts' },
  { name: './components', source: 'src/components/index.ts' },
  { name: './locales', source: 'src/locales/localization.ts' },
  ...PUBLIC_ELEMENTS.map((name) => ({
    name: `./components/${name}`,
    source: `src/components/${name}/${name}.ts`,
  })),
];

/** A source file's place in the package, without its extension: rooms and files are called as in `src`. */
export function builtName(source: string): string {
  return source.replace(/^src\//, '').replace(/\.ts$/, '');
}
