import * as v from 'valibot';

const text = v.optional(v.string());
const TypeSchema = v.object({ text: v.string() });
const described = { name: v.string(), description: text };
const typed = { ...described, type: v.optional(TypeSchema), default: text };

const ParameterSchema = v.object({ ...typed, optional: v.optional(v.boolean()) });
const MemberSchema = v.object({
  kind: v.picklist(['field', 'method']),
  ...typed,
  privacy: v.optional(v.picklist(['public', 'private', 'protected'])),
  static: v.optional(v.boolean()),
  readonly: v.optional(v.boolean()),
  attribute: text,
  parameters: v.optional(v.array(ParameterSchema)),
  return: v.optional(v.object({ type: v.optional(TypeSchema) })),
});
const ElementSchema = v.object({
  kind: v.literal('class'),
  name: v.string(),
  tagName: v.string(),
  customElement: v.literal(true),
  superclass: v.object({ name: v.string(), package: text }),
  summary: text,
  description: v.optional(v.string(), ''),
  attributes: v.optional(v.array(v.object({ ...typed, fieldName: text })), []),
  members: v.optional(v.array(MemberSchema), []),
  events: v.optional(v.array(v.object({ ...described, type: v.optional(TypeSchema) })), []),
  slots: v.optional(v.array(v.object(described)), []),
  cssParts: v.optional(v.array(v.object(described)), []),
  cssProperties: v.optional(v.array(v.object({ ...typed, syntax: text })), []),
});
const ExportSchema = v.object({
  kind: v.picklist(['js', 'custom-element-definition']),
  name: v.string(),
  declaration: v.object({ name: v.string(), module: text }),
});

/** `custom-elements.json` of the package: the Custom Elements Manifest's schema 1.0, as far as it says something of elements. */
export const ElementsManifestSchema = v.object({
  schemaVersion: v.string(),
  readme: v.string(),
  modules: v.array(
    v.object({
      kind: v.literal('javascript-module'),
      path: v.string(),
      declarations: v.array(ElementSchema),
      exports: v.array(ExportSchema),
    }),
  ),
});
export type ElementsManifest = v.InferOutput<typeof ElementsManifestSchema>;
export type ManifestElement = v.InferOutput<typeof ElementSchema>;
export type ManifestMember = v.InferOutput<typeof MemberSchema>;

/** What the analyzer says of the whole of `src/components`; of other declarations than elements only that they are. */
export const AnalysisSchema = v.object({
  schemaVersion: v.string(),
  modules: v.array(
    v.object({
      path: v.string(),
      declarations: v.array(
        v.union([
          ElementSchema,
          v.pipe(
            v.unknown(),
            v.transform(() => undefined),
          ),
        ]),
      ),
    }),
  ),
});

/** An element and the module that registers it, as apps import it. */
export interface RegisteredElement {
  readonly path: string;
  readonly element: ManifestElement;
}

export function elementsOf({ modules }: ElementsManifest): RegisteredElement[] {
  return modules.flatMap(({ path, declarations }) => declarations.map((element) => ({ path, element })));
}
