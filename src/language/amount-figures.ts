import { isAddress } from './addresses.ts';
import { type AmountItem, currencyBefore, currencyBehind, units } from './amount-units.ts';
import { bareAmount } from './bare-numbers.ts';

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

/** The numbers in figures that a text holds: "€ 2.500", "10 duizend", "49k". */
export function inFigures(text: string): AmountItem[] {
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
      const isElse = /^0/.test(figure) || isAddress(figure, lead, behind);
      const bare = !money && !isElse && (value < 1_000 || year) && bareAmount(text, found.index, end);
      const counts = money || cents !== '' || bare !== false || (value >= 1_000 && !year && !isElse);
      items.push({
        ...item,
        start: found.index - before.length,
        value: value * size,
        money: counts,
        bad: bare === 'unclear',
      });
    }
  }
  return items;
}
