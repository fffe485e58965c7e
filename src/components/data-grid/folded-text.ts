/** Lower case without accents, so that "celik" finds "Çelik". The Greek sigma at a word's end is one like any other. */
export function foldedText(text: string): string {
  const lower = text.toLowerCase();
  return /[^\n -~]/.test(lower) ? lower.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ς', 'σ') : lower;
}

/** The words of a query, folded. */
export function foldedWords(query: string): string[] {
  return foldedText(query).split(/\s+/).filter(Boolean);
}
