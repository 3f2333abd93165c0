import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Where the icons of the cards stand: a drawing of each as SVG, and beside it what is sent. */
export const iconFolder = join(import.meta.dirname, '../cards/icons');

/**
 * The colours of the two themes of Teams. The light one is readable on dark too, for clients that show one picture in
 * both.
 */
const colours = { light: '#6a6fd8', dark: '#aab1fa' } as const;

/** Drawn larger than shown (20 pixels), for sharp screens. */
const PIXELS = 48;

/** The icons as PNG, by the name of the file each goes into, drawn anew from the SVG. */
export async function drawnIcons(): Promise<Map<string, Uint8Array>> {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(readFileSync(wasm));
  const drawings = readdirSync(iconFolder).filter((name) => name.endsWith('.svg'));
  return new Map(
    drawings.flatMap((name) => {
      const drawing = readFileSync(join(iconFolder, name), 'utf8');
      return Object.entries(colours).map(([theme, colour]) => {
        const svg = drawing.replaceAll('currentColor', colour);
        const png = new Resvg(svg, { fitTo: { mode: 'width', value: PIXELS } }).render().asPng();
        return [name.replace('.svg', `-${theme}.png`), png] as const;
      });
    }),
  );
}

// `npm run icons` writes them; a test holds what is written to what is drawn.
if (import.meta.main)
  for (const [name, png] of await drawnIcons()) {
    writeFileSync(join(iconFolder, name), png);
    process.stdout.write(`${name}: ${png.length} bytes\n`);
  }
