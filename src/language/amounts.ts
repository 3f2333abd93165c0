import { inFigures } from './amount-figures.ts';
import type { AmountItem, Span } from './amount-units.ts';
import { inWords } from './amount-words.ts';

/** An amount in euros, rounded up; "meer dan € 2.500" is one cent more. */
export interface FoundAmount extends Span {
  euros: number;
}

/** What looks like an amount but cannot be read as one: never to be ignored or guessed. */
export interface UnreadableAmount extends Span {
  unreadable: string;
}

/** More than any municipality spends: a slip. */
const HIGHEST = 1e12;
const CENT = 0.01;

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

const behindComparison = '(?: de| het| the)?(?: (?:bedrag|grens) van)?\\s*$';
const above = new RegExp(
  `(?:(?:meer|hoger|groter|duurder|more|higher|greater) (?:dan|than)|(?:niet|not) (?:minder|lager|kleiner|less) (?:dan|than)|boven|over|above|exceeding|vanaf|minstens|minimaal|ten minste|tenminste|at least|from|>=?|=>|≥)${behindComparison}`,
  'i',
);
const notAbove =
  /(?:\b(?:niet|geen|nooit|no|not)\s+(?:\S+\s+)?(?:(?:meer|hoger|groter|duurder|more|higher|greater) (?:dan|than)|boven|above)(?: de| het| the)?|\bover(?: het)?)\s*$/i;
/** "30.000 of meer", "30.000+". */
const orMore =
  /^\s*(?:\+(?!\s*\d)|(?:of|en|or|and)\s+(?:meer|hoger|groter|daarboven|more|higher|above|over|up)(?!\p{L}))/iu;
/** Words of a comparison that belong to the amount behind them. "Over" may be what a question is about. */
const comparison = new RegExp(
  `(?:(?<!\\p{L})(?:(?:meer|hoger|groter|duurder|minder|lager|kleiner|more|higher|greater|less) (?:dan|than)|boven|above|exceeding|onder|vanaf|minstens|minimaal|ten minste|tenminste|at least|hoogstens|hooguit|ten hoogste|at most)|[<>]=?|=[<>]|[≤≥])${behindComparison}`,
  'iu',
);

function amountAt(text: string, { start, end, value }: AmountItem): FoundAmount {
  const lead = text.slice(Math.max(0, start - 50), start);
  const more = orMore.exec(text.slice(end, end + 20))?.[0] ?? '';
  const isMore = more !== '' || (above.test(lead) && !notAbove.test(lead));
  // 0.1 + 0.2 and the like are no reason to round up.
  const exact = Math.round(value * 100) / 100;
  return {
    euros: isMore && Number.isInteger(exact) ? exact + CENT : Math.ceil(exact),
    start: start - (comparison.exec(lead)?.[0].length ?? 0),
    end: end + more.length,
  };
}

/**
 * The amount of money that a text speaks of, the highest when there are several: "€ 2.500", "10 duizend",
 * "een ton", "49k", "2,5 miljoen euro", "vijfenzeventigduizend", "3 x € 5.000". A bare number counts
 * with a currency, a unit, from four digits when it is no year, or by what stands around it ("een opdracht van 900").
 * "Vanaf", "of meer" and ">" are read as "meer dan". When one of the amounts cannot be read, it
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
  const read = amounts.map((item) => amountAt(text, item));
  return read.reduce<FoundAmount | undefined>(
    (highest, one) => (highest && highest.euros >= one.euros ? highest : one),
    undefined,
  );
}
