import { type AmountItem, currencyBefore, currencyBehind, fractions, units } from './amount-units.ts';
import { numberInWords } from './numbers.ts';
import { plainText } from './words.ts';

/** What one word adds: a number, a factor on what came before, or nothing. */
function meaningOf(word: string): { add?: number; times?: number } | undefined {
  if (word === 'a') return { add: 1 };
  if (Object.hasOwn(fractions, word)) return { add: fractions[word] };
  if (word === 'honderd' || word === 'hundred') return { times: 100 };
  const scale = word.length > 2 && Object.hasOwn(units, word) ? units[word] : undefined;
  if (scale !== undefined) return { times: scale };
  const number = numberInWords(word);
  return number === undefined ? undefined : { add: number };
}

/** "Vijfenzeventig duizend", "tweeduizend vijfhonderd", "een halve ton"; `bad` when the words do not fit together. */
function worthOf(run: readonly string[]): { value: number; scale: number; bad: boolean } {
  let [sum, current, scale, bad] = [0, 0, 1, false];
  run.forEach((word, index) => {
    const { add, times } = meaningOf(word) ?? {};
    if (times === 100) {
      const low = current % 100;
      current += (low || 1) * 100 - low;
    } else if (times !== undefined) {
      if (current >= 1_000 || (sum > 0 && times >= scale)) bad = true;
      sum += (current || 1) * times;
      current = 0;
      scale = times;
    } else if (add !== undefined && add < 1) {
      // "een halve", "twee en een halve".
      const one = current === 1 || run[index - 2] === 'en';
      current = (one ? current - 1 : current) + add;
    } else if (!/^(?:en|and)$/.test(word) && add !== undefined) {
      const article = run[index - 1] === 'en' && add === 1;
      const free = current % 10 ** `${add}`.length === 0 || article;
      if (!free || (add >= 1_000 && current > 0) || (sum > 0 && add >= scale && scale > 1)) bad = true;
      current += add;
      if (add >= 1_000 && add < 1_000_000) scale = Math.max(scale, 1_000);
    }
  });
  return { value: sum + current, scale, bad };
}

/** The numbers in words that a text holds: "een ton", "vijfenzeventigduizend". */
export function inWords(text: string): AmountItem[] {
  const words = [...text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{M}]+(?![\p{N}])/gu)].map((found) => ({
    typed: found[0],
    plain: plainText(found[0]),
    start: found.index,
    end: found.index + found[0].length,
  }));
  const items: AmountItem[] = [];
  const joined = (index: number) =>
    /^[\s-]{1,3}$/.test(text.slice(words[index - 1]?.end ?? 0, words[index]?.start ?? 0));
  for (let index = 0; index < words.length; index += 1) {
    const first = words[index];
    if (!first) break;
    const around = (end: number) =>
      currencyBehind.test(text.slice(end, end + 12)) ||
      currencyBefore.test(text.slice(Math.max(0, first.start - 8), first.start));
    if (meaningOf(first.plain) === undefined) {
      const like = /(?:duizend(?:en)?|honderd(?:en)?|miljoen(?:en)?|miljarden|biljoen|tonnen)$/.test(
        first.plain,
      );
      const before = words[index - 1]?.plain ?? '';
      const odd =
        /^(?:van|voor|tot|boven|over|dan)$/.test(before) &&
        around(first.end) &&
        !/^(?:de|het|een|hoeveel|veel|meer|minder|in|aantal|per|euro?s?|die|dit|dat|welk|alle)$/.test(
          first.plain,
        );
      if ((like && /^\p{Ll}/u.test(first.typed)) || odd)
        items.push({ start: first.start, end: first.end, value: 0, scale: 1, money: true, bad: true });
      continue;
    }
    const run = [first];
    for (let next = index + 1; next < words.length && joined(next); next += 1) {
      const word = words[next];
      if (!word) break;
      const halves =
        word.plain === 'en' &&
        words[next + 1]?.plain === 'een' &&
        /^hal(f|ve)$/.test(words[next + 2]?.plain ?? '');
      // "Honderd en vijf" is one number, "honderd en tweehonderd" are two.
      const last = run[run.length - 1]?.plain ?? '';
      const after = numberInWords(words[next + 1]?.plain ?? '');
      const small =
        /^(?:en|and)$/.test(word.plain) &&
        /(?:honderd|hundred)$/.test(last) &&
        after !== undefined &&
        after < 100 &&
        joined(next + 1);
      if (!halves && !small && meaningOf(word.plain) === undefined) break;
      run.push(word);
    }
    index += run.length - 1;
    const last = run[run.length - 1] ?? first;
    const { value, scale, bad } = worthOf(run.map(({ plain }) => plain));
    // Ton and Mille are names too.
    const name =
      run.length === 1 && (/^(ton|mille|m|k)$/.test(first.plain) ? /^\p{Lu}/u.test(first.typed) : false);
    const money = !name && (value >= 1_000 || around(last.end));
    const after = money ? (currencyBehind.exec(text.slice(last.end, last.end + 12))?.[0].length ?? 0) : 0;
    items.push({ start: first.start, end: last.end + after, value, scale, money, bad: bad && money });
  }
  return items;
}
