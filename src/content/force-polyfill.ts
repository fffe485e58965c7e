/**
 * Firefox has a registry, so the polyfill would step aside; in Chromium's isolated world it is null. A second copy of
 * this script finds the first one's polyfill, which must not be installed over itself: it would call itself for ever.
 */
const registry: unknown = Reflect.get(window, 'customElements');
const isPolyfilled = '__CE_installPolyfill' in window;
if (registry instanceof CustomElementRegistry && !isPolyfilled) {
  Object.assign(registry, { forcePolyfill: true });
}

export {};
