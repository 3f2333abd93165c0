import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { field } from '../src/conversation/field.ts';

const LANGUAGE = join(import.meta.dirname, '../src/language');
const TODAY = Temporal.PlainDate.from('2026-11-24');
/** Pieces of which texts are made that are hard for patterns: without spaces, of spaces alone, or nearly something. */
const pieces = [
  ['a', 'A', '1', ' ', '\n', '\u00a0', '\u200b', '(', '"', ',', 'a,', 'a@', 'a.', '1.', '1-', '1/', '1 '],
  [
    '10:00 ',
    '1234 AB ',
    'straat 1a-',
    'straat1',
    'van ',
    'een ',
    'en of ',
    'tot en met ',
    'maandag ',
    '1 november ',
  ],
  [
    '€ 1.000 ',
    'miljoen ',
    'honderdduizend',
    'vijfentwintighonderd ',
    'artikel 1 ',
    'dood-',
    'ikwildood',
    'ik wil dood ',
  ],
  ['é́', '🌊', 'Wie mag ', 'niet '],
  // Words without an end, and a sign that is compared as eighteen letters.
  ['ge', 'be', 'aan', 'en', 'ﷺ', 'ﷺ ', ' \n', '\t', ', ', ';'],
].flat();

/** What reads a field of a form, by its kind. */
const fields = Object.entries(field).flatMap(([kind, schema]): [string, (text: string) => unknown][] =>
  typeof schema === 'function' ? [] : [[`field.${kind}`, (text) => schema.parse(text)]],
);

/** The shortest of some calls: the first one pays for compiling, and others may be held up by what else the machine does. */
const least = (call: (size: number) => number, size: number) =>
  Math.min(...Array.from({ length: 4 }, () => call(size)));

/**
 * Calls every function of `src/language`, and what reads each kind of field, with each text.
 * `slowestMs` is the longest call, `growth` how many times longer that takes on a text of double the length: two for work
 * that grows with the text, four for work that grows with its square.
 */
export async function benchParsers({ length }: { length: number }) {
  const textOf = (piece: string, size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  let slowest = { what: '', ms: 0, call: (_size: number) => 0 };
  let parsers = 0;
  for (const [n, file] of readdirSync(LANGUAGE).entries()) {
    const exported = Object.entries((await import(join(LANGUAGE, file))) as Record<string, unknown>);
    for (const [name, parser] of [...exported, ...(n === 0 ? fields : [])]) {
      if (typeof parser !== 'function') continue;
      parsers += 1;
      for (const piece of pieces) {
        const call = (size: number) => {
          const text = textOf(piece, size);
          const started = performance.now();
          // Also between letters, where nothing of it is trimmed.
          for (const one of [text, `a${text}b`])
            try {
              parser(one, TODAY, TODAY);
            } catch {
              // It takes something else than text: what it refuses costs nothing.
            }
          return performance.now() - started;
        };
        const ms = least(call, length);
        if (ms > slowest.ms) slowest = { what: `${name} ${JSON.stringify(piece)}`, ms, call };
      }
    }
  }
  return {
    bench: 'parsers',
    parsers,
    length,
    slowestMs: Number(slowest.ms.toFixed(1)),
    slowest: slowest.what,
    growth: Number((least(slowest.call, length * 2) / least(slowest.call, length)).toFixed(1)),
  };
}
