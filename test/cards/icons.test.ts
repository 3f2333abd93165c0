import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawnIcons, iconFolder } from '../../scripts/icons.ts';
import { kindWords } from '../../src/conversation/cards/head.ts';

/** What an icon may add to every card, in bytes. */
const MOST_BYTES = 2_048;

const sent = readdirSync(iconFolder).filter((name) => name.endsWith('.png'));

test('each kind of card has an icon for light and for dark, and there are no others', () => {
  const expected = Object.keys(kindWords).flatMap((kind) => [`${kind}-dark.png`, `${kind}-light.png`]);
  expect(sent.sort()).toEqual(expected.sort());
});

test('each is as the drawing beside it, and small', async () => {
  const drawn = await drawnIcons();
  for (const name of sent) {
    const png = readFileSync(join(iconFolder, name));
    expect(png.equals(drawn.get(name) ?? new Uint8Array()), name).toBe(true);
    expect(png.length, name).toBeLessThan(MOST_BYTES);
  }
});
