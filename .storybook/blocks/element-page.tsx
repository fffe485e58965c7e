import { useContext } from 'react';
import { Controls, DocsContext, Primary, Title, useOf } from '@storybook/addon-docs/blocks';
import { TabsView } from 'storybook/internal/components';
import { registeredElement } from './elements.js';
import { SiteCode } from './site-code.js';
import { SiteLink } from './site-links.js';
import { ApiTables, KeyTable, Prose } from './tables.js';
import { usageOf, type Language } from './usage.js';

const highlighting = { HTML: 'html', TypeScript: 'ts', React: 'tsx', Vue: 'html' } as const;

/** Code that uses the element, in the language of the reader. */
function Usage({ tag }: { readonly tag: string }) {
  const snippets = usageOf(tag);
  if (snippets === undefined) return null;
  return (
    <TabsView
      defaultSelected="TypeScript"
      tabs={(Object.keys(snippets) as Language[]).map((language) => ({
        id: language,
        title: language,
        children: <SiteCode language={highlighting[language]} text={snippets[language]} />,
      }))}
    />
  );
}

/** Each state has a page of its own: all of them here at once would be slow, and loud for screen readers. */
function States() {
  const stories = useContext(DocsContext).componentStories();
  return (
    <ul className="site-states">
      {stories.map(({ id, name }) => (
        <li key={id}>
          <SiteLink to={`story/${id}`}>{name}</SiteLink>
        </li>
      ))}
    </ul>
  );
}

/** The documentation of an element: what its stories, its JSDoc and the table of keys say. */
export function ElementPage() {
  const { preparedMeta } = useOf('meta', ['meta']);
  const tag = typeof preparedMeta.component === 'string' ? preparedMeta.component : '';
  const element = registeredElement(tag)?.element;
  return (
    <>
      <Title />
      <p className="site-tag">{`<${tag}>`}</p>
      <p>
        <Prose
          text={
            element?.description ??
            'A part of other elements; it is not public and may change in any version.'
          }
        />
      </p>
      {element?.summary !== undefined && element.summary !== element.description && (
        <p>
          <Prose text={element.summary} />
        </p>
      )}
      <h2 id="try">Try it</h2>
      <p>On data in memory: everything can be changed, nothing is kept.</p>
      <Primary />
      <Controls />
      {element !== undefined && (
        <>
          <h2 id="usage">Usage</h2>
          <Usage tag={tag} />
        </>
      )}
      <h2 id="states">Every state</h2>
      <States />
      {element !== undefined && (
        <>
          <h2 id="api">API</h2>
          <ApiTables element={element} />
          <p>
            Colours, sizes and corners follow tokens: see <SiteLink to="docs/theming--docs">Theming</SiteLink>
            . Events that can be refused: see{' '}
            <SiteLink to="docs/events-and-veto--docs">Events and veto</SiteLink>.
          </p>
          <h2 id="keyboard">Keyboard</h2>
          <KeyTable tag={tag} />
        </>
      )}
    </>
  );
}
