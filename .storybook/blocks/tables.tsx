import type { ReactNode } from 'react';
import { keyboard } from './keyboard.js';
import type { ManifestElement } from './elements.js';

/** A table with a name that screen readers hear, which scrolls by itself where the page is narrow. */
export function Table(props: {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
}) {
  const { label, heads, rows } = props;
  return (
    // What scrolls must be reached by keyboard.
    <div className="site-table sb-unstyled" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others], row) => (
            <tr key={row}>
              <th scope="row">{first}</th>
              {others.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Text of JSDoc: what stands between backticks is code. */
export function Prose({ text }: { readonly text: string | undefined }) {
  return (
    <>
      {(text ?? '')
        .split('`')
        .map((part, place) => (place % 2 === 0 ? part : <code key={place}>{part}</code>))}
    </>
  );
}

function Section(props: {
  readonly element: ManifestElement;
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
}) {
  if (props.rows.length === 0) return null;
  return (
    <>
      <h3 id={props.title.toLowerCase()}>{props.title}</h3>
      <Table label={`${props.title} of ${props.element.tagName}`} heads={props.heads} rows={props.rows} />
    </>
  );
}

function code(text: string | undefined): ReactNode {
  return text === undefined ? '' : <code>{text}</code>;
}

type Member = ManifestElement['members'][number];

function signature({ name, parameters = [], return: result }: Member): string {
  const given = parameters.map(
    (one) => `${one.name}${one.optional ? '?' : ''}: ${one.type?.text ?? 'unknown'}`,
  );
  return `${name}(${given.join(', ')}): ${result?.type?.text ?? 'void'}`;
}

/** Everything that an element offers, as `custom-elements.json` has it. */
export function ApiTables({ element }: { readonly element: ManifestElement }) {
  const { members, events, slots, cssParts } = element;
  const properties = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind }) => kind === 'method');
  return (
    <>
      <Section
        element={element}
        title="Properties"
        heads={['Property', 'Attribute', 'Type', 'Default', 'Meaning']}
        rows={properties.map((one) => [
          code(one.name),
          code(one.attribute),
          code(one.type?.text),
          code(one.default),
          <Prose text={one.description} />,
        ])}
      />
      <Section
        element={element}
        title="Events"
        heads={['Event', 'Type', 'When']}
        rows={events.map((one) => [code(one.name), code(one.type?.text), <Prose text={one.description} />])}
      />
      <Section
        element={element}
        title="Methods"
        heads={['Method', 'What it does']}
        rows={methods.map((one) => [code(signature(one)), <Prose text={one.description} />])}
      />
      <Section
        element={element}
        title="Slots"
        heads={['Slot', 'What belongs there']}
        rows={slots.map((one) => [code(one.name || '(default)'), <Prose text={one.description} />])}
      />
      <Section
        element={element}
        title="Parts"
        heads={['Part', 'What it is']}
        rows={cssParts.map((one) => [code(one.name), <Prose text={one.description} />])}
      />
    </>
  );
}

/** The keys of one element. */
export function KeyTable({ tag }: { readonly tag: string }) {
  const lines = keyboard[tag] ?? [];
  if (lines.length === 0) return <p>It takes no keys: its content does.</p>;
  return (
    <Table
      label={`Keys in ${tag}`}
      heads={['Keys', 'What they do']}
      rows={lines.map(([keys, does]) => [<kbd>{keys}</kbd>, does])}
    />
  );
}
