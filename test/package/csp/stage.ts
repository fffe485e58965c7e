/// <reference types="vite/client" />
import { render, type TemplateResult } from 'lit';
import { setPortalLocale, type PortalLocale } from '../../../src/locales/localization.js';

interface Playable {
  readonly globals?: { readonly locale?: PortalLocale };
  readonly render: () => TemplateResult;
  readonly play?: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

declare global {
  interface Window {
    /** Names of all stories, as `file/Story`. */
    storyNames: readonly string[];
    /** Plays a story for so long (ms) after its last act, and tells what the page's policy refused meanwhile. */
    playStory(name: string, settle: number): Promise<string[]>;
    /** Does what the policy refuses, and tells what it refused. */
    misbehave(): Promise<string[]>;
  }
}

/** What stories set on their own frame around the element: as apps could, which then need another policy. */
const FRAME = /^(padding: 16px|--portal-[a-z-]+: )/;

const modules = import.meta.glob<Record<string, object>>('/src/components/**/*.stories.ts', { eager: true });
const stories = new Map<string, Playable>(
  Object.entries(modules).flatMap(([file, module]) =>
    Object.entries(module)
      .filter(([name, story]) => name !== 'default' && 'render' in story)
      .map(([name, story]) => [`${fileName(file)}/${name}`, story as Playable] as const),
  ),
);

function fileName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace('.stories.ts', '');
}

const refused: string[] = [];
document.addEventListener('securitypolicyviolation', (event) => {
  const { effectiveDirective, sample, blockedURI, sourceFile, lineNumber } = event;
  if (!FRAME.test(sample))
    refused.push(`${effectiveDirective}: ${sample || blockedURI} (${sourceFile}:${lineNumber})`);
});

window.storyNames = [...stories.keys()];

window.playStory = async (name, settle) => {
  const story = stories.get(name);
  if (story === undefined) throw new Error(`There is no story ${name}.`);
  await setPortalLocale(story.globals?.locale ?? 'en');
  const canvasElement = document.createElement('main');
  document.body.replaceChildren(canvasElement);
  scrollTo({ top: 0, behavior: 'instant' });
  render(story.render(), canvasElement);
  await story.play?.({ canvasElement });
  return refusedWithin(settle);
};

window.misbehave = () => {
  document.body.setAttribute('style', 'color: red');
  try {
    document.body.innerHTML = '<p>Text</p>';
  } catch {
    // As it should be; the event tells the same.
  }
  return refusedWithin(100);
};

/** The browser tells a moment later what it refused, and what a story began is still being drawn. */
async function refusedWithin(time: number): Promise<string[]> {
  await new Promise((resolve) => setTimeout(resolve, time));
  return refused.splice(0);
}
