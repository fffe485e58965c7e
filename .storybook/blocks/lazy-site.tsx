import { lazy, Suspense, type ComponentProps } from 'react';
import type { MdxCode } from './site-code.js';
import type { SiteContainer } from './site-container.js';

// Who looks at a story alone need not load what documentation is made of.
const Container = lazy(async () => ({ default: (await import('./site-container.js')).SiteContainer }));
const Code = lazy(async () => ({ default: (await import('./site-code.js')).MdxCode }));
const Page = lazy(async () => ({ default: (await import('./element-page.js')).ElementPage }));

function Loading() {
  return <p style={{ padding: 24, font: '14px system-ui', color: '#767d89' }}>Loading the documentation …</p>;
}

export function LazySiteContainer(props: ComponentProps<typeof SiteContainer>) {
  return (
    <Suspense fallback={<Loading />}>
      <Container {...props} />
    </Suspense>
  );
}

export function LazyElementPage() {
  return (
    <Suspense fallback={<Loading />}>
      <Page />
    </Suspense>
  );
}

export function LazyMdxCode(props: ComponentProps<typeof MdxCode>) {
  return (
    <Suspense fallback={<code>{props.children}</code>}>
      <Code {...props} />
    </Suspense>
  );
}
