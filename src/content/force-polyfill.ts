/** Firefox has a registry, so the polyfill would step aside. In Chromium's isolated world it is null. */
const native: unknown = Reflect.get(window, 'customElements');
if (native instanceof CustomElementRegistry) Object.assign(native, { forcePolyfill: true });

export {};
