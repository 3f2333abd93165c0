import { isAddress } from './addresses.ts';
import { numberInWords } from './numbers.ts';
import { plainText } from './words.ts';

/** Where something stands in the text. */
interface Span {
  start: number;
  end: number;
}

/** An amount in euros, rounded up; "meer dan € 2.500" is one cent more. */
export interface FoundAmount extends Span {
  euros: number;
}

/** What looks like an amount but cannot be read as one: never to be ignored or guessed. */
export interface UnreadableAmount extends Span {
  unreadable: string;
}

/** A number in the text; `money` when something says that it is an amount. */
interface AmountItem extends Span {
  value: number;
  money: boolean;
  /** The unit it is counted in: 1 000 in "10 duizend". */
  scale: number;
  bad: boolean;
}

/** More than any municipality spends: a slip. */
const HIGHEST = 1e12;
const CENT = 0.01;

const units: Record<string, number> = {
  k: 1_000,
  duizend: 1_000,
  thousand: 1_000,
  mille: 1_000,
  ton: 100_000,
  m: 1_000_000,
  mln: 1_000_000,
  miljoen: 1_000_000,
  million: 1_000_000,
  mld: 1_000_000_000,
  miljard: 1_000_000_000,
};
const fractions: Record<string, number> = {
  half: 0.5,
  halve: 0.5,
  anderhalf: 1.5,
  anderhalve: 1.5,
  kwart: 0.25,
  driekwart: 0.75,
};

const currency = String.raw`(?:€|eur(?:o['’]?s?)?(?![\p{L}]))`;
const currencyBefore = /(?:€|(?<![\p{L}])eur(?:o['’]?s?)?)\s{0,3}$/iu;
const currencyBehind = new RegExp(String.raw`^\s{0,3}${currency}(?!\s{0,3}\d)`, 'iu');

const plainFigure = /^\d+(?:[.,]\d{1,2})?$/;
const thousandsFigure =
  /^\d{1,3}(?:(?:\.\d{3})+(?:,\d{1,2})?|(?:,\d{3})+(?:\.\d{1,2})?|(?:\s\d{3})+(?:,\d{1,2})?)$/;
const smallDecimal = /^0[.,]\d+$/;
const blob = /\d{1,3}(?:\s\d{3})+(?!\d)(?:,\d{1,2}(?!\d))?(?![.,]\d)|\d+(?:[.,'’]+\d+)*/gu;

/** The value of a figure; undefined when its marks make no sense ("12.5.000"). */
function figureOf(figure: string, unit: boolean): number | undefined {
  if (unit && smallDecimal.test(figure)) return Number(figure.replace(',', '.'));
  if (plainFigure.test(figure)) return Number(figure.replace(',', '.'));
  // "1,250 miljoen" may be either of two amounts.
  if (!thousandsFigure.test(figure) || (unit && !/\s/.test(figure)) || /^0/.test(figure)) return undefined;
  // Dutch 2.500 and 2.500,00, English 2,500.00: three digits behind a mark are thousands, one or two are cents.
  return Number(figure.replace(/[.,\s](?=\d{3}(?:\D|$))/g, '').replace(',', '.'));
}

function inFigures(text: string): AmountItem[] {
  const items: AmountItem[] = [];
  for (const found of text.matchAll(blob)) {
    const [figure] = found;
    const lead = text.slice(Math.max(0, found.index - 24), found.index);
    const signed = /[-−–]\s?$/.test(lead) ? lead.replace(/[-−–]\s?$/, '') : lead;
    const before = currencyBefore.exec(signed)?.[0] ?? '';
    // Part of a word: BAG2026, Q3, v2.500.
    if (before === '' && /\p{L}$/u.test(lead)) continue;
    let end = found.index + figure.length;
    const tail = text.slice(end, end + 24);
    const cents = /^(?:,|\.)(?:-{1,2}|=|–)/.exec(tail)?.[0] ?? '';
    const behind = tail.slice(cents.length);
    if (/^\s?[mkc]?m[23²³](?![\p{L}\d])/iu.test(behind) && before === '') continue;
    const glued = /^[\p{L}]+[\p{L}\d]*/u.exec(behind)?.[0] ?? '';
    const unit =
      /^\s{0,3}-?(k|duizend|thousand|mille|ton|mln|miljoen|million|mld|miljard|m)\.?(?![\p{L}\d])/iu.exec(
        behind,
      );
    const size = unit?.[1] ? (units[unit[1].toLowerCase()] ?? 1) : 1;
    end += cents.length + (unit?.[0].length ?? 0);
    const after = currencyBehind.exec(text.slice(end, end + 12))?.[0] ?? '';
    end += after.length;
    const minus =
      /(?:^|[\s(€])[-−–]$/.test(lead) ||
      (before !== '' && /(?:^|[\s(])[-−–]$/.test(signed.slice(0, -before.length))) ||
      /(?<![\p{L}])min(?:us)?\s$/iu.test(signed.slice(0, signed.length - before.length));
    const money = before !== '' || unit !== null || after !== '';
    const value = figureOf(figure, unit !== null);
    // Figures mixed with letters in a way that cannot be read: 1e5, 2k6, 10kk.
    const mixed = unit === null && /^(?:e\d|(?:k|m|mln|mille|duizend)\d|kk)/i.test(glued);
    const date = /^\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})$/.test(figure);
    const address = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(figure);
    const looksLikeMoney =
      /[.,'’]\d{3}(?!\d)|\d{4}/.test(figure) || /(?<![\p{L}])(?:van|voor|tot|boven|dan)\s$/iu.test(lead);
    const broken = value === undefined && (money || (looksLikeMoney && !date && !address));
    const item = { start: found.index - before.length - (lead.length - signed.length), end, scale: size };
    if (mixed || broken || (minus && (money || (value ?? 0) >= 1_000)))
      items.push({ ...item, end: mixed ? end + glued.length : end, value: 0, money: true, bad: true });
    else if (value !== undefined) {
      // 2000 is an amount: no mandate is about that year.
      const year = /^(19|20)\d\d$/.test(figure) && figure !== '2000';
      const counts =
        money || (value >= 1_000 && !year && !/^0/.test(figure) && !isAddress(figure, lead, behind));
      items.push({
        ...item,
        start: found.index - before.length,
        value: value * size,
        money: counts,
        bad: false,
      });
    }
  }
  return items;
}

/** What one word adds: a number, a factor on what came before, or nothing. */
function meaningOf(word: string): { add?: number; times?: number } | undefined {
  if (word === 'a') return { add: 1 };
  if (word in fractions) return { add: fractions[word] };
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

function inWords(text: string): AmountItem[] {
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

/** Numbers that belong together: "3 x € 5.000", "10 duizend vijfhonderd". */
function together(text: string, items: readonly AmountItem[]): AmountItem[] {
  const result: AmountItem[] = [];
  for (const item of items) {
    const before = result[result.length - 1];
    const between = before ? text.slice(before.end, item.start) : '';
    if (before && /^\s*(?:x|×|\*|keer|maal|times)\s*$/iu.test(between)) {
      const value = before.value * item.value;
      const bad = before.bad || item.bad;
      result[result.length - 1] = {
        start: before.start,
        end: item.end,
        value,
        scale: 1,
        bad,
        money: before.money || item.money || value >= 1_000,
      };
    } else if (
      before &&
      /^\s+(?:en\s+)?$/i.test(between) &&
      before.scale >= 1_000 &&
      item.value < before.scale &&
      before.value % before.scale === 0 &&
      !/€|eur/i.test(text.slice(before.start, before.end)) &&
      !/^(?:€|eur)/i.test(text.slice(item.start))
    ) {
      const value = before.value + item.value;
      const { scale, bad } = { scale: item.scale, bad: before.bad || item.bad };
      result[result.length - 1] = { start: before.start, end: item.end, value, scale, bad, money: true };
    } else result.push(item);
  }
  return result;
}

const above =
  /(?:(?:meer|hoger|groter|duurder|more|higher|greater) (?:dan|than)|boven|over|above|exceeding)(?: de| het| the)?(?: (?:bedrag|grens) van)?\s*$/i;
const notAbove =
  /(?:\b(?:niet|geen|nooit|no|not)\s+(?:\S+\s+)?(?:(?:meer|hoger|groter|duurder|more|higher|greater) (?:dan|than)|boven|above)(?: de| het| the)?|\bover(?: het)?)\s*$/i;

function eurosOf(text: string, { start, value }: AmountItem): number {
  const lead = text.slice(Math.max(0, start - 50), start);
  const more = above.test(lead) && !notAbove.test(lead);
  // 0.1 + 0.2 and the like are no reason to round up.
  const exact = Math.round(value * 100) / 100;
  return more && Number.isInteger(exact) ? exact + CENT : Math.ceil(exact);
}

/**
 * The amount of money that a text speaks of, the highest when there are several: "€ 2.500", "10 duizend",
 * "een ton", "49k", "2,5 miljoen euro", "vijfenzeventigduizend", "3 x € 5.000". A bare number counts only
 * with a currency, a unit, or from four digits when it is no year. When one of the amounts cannot be read, it
 * gives that one. Undefined when there is none.
 */
export function findAmount(text: string): FoundAmount | UnreadableAmount | undefined {
  const figures = inFigures(text);
  // A unit behind a figure ("10 duizend") would be a word of its own too.
  const rest = figures.reduce(
    (left, { start, end }) => left.slice(0, start) + '.'.repeat(end - start) + left.slice(end),
    text,
  );
  const items = [...figures, ...inWords(rest)].sort((a, b) => a.start - b.start);
  const amounts = together(text, items).filter(({ money }) => money);
  const bad = amounts.find((item) => item.bad || item.value > HIGHEST);
  if (bad) {
    const { start, end } = bad;
    return { unreadable: text.slice(start, end).trim(), start, end };
  }
  const read = amounts.map((item) => ({ euros: eurosOf(text, item), start: item.start, end: item.end }));
  return read.reduce<FoundAmount | undefined>(
    (highest, one) => (highest && highest.euros >= one.euros ? highest : one),
    undefined,
  );
}
