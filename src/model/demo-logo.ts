import { zlibSync } from 'fflate';
import { base64Of } from './base64.js';
import type { Logo } from './logo.js';
import { encodePng } from './logo-file/encode-png.js';

/** What a demo logo shows beside the bars that stand for its name. */
export type DemoMark = 'wave' | 'flower' | 'peaks';

/** A point of the mark's square, both from -1 to 1. */
type Shape = (x: number, y: number) => boolean;

const marks: Readonly<Record<DemoMark, Shape>> = {
  wave: (x, y) => {
    const height = Math.sin(x * 3.6) * 0.22;
    return Math.hypot(x, y) < 0.95 && (y < height - 0.18 || y > height + 0.14);
  },
  flower: (x, y) => {
    const radius = Math.hypot(x, y);
    const petals = 0.62 + 0.33 * Math.cos(Math.atan2(y, x) * 6);
    return radius < petals && (radius > 0.3 || radius < 0.2);
  },
  peaks: (x, y) => y < 0.8 && (y > 1.5 * Math.abs(x + 0.3) - 0.75 || y > 1.5 * Math.abs(x - 0.45) - 0.35),
};

/** Lengths of the bars, in heights of the picture. */
const words: Readonly<Record<DemoMark, readonly [number, number]>> = {
  wave: [2.4, 1.5],
  flower: [1.9, 2.3],
  peaks: [2.1, 1.2],
};

/** Shades between nothing and the whole colour. */
const SHADES = 16;
/** Samples along each edge of a pixel. */
const SAMPLES = 4;

/**
 * A small logo for demo data, a PNG in one colour on a transparent ground.
 *
 * @param height pixels; the width follows from the mark.
 * @param colour red, green and blue from 0 to 255.
 */
export function demoLogo(mark: DemoMark, height: number, colour: readonly [number, number, number]): Logo {
  const isInside = outline(mark);
  const width = Math.ceil((1.3 + Math.max(...words[mark])) * height);
  const rows = Array.from({ length: height }, (_row, y) =>
    Array.from({ length: width }, (_column, x) => shadeAt(isInside, x / height, y / height, height)),
  );
  const bytes = encodePng({ rows, colour, shades: SHADES }, zlibSync);
  return { type: 'image/png', data: base64Of(bytes), width, height };
}

/** The mark and its bars, measured in heights from the upper left corner. */
function outline(mark: DemoMark): Shape {
  const [upper, lower] = words[mark];
  const isInBar = (x: number, y: number, middle: number, length: number): boolean => {
    const along = Math.max(1.25 - x, x - (1.15 + length), 0);
    return Math.hypot(along, y - middle) < 0.1;
  };
  return (x, y) =>
    (x < 1 && marks[mark](x * 2 - 1, y * 2 - 1)) || isInBar(x, y, 0.32, upper) || isInBar(x, y, 0.68, lower);
}

function shadeAt(isInside: Shape, x: number, y: number, height: number): number {
  let hits = 0;
  for (let down = 0; down < SAMPLES; down += 1)
    for (let across = 0; across < SAMPLES; across += 1)
      if (isInside(x + (across + 0.5) / SAMPLES / height, y + (down + 0.5) / SAMPLES / height)) hits += 1;
  return Math.round((hits * (SHADES - 1)) / SAMPLES ** 2);
}
