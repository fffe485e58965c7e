/** Two changes to how the polyfilled registry defines elements in a content script. */

type Define = CustomElementRegistry['define'];

function wrapDefine(registry: CustomElementRegistry, wrap: (define: Define) => Define): void {
  registry.define = wrap(registry.define.bind(registry));
}

/**
 * Lets `define` accept Firefox's element classes. The polyfill tests `prototype instanceof Object`; in Firefox
 * prototypes of elements come from the page's world, where `Object` is another one. For the time of the call any object
 * or function counts as an `Object`, as it does everywhere else; no patched copy of the polyfill has to be kept.
 */
export function acceptForeignPrototypes(registry: CustomElementRegistry): void {
  wrapDefine(registry, (define) => (name, constructor, options) => {
    Object.defineProperty(Object, Symbol.hasInstance, { configurable: true, value: isAnyObject });
    try {
      define(name, constructor, options);
    } finally {
      Reflect.deleteProperty(Object, Symbol.hasInstance);
    }
  });
}

function isAnyObject(value: unknown): boolean {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/**
 * Leaves out tags that the page uses itself, for example because it embeds the same elements: page and extension would
 * both upgrade one node, and the page could script ours.
 *
 * @returns the tags that were left out, filled while modules define their elements.
 */
export function skipTakenTags(registry: CustomElementRegistry, page: Document): ReadonlySet<string> {
  const taken = new Set<string>();
  wrapDefine(registry, (define) => (name, constructor, options) => {
    if (isTagTaken(name, page)) taken.add(name);
    else define(name, constructor, options);
  });
  return taken;
}

/** `:defined` asks the page's own registry, which neither the polyfill nor a definition of ours touches. */
export function isTagTaken(tag: string, page: Document): boolean {
  return page.createElement(tag).matches(':defined') || page.querySelector(tag) !== null;
}
