import { noChange } from 'lit';
import {
  Directive,
  directive,
  PartType,
  type DirectiveResult,
  type ElementPart,
  type PartInfo,
} from 'lit/directive.js';

/** Values by property, for example `{ 'flex-grow': '3', '--_pin': '' }`; an empty one takes the property away. */
export type StyleValues = Readonly<Record<string, string>>;

class Styled extends Directive {
  #written: StyleValues = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('`styled` stands in the tag, not in an attribute.');
  }

  /** What differs from what was written before: each write costs a look at everything below. */
  override render(values: StyleValues): readonly (readonly [string, string])[] {
    const changed = Object.entries(values).filter(([name, value]) => this.#written[name] !== value);
    this.#written = values;
    return changed;
  }

  override update({ element }: ElementPart, [values]: [StyleValues]): unknown {
    const { style } = element as HTMLElement;
    for (const [name, value] of this.render(values)) style.setProperty(name, value);
    return noChange;
  }
}

/**
 * Styles that come from data: `<div ${styled({ 'flex-grow': '3' })}>`. They are set through the element's `style` object,
 * because pages with a strict Content-Security-Policy refuse `style` attributes, also the one that lit's `styleMap` writes
 * the first time.
 */
export const styled: (values: StyleValues) => DirectiveResult = directive(Styled);
