import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Pixel, readHeader, readPixels } from './png.ts';

/** The two icons that go into the app package, as PNG bytes. */
export interface Icons {
  readonly color: Uint8Array;
  readonly outline: Uint8Array;
}

/** Folder that holds the icons of this project. */
export const iconFolder = join(import.meta.dirname, 'icons');

/** Reads color.png and outline.png from a folder. */
export function readIcons(folder: string = iconFolder): Icons {
  return {
    color: readFileSync(join(folder, 'color.png')),
    outline: readFileSync(join(folder, 'outline.png')),
  };
}

/** Every rule of Teams that the icons break, in Dutch, each naming the file; empty when both are good. */
export function iconProblems(icons: Icons): string[] {
  return [
    ...problemsOf('color.png', icons.color, 192, colorProblems),
    ...problemsOf('outline.png', icons.outline, 32, outlineProblems),
  ];
}

type PixelCheck = (pixels: readonly Pixel[]) => string[];

function problemsOf(name: string, bytes: Uint8Array, size: number, check: PixelCheck): string[] {
  const found: string[] = [];
  try {
    const { width, height } = readHeader(bytes);
    if (width !== size || height !== size)
      found.push(`moet ${size}×${size} pixels zijn, maar is ${width}×${height}`);
    found.push(...check(readPixels(bytes)));
  } catch (error) {
    found.push(error instanceof Error ? error.message : String(error));
  }
  return found.map((problem) => `${name}: ${problem}.`);
}

function colorProblems(pixels: readonly Pixel[]): string[] {
  const full = pixels.every(([, , , alpha]) => alpha === 255);
  return full ? [] : ['de achtergrond moet het hele vierkant vullen, zonder doorzichtige plekken'];
}

function outlineProblems(pixels: readonly Pixel[]): string[] {
  const visible = pixels.filter(([, , , alpha]) => alpha > 0);
  const white = visible.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255);
  const problems: string[] = [];
  if (!white) problems.push('elke zichtbare pixel moet wit zijn');
  if (visible.length === 0) problems.push('er is niets te zien');
  if (!pixels.some(([, , , alpha]) => alpha === 0)) problems.push('de achtergrond moet doorzichtig zijn');
  return problems;
}
