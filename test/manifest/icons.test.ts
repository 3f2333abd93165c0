import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { iconProblems, readIcons } from '../../manifest/icons.ts';

type Pixel = [red: number, green: number, blue: number, alpha: number];

const good = readIcons();
const clear: Pixel = [0, 0, 0, 0];
const white: Pixel = [255, 255, 255, 255];
const softWhite: Pixel = [255, 255, 255, 90];
const teal: Pixel = [11, 110, 127, 255];

/** Draws an 8-bit RGBA PNG, one pixel at a time. */
function drawPng(width: number, height: number, pixel: (x: number, y: number) => Pixel): Uint8Array {
  const pixels = Array.from({ length: width * height }, (_, n) => pixel(n % width, Math.floor(n / width)));
  return encode({ width, height, channels: 4, depth: 8, data: Uint8Array.from(pixels.flat()) });
}

/** A 32×32 outline icon: a square of the given pixel on a clear background. */
function outline(pixel: Pixel, background: Pixel = clear): Uint8Array {
  return drawPng(32, 32, (x, y) => (x > 8 && x < 24 && y > 8 && y < 24 ? pixel : background));
}

describe('icons', () => {
  it('of this project follow the rules of Teams', () => {
    expect(iconProblems(good)).toEqual([]);
  });

  it.each<[string, Pixel]>([
    ['white', white],
    ['half transparent white', softWhite],
  ])('accept an outline that is %s', (_what, pixel) => {
    expect(iconProblems({ ...good, outline: outline(pixel) })).toEqual([]);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['coloured', outline(teal), /^outline\.png: .*wit/],
    ['just not white', outline([255, 254, 255, 255]), /^outline\.png: .*wit/],
    ['faintly coloured', outline([0, 0, 0, 1]), /^outline\.png: .*wit/],
    ['on a white background', outline(white, white), /^outline\.png: .*doorzichtig/],
    ['empty', outline(clear), /^outline\.png: .*niets te zien/],
    ['of the wrong size', drawPng(31, 32, (x) => (x > 9 ? white : clear)), /^outline\.png: .*32×32.*31×32/],
    ['no PNG', Buffer.from('<svg/>'), /^outline\.png: .*geen PNG/],
    ['cut short', good.outline.slice(0, 60), /^outline\.png: .*beschadigd/],
  ])('refuse an outline that is %s', (_what, spoiled, message) => {
    const problems = iconProblems({ ...good, outline: spoiled });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['of the wrong size', drawPng(96, 192, () => teal), /^color\.png: .*192×192.*96×192/],
    ['with a hole', drawPng(192, 192, (x, y) => (x + y === 0 ? clear : teal)), /^color\.png: .*doorzichtige/],
  ])('refuse a colour icon %s', (_what, spoiled, message) => {
    const problems = iconProblems({ ...good, color: spoiled });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
  });

  it('name both files when both are wrong', () => {
    expect(iconProblems({ color: good.outline, outline: good.color }).map((p) => p.split(':')[0])).toEqual(
      expect.arrayContaining(['color.png', 'outline.png']),
    );
  });
});
