import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import type { ElementsManifest } from './elements-manifest.js';

/** Where editors read what the elements offer. */
export const EDITOR_FILES = [
  'vscode.html-custom-data.json',
  'vscode.css-custom-data.json',
  'web-types.json',
] as const;

type VsCodeInput = Parameters<typeof generateVsCodeCustomElementData>[0];
type JetBrainsInput = Parameters<typeof generateJetBrainsWebTypes>[0];

/** Writes the data for the editors' completion. The generators change what they are given, so each gets its own. */
export function writeEditorData(manifest: ElementsManifest, outdir: string): void {
  // The same shape; theirs is not written for `exactOptionalPropertyTypes`.
  generateVsCodeCustomElementData(structuredClone(manifest) as VsCodeInput, { outdir, hideLogs: true });
  generateJetBrainsWebTypes(structuredClone(manifest) as JetBrainsInput, {
    outdir,
    hideLogs: true,
    packageJson: false,
  });
}
