import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installation, startTestBot, type TestBot, team, typed, wordsOf } from '../support/bot.ts';

const [amira] = team as [(typeof team)[0]];
const root = join(import.meta.dirname, '../..');
/** More words than this nobody types after a button. */
const MOST_WORDS = 5;

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ env: { TURNS_PER_MINUTE: '100000' } });
  await bot.hear(installation(amira, 'add'));
});
afterAll(() => bot.stop());

function textsIn(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

/** The titles of buttons as they stand in the code and the templates: those that are written out, and short. */
function titles(): string[] {
  const inCode = textsIn('src', '.ts').flatMap((text) => [
    ...text.matchAll(/verb:\s*[^,{}]+,\s*title:\s*'([^']+)'/g),
    ...text.matchAll(/say\('[^']+',\s*'([^']+)'\)/g),
    ...text.matchAll(/submit:\s*\{\s*verb:\s*[^,]+,\s*title:\s*'([^']+)'/g),
  ]);
  const inCards = textsIn('cards', '.json').flatMap((text) => [
    ...text.matchAll(/"Action\.Execute",\s*(?:"\$\w+":\s*"[^"]*",\s*)*"title":\s*"([^"$]+)"/g),
    ...text.matchAll(/"Action\.ToggleVisibility",\s*"title":\s*"([^"$]+)"/g),
  ]);
  const all = [...inCode, ...inCards].map(([, title = '']) => title);
  return [...new Set(all)].filter((title) => title.split(' ').length <= MOST_WORDS);
}

test('the words on a button, typed, are understood or lead to its card', { timeout: 240_000 }, async () => {
  const all = titles();
  expect(all.length).toBeGreaterThan(100);
  const lost: string[] = [];
  for (const title of all)
    if (wordsOf(await bot.hear(typed(amira, title))).includes('Dat begrijp ik niet')) lost.push(title);
  expect(lost).toEqual([]);
});
