import { around, everything } from './gallery.js';

/** Red, green and blue from 0 to 1, and how much of it covers what is behind. */
interface Colour {
  readonly channels: readonly number[];
  readonly alpha: number;
}

/** What computed styles say: `rgb(…)`, `rgba(…)` or `color(srgb …)`. */
function parse(text: string): Colour {
  const numbers = (text.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  const isShare = text.startsWith('color(');
  if (numbers.length < 3) throw new Error(`${text} is no colour that this can read.`);
  return { channels: numbers.slice(0, 3).map((one) => (isShare ? one : one / 255)), alpha: numbers[3] ?? 1 };
}

function over(top: Colour, below: readonly number[]): number[] {
  return below.map((one, index) => (top.channels[index] ?? 0) * top.alpha + one * (1 - top.alpha));
}

/** The colour that is seen behind an element's content: its own ground over everything around. */
export function groundOf(element: Element): number[] {
  const above: Colour[] = [];
  for (let one: Element | null = element; one !== null; one = around(one)) {
    const ground = parse(getComputedStyle(one).backgroundColor);
    if (ground.alpha > 0) above.push(ground);
    if (ground.alpha === 1) break;
  }
  return above.reverse().reduce((below, colour) => over(colour, below), [1, 1, 1]);
}

function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((one) =>
    one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG's contrast of a computed colour on a ground. */
export function contrastOn(colour: string, ground: readonly number[]): number {
  const seen = over(parse(colour), ground);
  const [darker = 0, lighter = 0] = [luminance(seen), luminance(ground)].sort((one, other) => one - other);
  return (lighter + 0.05) / (darker + 0.05);
}

/** What is looked at, as a failing test names it. */
export interface Finding {
  readonly what: string;
  readonly contrast: number;
}

function isSeen(element: HTMLElement): boolean {
  return (
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest('.visually-hidden, :disabled, [aria-disabled=true]') === null &&
    parseFloat(getComputedStyle(element).fontSize) > 0
  );
}

function nameOf(element: Element): string {
  const host = element.getRootNode();
  const inside = host instanceof ShadowRoot ? host.host.localName : '';
  return `${inside} ${element.localName}.${element.className} “${element.textContent.trim().slice(0, 30)}”`;
}

function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
}

/** Every text that is seen, and its contrast. What draws the client portal itself has colours of its own. */
export function textContrasts(root: ParentNode): Finding[] {
  return everything(root)
    .filter((element) => hasOwnText(element) && !(element instanceof HTMLStyleElement))
    .filter((element) => isSeen(element) && element.closest('.stage, option') === null)
    .map((element) => {
      const { color, fill } = getComputedStyle(element);
      const isDrawn = element instanceof Element && element.namespaceURI?.endsWith('svg') === true;
      return { what: nameOf(element), contrast: contrastOn(isDrawn ? fill : color, groundOf(element)) };
    });
}

/** Every control that can be used: what tells it from the ground around it, border or fill. */
export function edgeContrasts(root: ParentNode): Finding[] {
  const controls =
    'select, input:not([type=checkbox], [type=radio], [type=file]), textarea, .button, .switch';
  return everything(root)
    .filter((element) => element.matches(controls) && !element.matches('.plain') && isSeen(element))
    .map((element) => {
      const outside = groundOf(around(element) ?? element);
      const { borderTopColor, borderTopWidth, backgroundColor } = getComputedStyle(element);
      const border = parseFloat(borderTopWidth) > 0 ? contrastOn(borderTopColor, outside) : 1;
      return { what: nameOf(element), contrast: Math.max(border, contrastOn(backgroundColor, outside)) };
    });
}

/** The outline of an element that has the focus. */
export function focusContrast(element: HTMLElement): Finding & { readonly width: number } {
  const { outlineColor, outlineWidth, outlineStyle, outlineOffset } = getComputedStyle(element);
  const isInside = parseFloat(outlineOffset) < 0;
  const ground = groundOf(isInside ? element : (around(element) ?? element));
  return {
    what: nameOf(element),
    contrast: contrastOn(outlineColor, ground),
    width: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
  };
}
