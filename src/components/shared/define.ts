/**
 * Registers an element under its tag unless somebody has: the module may be loaded twice in one page (two bundles of
 * an embedding app), and the second time must not throw.
 */
export function define(tag: `portal-${string}`, element: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) customElements.define(tag, element);
}
