import manifest from 'virtual:elements-manifest';
import {
  elementsOf,
  type ManifestElement,
  type RegisteredElement,
} from '../../scripts/build/package/elements-manifest.js';

export type { ManifestElement } from '../../scripts/build/package/elements-manifest.js';

/** All public elements, with the modules that register them. */
export const registeredElements: readonly RegisteredElement[] = elementsOf(manifest);

/** An element by its tag; undefined for parts that are not public. */
export function registeredElement(tag: string | undefined): RegisteredElement | undefined {
  return registeredElements.find(({ element }) => element.tagName === tag);
}

/** The package's entry that registers an element. */
export function entryOf({ path }: RegisteredElement): string {
  return `psa-portal-admin/components/${path.split('/').at(-2) ?? ''}`;
}

export type CssProperty = ManifestElement['cssProperties'][number];

/** The tokens that every element that draws something knows, in the order in which they are told. */
export function sharedTokens(): readonly CssProperty[] {
  const lists = registeredElements
    .map(({ element }) => element.cssProperties)
    .filter(({ length }) => length > 0);
  const [first = [], ...others] = lists;
  return first.filter(({ name }) => others.every((list) => list.some((one) => one.name === name)));
}
