/**
 * Each story is looked at once in a short run: about a third of them in Firefox, the others in Chromium. A long run looks at
 * all in both. The name decides, written as code or as Storybook shows it.
 */
export function isForFirefox(name: string): boolean {
  const letters = Array.from(name.replaceAll(' ', '').toLowerCase());
  return letters.reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 3 === 0;
}
