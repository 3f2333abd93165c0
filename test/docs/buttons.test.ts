import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guides } from '../../src/conversation/guides.ts';

const root = join(import.meta.dirname, '../..');

/** A button that a page names: what stands between quotes in a sentence that says to tap, and where that is. */
function namedButtons(page: string): string[] {
  const sentences = page
    .replace(/\n(?!\s*(?:[-*|#]|\d+\.|\n))\s*/g, ' ')
    .split(/(?<=[.!?:]["*]*)\s+(?=[A-Z*`])|\n|\|/);
  return sentences
    .filter((sentence) => /\b(?:tik|tikt|tikken|knop|knoppen)\b/i.test(sentence))
    .flatMap((sentence) => [...sentence.matchAll(/["“]([^"“”]+)["”]/g)].map(([, name = '']) => name));
}

function textsIn(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

/** What stands on buttons, as it is written out in the code and in the templates of cards. */
function titles(): Set<string> {
  const found = [
    ...textsIn('src', '.ts').flatMap((text) => [
      ...text.matchAll(/verb:\s*[^,{}]+,\s*title:\s*'([^']+)'/g),
      ...text.matchAll(/\bsay\('[^']+',\s*'([^']+)'\)/g),
      ...text.matchAll(/(?:submit|link|\bactions?)\b[^\n]*title:\s*'([^']+)'/g),
      ...text.matchAll(/\baction\(\s*'[\w.-]+',\s*'([^']+)'/g),
    ]),
    ...textsIn('cards', '.json').flatMap((text) => [
      ...text.matchAll(/"type":\s*"Action\.\w+",(?:\s*"\$\w+":\s*"[^"]*",)*\s*"title":\s*"([^"$]+)"/g),
    ]),
  ];
  // A title may hang on what there is: either of two.
  const either = textsIn('src', '.ts').flatMap((text) => [
    ...text.matchAll(/\?\s*'([^']+)'\s*:\s*'([^']+)'/g),
  ]);
  return new Set([...found, ...either].flatMap(([, ...some]) => some));
}

test('a sentence that says to tap names its buttons, over the end of a line as well', () => {
  const page =
    'Wil je meer? Tik op "Meer", en\n   daarna op "Trek in". Typ "help" niet.\n\n- De knop "Bewaar" staat er.';
  expect(namedButtons(page)).toEqual(['Meer', 'Trek in', 'Bewaar']);
});

test('the buttons that the pages for people name are on cards', () => {
  const known = titles();
  const named = guides.flatMap(({ name }) =>
    namedButtons(readFileSync(join(root, 'docs', `${name}.md`), 'utf8')).map((button) => ({ name, button })),
  );
  expect(known.size).toBeGreaterThan(100);
  expect(named.length).toBeGreaterThan(9);
  expect(named.filter(({ button }) => !known.has(button))).toEqual([]);
});
