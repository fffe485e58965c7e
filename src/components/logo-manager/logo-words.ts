import { msg, str } from '@lit/localize';
import type { Availability } from '../../contract/index.js';
import { portalLocale } from '../../locales/localization.js';
import { MOST_LOGO_EDGE, type Logo, type LogoSlot } from '../../model/index.js';
import { connectionHint, numberWords } from '../shared/index.js';
import type { FileProblem } from './logo-file.js';

export function slotTitle(slot: LogoSlot): string {
  switch (slot) {
    case 'login':
      return msg('Login page');
    case 'header':
      return msg('Portal header');
  }
}

export function slotHelp(slot: LogoSlot): string {
  switch (slot) {
    case 'login':
      return msg('Everybody sees it who opens the company’s login address.');
    case 'header':
      return msg('Signed-in users see it at the top of every page.');
  }
}

/** For example "PNG, 320 × 80 pixels, 12 kB". */
export function logoFacts({ type, width, height, data }: Logo): string {
  const kind = type === 'image/webp' ? 'WebP' : type.slice('image/'.length).toUpperCase();
  const size = sizeWords(Math.floor((data.length * 3) / 4));
  return msg(str`${kind}, ${numberWords(width)} × ${numberWords(height)} pixels, ${size}`);
}

function sizeWords(bytes: number): string {
  const format = { style: 'unit', unit: 'kilobyte', unitDisplay: 'short' } as const;
  const digits = { maximumFractionDigits: bytes < 10_000 ? 1 : 0 };
  return new Intl.NumberFormat(portalLocale(), { ...format, ...digits }).format(bytes / 1000);
}

/** What is taken, in one sentence. */
export function limitWords(): string {
  return msg(
    str`PNG, JPEG, GIF or WebP, at most 1 MB and ${numberWords(MOST_LOGO_EDGE)} pixels along an edge.`,
  );
}

/** A problem in words: what happened, why, and what to do next. */
export interface ProblemWords {
  readonly what: string;
  readonly why: string;
  readonly next: string;
}

/** Why a file is not taken. The file that is in force stays, which is said once below. */
export function problemWords(problem: FileProblem): ProblemWords {
  const next = nextWords(problem);
  switch (problem) {
    case 'empty':
      return { what: msg('The file is empty.'), why: msg('It has no bytes at all.'), next };
    case 'too-large':
      return {
        what: msg('The file is too large.'),
        why: msg('A logo may have 1 MB at most, so that the login page opens fast.'),
        next,
      };
    case 'not-an-image':
      return {
        what: msg('This is no picture.'),
        why: msg('What counts is what is in the file, not its name.'),
        next,
      };
    case 'svg-refused':
      return {
        what: msg('SVG is not taken.'),
        why: msg('It can carry scripts, which would run where people enter their passwords.'),
        next,
      };
    case 'type-not-allowed':
      return {
        what: msg('This type of picture is not taken.'),
        why: msg('Not every browser shows it.'),
        next,
      };
    case 'variant-not-allowed':
      return {
        what: msg('This kind of JPEG is not taken.'),
        why: msg('It is packed in a way that browsers do not show.'),
        next,
      };
    case 'too-many-pixels':
      return {
        what: msg('The picture has too many pixels.'),
        why: msg('Each browser that opens the login page would have to unpack them all.'),
        next,
      };
    case 'animated':
      return {
        what: msg('The picture moves.'),
        why: msg('Movement distracts from signing in, so a logo stands still.'),
        next,
      };
    default:
      return damageWords(problem);
  }
}

type Damage = Extract<
  FileProblem,
  'truncated' | 'damaged' | 'trailing-data' | 'hidden-content' | 'unreadable' | 'no-file' | 'several-files'
>;

function damageWords(problem: Damage): ProblemWords {
  const next = nextWords(problem);
  switch (problem) {
    case 'truncated':
      return {
        what: msg('The file is incomplete.'),
        why: msg('It ends before the picture does, for example because a download broke off.'),
        next,
      };
    case 'damaged':
      return {
        what: msg('The file is damaged.'),
        why: msg('Its content breaks the rules of its type, so that browsers show it wrongly or not at all.'),
        next,
      };
    case 'trailing-data':
      return {
        what: msg('There is more in the file than the picture.'),
        why: msg('Something follows the picture’s end. That can be a hidden program.'),
        next,
      };
    case 'hidden-content':
      return {
        what: msg('There is more in the file than the picture.'),
        why: msg('It also holds a web page, a script, a document or an archive.'),
        next,
      };
    case 'unreadable':
      return {
        what: msg('The file could not be read.'),
        why: msg('It was moved or deleted, it is a folder, or the computer does not allow it.'),
        next,
      };
    case 'no-file':
      return {
        what: msg('That was no file.'),
        why: msg('From other pages the browser often gives a link only.'),
        next,
      };
    case 'several-files':
      return {
        what: msg('Those were several files.'),
        why: msg('Each place shows one logo.'),
        next,
      };
  }
}

function nextWords(problem: FileProblem): string {
  switch (problem) {
    case 'too-large':
    case 'too-many-pixels':
      return msg('Make the picture smaller, 400 pixels wide are plenty, and choose it again.');
    case 'trailing-data':
    case 'hidden-content':
    case 'damaged':
    case 'variant-not-allowed':
      return msg('Open it in an image editor, export it as a new PNG, and choose that one.');
    case 'animated':
      return msg('Export a single picture of it as a PNG, and choose that one.');
    case 'svg-refused':
    case 'type-not-allowed':
      return msg('Export it as a PNG with a transparent background, and choose that one.');
    case 'several-files':
      return msg('Drop one file on each.');
    case 'no-file':
      return msg('Save the picture on your computer first, then choose the file.');
    case 'unreadable':
    case 'truncated':
    case 'empty':
    case 'not-an-image':
      return msg('Choose another file.');
  }
}

/** Why logos cannot be seen at all, and where they can. */
export function absentWords(reason: Extract<Availability, { state: 'absent' }>['reason']): string {
  switch (reason) {
    case 'no-api':
      return msg('The PSA has no public API for them. Use “Manage logos” in the PSA’s own form.');
    case 'not-connected':
      return connectionHint();
  }
}
