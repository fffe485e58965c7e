import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export interface MissingTranslation {
  readonly file: string;
  readonly text: string;
}

/** Every text of the exchange files that has no translation yet. lit-localize itself only warns about them. */
export async function missingTranslations(folder: string): Promise<MissingTranslation[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.xlf'));
  const perFile = await Promise.all(
    files.map(async (file) =>
      untranslated(await readFile(path.join(folder, file), 'utf8')).map((text) => ({ file, text })),
    ),
  );
  return perFile.flat();
}

/** The source texts of the units without a target, or with an empty one. */
export function untranslated(xliff: string): string[] {
  const units = xliff.match(/<trans-unit[\s\S]*?<\/trans-unit>/g) ?? [];
  return units
    .filter((unit) => !/<target[^>]*>[\s\S]*\S[\s\S]*<\/target>/.test(unit))
    .map((unit) => /<source>([\s\S]*?)<\/source>/.exec(unit)?.[1] ?? unit);
}
