/** As people write them in a mailbox where there are no such letters. */
export const spelledLetters: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'oe',
  å: 'aa',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ŋ: 'ng',
};

function spell(letter: string): string {
  const known = spelledLetters[letter];
  if (known !== undefined) return known;
  const large = spelledLetters[letter.toLowerCase()];
  return large === undefined ? letter : large.charAt(0).toUpperCase() + large.slice(1);
}

/**
 * Latin letters without accents: "Jürgen Løvås" becomes "Juergen Loevaas". Letters of other scripts stay as they are, since
 * there is no way to spell them that everybody would expect.
 */
export function transliterate(text: string): string {
  if (!/[^ -~]/.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[^ -~]/gu, spell)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}
