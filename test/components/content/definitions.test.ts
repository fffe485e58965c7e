import { describe, expect, it } from 'vitest';
import { acceptForeignPrototypes, isTagTaken, skipTakenTags } from '../../../src/content/definitions.js';

/** A registry that only notes what it is asked to define, as the polyfill's would see it. */
function noteRegistry(
  note: (name: string, constructor: CustomElementConstructor) => void,
): CustomElementRegistry {
  const registry = Object.create(customElements) as CustomElementRegistry;
  registry.define = note;
  return registry;
}

/** A prototype of another world: its chain does not end in this world's `Object`. */
function foreignPrototype(): object {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const foreign: object = Object.getPrototypeOf(frame.contentWindow?.customElements) as object;
  frame.remove();
  return foreign;
}

const isObject = (value: unknown) => value instanceof Object;

describe('defining elements in a content script', () => {
  it('takes any object for an Object, but only during the call', () => {
    const foreign = foreignPrototype();
    const seen: boolean[] = [];
    const registry = noteRegistry(() => {
      seen.push(isObject(foreign), isObject(HTMLElement), !isObject('x'));
    });
    acceptForeignPrototypes(registry);
    expect(isObject(foreign)).toBe(false);
    registry.define('portal-any', HTMLElement);
    expect(seen).toEqual([true, true, true]);
    expect(isObject(foreign)).toBe(false);
    expect(Object.getOwnPropertySymbols(Object)).toEqual([]);
  });

  it('ends the exception even when a definition fails', () => {
    const registry = noteRegistry(() => {
      throw new TypeError('no');
    });
    acceptForeignPrototypes(registry);
    expect(() => {
      registry.define('portal-any', HTMLElement);
    }).toThrow('no');
    expect(Object.hasOwn(Object, Symbol.hasInstance)).toBe(false);
  });

  it('leaves a tag to the page that defines it or has it in its content', () => {
    customElements.define('portal-taken-by-page', class extends HTMLElement {});
    const waiting = document.createElement('portal-waiting-in-page');
    document.body.append(waiting);
    const defined: string[] = [];
    const registry = noteRegistry((name) => defined.push(name));
    const taken = skipTakenTags(registry, document);
    for (const tag of ['portal-taken-by-page', 'portal-waiting-in-page', 'portal-free']) {
      registry.define(tag, class extends HTMLElement {});
    }
    expect([...taken]).toEqual(['portal-taken-by-page', 'portal-waiting-in-page']);
    expect(defined).toEqual(['portal-free']);
    expect(isTagTaken('portal-free', document)).toBe(false);
    waiting.remove();
  });
});
