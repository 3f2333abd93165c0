import { readFileSync } from 'node:fs';
import { notice } from '../../conversation/cards/notice.ts';
import { everybodyAnywhere } from '../../conversation/needs.ts';
import type { Hearing } from '../../conversation/offer.ts';
import { capital } from '../../language/capital.ts';
import { normalise } from '../../language/normalise.ts';
import { lazily } from '../../lib/lazily.ts';
import { inNeed } from '../../people/in-need.ts';
import { say } from './saying.ts';

const page = new URL('../../../docs/woorden.md', import.meta.url);

/** The words of Kompas with what each means, by how they are compared: the first table of docs/woorden.md. */
const glossary = lazily(() => {
  const [, table = ''] = readFileSync(page, 'utf8').split(/^## /m);
  const rows = [...table.matchAll(/^\| ([^|]+) \| ([^|]+) \|$/gm)].slice(2);
  return new Map(
    rows.flatMap(([, words = '', meaning = '']) =>
      words
        .split(', ')
        .map((word) => [normalise(word), { word, meaning: meaning.replaceAll('`', '') }] as const),
    ),
  );
});

const asks =
  /^(?:wat (?:is|zijn|betekent|bedoel (?:je|jij) met|wordt bedoeld met)|what (?:is|are)) (?:(?:een|de|het|dat|a|an|the) )?(.+)$/;

/** What a word of ours means, for who asks "wat is een …"; of a plural as well. Undefined for any other text. */
export function meaningOf(text: string): { word: string; meaning: string } | undefined {
  const [, asked] = asks.exec(normalise(text)) ?? [];
  if (!asked) return undefined;
  const words = glossary();
  const forms = [
    asked,
    asked.replace(/(?:en|s)$/, ''),
    asked.replace(/([^aeiou])\1en$/, '$1'),
    asked.replace(/([aeou])([^aeiou])en$/, '$1$1$2'),
  ];
  return forms.map((form) => words.get(form)).find((found) => found !== undefined);
}

/** Before questions about mandates: what a word means is asked of nobody's mandates. */
export const aboutWords: Hearing = {
  order: 'first',
  needs: everybodyAnywhere,
  answer: async (turn) => {
    const found = meaningOf(turn.text);
    if (!found || (await inNeed(turn))) return undefined;
    return notice('kompas', capital(found.word), `${capital(found.meaning)}.`, [
      say('uitleg', 'Lees hoe Kompas werkt'),
      say('help', 'Wat kun je?'),
    ]);
  },
};
