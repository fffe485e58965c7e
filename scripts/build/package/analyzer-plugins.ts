import type { AnalyzePhaseParams, Plugin } from '@custom-elements-manifest/analyzer';

/** The analyzer knows `customElements.define`; our elements are registered by `define('portal-…', Class)`. */
export function definedTags(): Plugin {
  return {
    name: 'portal-admin:defined-tags',
    analyzePhase(phase) {
      const definition = definitionIn(phase);
      if (definition === undefined) return;
      const declaration = phase.moduleDoc.declarations?.find(({ name }) => name === definition.className);
      if (declaration !== undefined)
        Object.assign(declaration, { tagName: definition.tagName, customElement: true });
    },
  };
}

function definitionIn({ ts, node }: AnalyzePhaseParams): { tagName: string; className: string } | undefined {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return undefined;
  const [tag, element] = node.arguments;
  if (tag === undefined || !ts.isStringLiteral(tag) || element === undefined) return undefined;
  return { tagName: tag.text, className: element.getText() };
}

/**
 * Reads what events carry from `HTMLElementEventMap`, so that JSDoc need not say it once more.
 *
 * @param types is filled: TypeScript types by the events' names.
 */
export function eventTypes(types: Map<string, string>): Plugin {
  return {
    name: 'portal-admin:event-types',
    collectPhase({ ts, node }) {
      if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'HTMLElementEventMap') return;
      for (const member of node.members)
        if (ts.isPropertySignature(member) && ts.isStringLiteral(member.name) && member.type !== undefined)
          types.set(member.name.text, member.type.getText());
    },
  };
}
