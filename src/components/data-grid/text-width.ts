/** The width of what an element holds, also where it is cut off, in CSS pixels. */
export function textWidth(element: HTMLElement): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  return Math.ceil(range.getBoundingClientRect().width);
}
