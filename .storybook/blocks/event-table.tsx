import { registeredElements } from './elements.js';
import { Prose, Table } from './tables.js';

/** Every event of every element, once, with those who send it. */
export function EventTable() {
  const events = new Map<string, { type: string; description: string; tags: string[] }>();
  for (const { element } of registeredElements)
    for (const { name, type, description = '' } of element.events) {
      const known = events.get(name) ?? { type: type?.text ?? 'Event', description, tags: [] };
      known.tags.push(`<${element.tagName}>`);
      events.set(name, known);
    }
  return (
    <Table
      label="Events"
      heads={['Event', 'Type', 'When', 'From']}
      rows={[...events]
        .sort(([one], [other]) => one.localeCompare(other))
        .map(([name, { type, description, tags }]) => [
          <code>{name}</code>,
          <code>{type}</code>,
          <Prose text={description} />,
          tags.map((tag) => (
            <div key={tag}>
              <code>{tag}</code>
            </div>
          )),
        ])}
    />
  );
}
