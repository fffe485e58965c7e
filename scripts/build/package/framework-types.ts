import { elementsOf, type ElementsManifest, type RegisteredElement } from './elements-manifest.js';

/** What an element takes in a template, as types of the elements' own classes; the files below say it to their framework. */
const TEMPLATE_PROPS = 'template-props.d.ts';

/** Elements that others stand in: every event of those can be listened to on them too, since it bubbles. */
const HOLDERS = ['portal-company-page', 'portal-provider'];

const NOTE = '// Generated from custom-elements.json by the build of this package.\n';

/** How a framework is told of custom elements. `Tag` stands for the tag's name. */
interface Framework {
  readonly file: string;
  readonly imports: string;
  /** The type of one element in a template. */
  readonly type: string;
  /** What `type` needs of the types below. */
  readonly uses: readonly string[];
  /** Wraps the list of elements. */
  declaration(elements: string): string;
}

const FRAMEWORKS: readonly Framework[] = [
  {
    file: 'react.d.ts',
    imports: "import type { DetailedHTMLProps, HTMLAttributes } from 'react';",
    type: `Omit<DetailedHTMLProps<HTMLAttributes<HTMLElementTagNameMap[Tag]>, HTMLElementTagNameMap[Tag]>, keyof TemplateProps[Tag]> &
  TemplateProps[Tag] & TemplateListeners<Tag>`,
    uses: ['TemplateListeners', 'TemplateProps'],
    declaration: (elements) =>
      `declare module 'react' {\n  namespace JSX {\n    interface IntrinsicElements {\n${elements}    }\n  }\n}\n`,
  },
  {
    file: 'preact.d.ts',
    imports: "import type { HTMLAttributes } from 'preact';",
    type: `Omit<HTMLAttributes<HTMLElementTagNameMap[Tag]>, keyof TemplateProps[Tag]> &
  TemplateProps[Tag] & TemplateListeners<Tag>`,
    uses: ['TemplateListeners', 'TemplateProps'],
    declaration: (elements) =>
      `declare module 'preact' {\n  namespace JSX {\n    interface IntrinsicElements {\n${elements}    }\n  }\n}\n`,
  },
  {
    file: 'svelte.d.ts',
    imports: "import type { HTMLAttributes } from 'svelte/elements';",
    type: `Omit<HTMLAttributes<HTMLElementTagNameMap[Tag]>, keyof TemplateProps[Tag]> &
  TemplateProps[Tag] & TemplateListeners<Tag>`,
    uses: ['TemplateListeners', 'TemplateProps'],
    declaration: (elements) =>
      `declare module 'svelte/elements' {\n  interface SvelteHTMLElements {\n${elements}  }\n}\n`,
  },
  {
    file: 'vue.d.ts',
    imports: "import type { EmitFn, HTMLAttributes } from 'vue';",
    // As Vue's guide has it: https://vuejs.org/guide/extras/web-components.html#web-components-and-typescript
    type: `new () => HTMLElementTagNameMap[Tag] & {
  /** Types of the template's attributes. */
  $props: Omit<HTMLAttributes, keyof TemplateProps[Tag]> & TemplateProps[Tag];
  /** Types of the template's listeners. */
  $emit: EmitFn<{ [Type in TemplateEvents[Tag] & keyof HTMLElementEventMap]: (event: HTMLElementEventMap[Type]) => void }>;
}`,
    uses: ['TemplateEvents', 'TemplateProps'],
    declaration: (elements) => `declare module 'vue' {\n  interface GlobalComponents {\n${elements}  }\n}\n`,
  },
];

/** The package's entries of types for frameworks, for example `./react`. */
export const FRAMEWORK_ENTRIES = FRAMEWORKS.map(({ file }) => `./${file.replace(/\.d\.ts$/, '')}`);

/** @returns the text of each file, by its name. */
export function frameworkTypes(manifest: ElementsManifest): ReadonlyMap<string, string> {
  const elements = elementsOf(manifest);
  return new Map([
    [TEMPLATE_PROPS, templateProps(elements)],
    ...FRAMEWORKS.map((framework) => [framework.file, frameworkFile(framework, elements)] as const),
  ]);
}

function templateProps(elements: readonly RegisteredElement[]): string {
  const props = elements.map(({ element }) => `  '${element.tagName}': ${propsOf(element)};\n`);
  const all = uniqueByName(elements.flatMap(({ element }) => element.events));
  const events = elements.map(({ element: { tagName, events: own } }) => {
    const heard = HOLDERS.includes(tagName) ? all : own;
    return `  '${tagName}': ${unionOf(heard)};\n`;
  });
  return `${NOTE}import './components/index.js';

/** The properties and attributes of each element. */
export interface TemplateProps {
${props.join('')}}

/** The names of the events that each element is heard by; \`HTMLElementEventMap\` says what they carry. */
export interface TemplateEvents {
${events.join('')}}

/** Listeners as properties: \`on\` and the event's name, which is how custom elements are listened to. */
export type TemplateListeners<Tag extends keyof TemplateEvents> = {
  [Type in TemplateEvents[Tag] & keyof HTMLElementEventMap as \`on\${Type}\`]?: ((event: HTMLElementEventMap[Type]) => void) | undefined;
};
`;
}

function propsOf({ tagName, members, attributes }: RegisteredElement['element']): string {
  const writable = members.filter(({ kind, readonly = false }) => kind === 'field' && !readonly);
  const attributesOnly = attributes.filter(({ name: attribute, fieldName }) => attribute !== fieldName);
  return [
    `Partial<Pick<HTMLElementTagNameMap['${tagName}'], ${unionOf(writable)}>>`,
    ...attributesOnly.map(
      ({ name: attribute }) => `{ '${attribute}'?: string | number | boolean | undefined }`,
    ),
  ].join(' & ');
}

function uniqueByName<Item extends { readonly name: string }>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [item.name, item])).values()];
}

function unionOf(items: readonly { readonly name: string }[]): string {
  return items.length === 0 ? 'never' : items.map(({ name }) => `'${name}'`).join(' | ');
}

function frameworkFile(framework: Framework, elements: readonly RegisteredElement[]): string {
  const lines = elements.map(
    ({ element }) =>
      `      /** ${oneLine(element.description)} */\n      '${element.tagName}': Portal<'${element.tagName}'>;\n`,
  );
  return `${NOTE}${framework.imports}
import type { ${framework.uses.join(', ')} } from './template-props.js';

type Portal<Tag extends keyof TemplateProps> = ${framework.type};

${framework.declaration(lines.join(''))}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('*/', '*\\/');
}
