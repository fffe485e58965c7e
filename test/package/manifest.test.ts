import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { validateCem } from '@wc-toolkit/cem-validator';
import * as v from 'valibot';
import { expect, inject, it } from 'vitest';
import { ElementsManifestSchema, elementsOf } from '../../scripts/build/package/elements-manifest.js';
import { PUBLIC_ELEMENTS } from '../../scripts/build/package/entries.js';

/** Events of elements inside others, which stop there. */
const INSIDE = ['portal-activation-closed', 'portal-csv-matched'];

const packaged = (file: string): string => readFileSync(path.join(inject('packageFolder'), file), 'utf8');
const manifest = v.parse(ElementsManifestSchema, JSON.parse(packaged('custom-elements.json')));
const elements = elementsOf(manifest);

it('has every public element, under its tag and its entry', () => {
  expect(elements.map(({ path: module, element }) => [module, element.tagName])).toEqual(
    PUBLIC_ELEMENTS.map((name) => [`components/${name}/${name}.js`, `portal-${name}`]),
  );
  for (const { path: module, element } of elements)
    expect(packaged(module)).toContain(`define("${element.tagName}", ${element.name})`);
});

it.each(elements.map(({ element }) => [element.tagName, element] as const))(
  'says of <%s> what it is for, and what each property, attribute, event, slot and part is',
  (_, element) => {
    const { members, attributes, events, slots, cssParts, cssProperties } = element;
    expect(element.description).not.toBe('');
    const silent = [...members, ...attributes, ...events, ...slots, ...cssParts, ...cssProperties].filter(
      ({ description = '' }) => description.trim() === '',
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
    for (const { name, type } of events)
      expect([name, type?.text]).toEqual([name, expect.stringMatching(/^Portal\w*Event/)]);
  },
);

it('tells of every event that an element sends', () => {
  const documented = new Set(elements.flatMap(({ element }) => element.events.map(({ name }) => name)));
  const sent = sentEvents();
  expect(sent.length).toBeGreaterThan(10);
  expect(sent.filter((name) => !documented.has(name) && !INSIDE.includes(name))).toEqual([]);
});

it('follows the rules for manifests that tools read', async () => {
  await validateCem(structuredClone(manifest), {
    packageJsonPath: path.join(inject('packageFolder'), 'package.json'),
    // Types are exported by the entry of their element, not all by the first; and the analyzer writes 1.0.
    rules: { manifest: { exportTypes: 'off', schemaVersion: 'off' } },
  });
});

it('tells editors of the same elements', () => {
  const tags = elements.map(({ element }) => element.tagName);
  const NamesSchema = v.array(v.object({ name: v.string() }));
  const html = v.parse(v.object({ tags: NamesSchema }), JSON.parse(packaged('vscode.html-custom-data.json')));
  expect(html.tags.map(({ name }) => name).sort()).toEqual(tags);
  const css = v.parse(
    v.object({ properties: NamesSchema }),
    JSON.parse(packaged('vscode.css-custom-data.json')),
  );
  expect(css.properties.map(({ name }) => name)).toContain('--portal-accent');
  const webTypes = v.parse(
    v.object({ contributions: v.object({ html: v.object({ elements: NamesSchema }) }) }),
    JSON.parse(packaged('web-types.json')),
  );
  expect(webTypes.contributions.html.elements.map(({ name }) => name).sort()).toEqual(tags);
});

/** The names of the events that `emit` and `new PortalEvent` are called with, in all components. */
function sentEvents(): string[] {
  const files = readdirSync('src/components', { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.stories.ts'))
    .map((file) => readFileSync(path.join('src/components', file), 'utf8'));
  const calls = texts.flatMap((text) => [...text.matchAll(/(?:emit|PortalEvent)\(\s*'(portal-[a-z-]+)'/g)]);
  return [...new Set(calls.flatMap(([, name]) => name ?? []))].sort();
}
