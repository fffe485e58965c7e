/** See `elements-manifest-plugin.ts`. */
declare module 'virtual:elements-manifest' {
  // A type cannot be imported from a file into here by a statement.
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  const manifest: import('../scripts/build/package/elements-manifest.js').ElementsManifest;
  export default manifest;
}

declare module '*.mdx' {
  import type { ComponentType } from 'react';

  const page: ComponentType;
  export default page;
}

declare module '*.svg' {
  const dataUrl: string;
  export default dataUrl;
}
