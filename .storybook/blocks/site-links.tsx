import type { ReactNode } from 'react';

/** A way to another page of the site, by the id that Storybook gives it. Relative, so that the site may lie anywhere. */
export function SiteLink(props: {
  readonly to: `docs/${string}` | `story/${string}`;
  readonly children: ReactNode;
}) {
  return (
    <a href={`./?path=/${props.to}`} target="_top">
      {props.children}
    </a>
  );
}

/** The documentation of an element. */
export function ElementLink({ title, tag }: { readonly title: string; readonly tag: string }) {
  const id = `elements-${title.toLowerCase().replaceAll(' ', '-')}--docs`;
  return (
    <SiteLink to={`docs/${id}`}>
      <code>{`<${tag}>`}</code>
    </SiteLink>
  );
}
