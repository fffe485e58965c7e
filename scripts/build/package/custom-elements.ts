import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer/index.js';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { generateUpdatedCem } from '@wc-toolkit/cem-inheritance';
import * as v from 'valibot';
import { definedTags, eventTypes } from './analyzer-plugins.js';
import {
  AnalysisSchema,
  type ElementsManifest,
  type ManifestElement,
  type ManifestMember,
} from './elements-manifest.js';
import { builtName, PUBLIC_ELEMENTS } from './entries.js';

const COMPONENTS = 'src/components';

/**
 * Reads what the public elements offer from their sources and JSDoc: attributes, properties, methods, events, slots, parts
 * and CSS properties, with what they inherit. Private, protected and `@internal` members are left out.
 *
 * @param root the project's folder.
 */
export function customElementsManifest(root: string): ElementsManifest {
  const types = new Map<string, string>();
  const everything = create({
    modules: sourceFiles(root),
    plugins: [...litPlugin(), definedTags(), eventTypes(types)],
    context: {},
  });
  const { schemaVersion, modules } = v.parse(AnalysisSchema, generateUpdatedCem(everything));
  const declared = new Map(modules.map((module) => [module.path, module.declarations.filter(isDefined)]));
  return {
    schemaVersion,
    readme: '',
    modules: PUBLIC_ELEMENTS.map((name) => `${COMPONENTS}/${name}/${name}.ts`).map((source) =>
      publicModule(
        `${builtName(source)}.js`,
        (declared.get(source) ?? []).map((element) => publicElement(element, types)),
      ),
    ),
  };
}

function sourceFiles(root: string): ReturnType<typeof ts.createSourceFile>[] {
  const files = readdirSync(path.join(root, COMPONENTS), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /(?<!\.(stories|styles))\.ts$/.test(file))
    .map((file) => `${COMPONENTS}/${file.split(path.sep).join('/')}`)
    .sort()
    .map((file) =>
      ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.ES2022, true),
    );
}

function publicModule(module: string, elements: ManifestElement[]): ElementsManifest['modules'][number] {
  return {
    kind: 'javascript-module',
    path: module,
    declarations: elements,
    exports: elements.flatMap(({ name, tagName }) => [
      { kind: 'js', name, declaration: { name, module } },
      { kind: 'custom-element-definition', name: tagName, declaration: { name, module } },
    ]),
  };
}

/** @param types of the events, by name. */
function publicElement(element: ManifestElement, types: ReadonlyMap<string, string>): ManifestElement {
  const { description, summary = firstSentence(description), attributes, members, events } = element;
  return {
    ...element,
    superclass: { name: 'LitElement', package: 'lit' },
    summary,
    attributes: attributes.map(tidied),
    members: members.filter(isPublic).map(tidied),
    // The analyzer takes the variable in `emit` for an event too.
    events: events
      .filter((event) => event.description !== undefined)
      .map((event) => ({ ...event, type: { text: types.get(event.name) ?? event.type?.text ?? 'Event' } })),
  };
}

function isPublic({ privacy = 'public', static: isStatic = false }: ManifestMember): boolean {
  return privacy === 'public' && !isStatic;
}

/** Optional members of ours say `undefined` themselves, to which the analyzer adds one more. */
function tidied<Item extends { type?: { text: string } | undefined }>(item: Item): Item {
  if (item.type === undefined) return item;
  return { ...item, type: { text: item.type.text.replace(/( \| undefined)+$/, ' | undefined') } };
}

function firstSentence(description: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(description)?.[0] ?? description;
}

function isDefined<Item>(item: Item | undefined): item is Item {
  return item !== undefined;
}
