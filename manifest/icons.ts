import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DecodedPng, decode, hasPngSignature } from 'fast-png';

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

/** One pixel: red, green, blue and alpha, each 0 to 255. */
type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

type PixelCheck = (pixels: readonly Pixel[]) => string[];

function problemsOf(name: string, bytes: Uint8Array, size: number, check: PixelCheck): string[] {
  const found: string[] = [];
  try {
    const image = read(bytes);
    const { width, height } = image;
    if (width !== size || height !== size)
      found.push(`moet ${size}×${size} pixels zijn, maar is ${width}×${height}`);
    found.push(...check(pixelsOf(image)));
  } catch (error) {
    found.push(error instanceof Error ? error.message : String(error));
  }
  return found.map((problem) => `${name}: ${problem}.`);
}

/** Reads a PNG; throws in Dutch when the bytes are none or are damaged. */
function read(bytes: Uint8Array): DecodedPng {
  if (!hasPngSignature(bytes)) throw new Error('dit is geen PNG-bestand');
  try {
    return decode(bytes, { checkCrc: true });
  } catch (error) {
    throw new Error('de PNG is beschadigd', { cause: error });
  }
}

/** The pixels of an 8-bit RGB or RGBA image, row by row; throws in Dutch on any other. */
function pixelsOf({ width, height, depth, channels, palette, data }: DecodedPng): Pixel[] {
  if (depth !== 8 || channels < 3 || palette)
    throw new Error('bewaar de PNG als 8-bits RGB of RGBA, zonder interlacing');
  return Array.from({ length: width * height }, (_, index) => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = data.subarray(
      index * channels,
      (index + 1) * channels,
    );
    return [red, green, blue, alpha];
  });
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
