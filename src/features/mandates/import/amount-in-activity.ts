import { eurosInWords, inPeriod, leadingAmount, withEuroSigns } from './amount-cells.ts';

/** What the text of an activity says of an amount. */
export interface ActivityAmount {
  /** The activity, without the amount where that stands at its end. */
  activity: string;
  /** The highest amount in whole euros; undefined when the text names no highest amount. */
  limit?: number;
  readAs: string;
}

/** No activity that names an amount is longer (characters). */
const LONGEST_ACTIVITY = 500;
const mark =
  /(?<=^|[\s(,])(t\s*\/\s*m|tot\s+en\s+met|tot\s+(?:maximaal|max\.?)|tot|maximaal|max\.?|≤|<=|<|hoogstens|ten\s+hoogste|niet\s+(?:meer|hoger)\s+dan|beneden|onder|(?:minder|lager)\s+dan|boven|(?:meer|hoger)\s+dan|vanaf|≥|>=|>)\s*(?:een\s+bedrag\s+van\s+)?(?=€|eur|\d)/giu;
const lowest = /^(?:boven|meer|hoger|vanaf|≥|>)/i;
const below = /^(?:<(?!=)|beneden|onder|minder|lager)/i;
/** Activities that are about money, so that a bare figure is an amount. */
const aboutMoney =
  /opdracht|inkop|inkoop|aankop|aankoop|bestel|uitga|factu|betal|betaa|subsidi|overeenkomst|contract|krediet|kosten|budget|garanti|lening|verplichting|declarati|offerte/i;
const behind = /^[\s,(]*(?:(?:excl(?:usief|\.)?|ex\.?|zonder)\s*b\.?t\.?w\.?)?\s*\)?[\s.]*$/i;

/**
 * An amount that stands in an activity: "Opdrachten t/m € 10.000". "Boven € 50.000" and a lowest beside a highest amount
 * are named, and not read as a limit. Undefined when there is none.
 */
export function amountInActivity(cell: string): ActivityAmount | undefined {
  if (cell.length > LONGEST_ACTIVITY) return undefined;
  const text = withEuroSigns(cell);
  for (const found of text.matchAll(mark)) {
    const amount = leadingAmount(text.slice(found.index + found[0].length));
    if (!amount) continue;
    const isBare = !amount.isMoney;
    if (isBare && !(amount.value >= 1_000 && aboutMoney.test(text) && behind.test(amount.rest))) continue;
    const before = text.slice(0, found.index);
    const said = text.slice(found.index).trim();
    const word = found[1] ?? '';
    const why = lowest.test(word)
      ? 'is geen hoogste bedrag'
      : /(?:€|eur)\s*\d|\d{4}|\d\.\d{3}/i.test(before) || /€\s*\d|\d\.\d{3}/.test(amount.rest)
        ? 'en wat ervoor of erachter staat, zijn twee bedragen'
        : /\bincl\w*\.?\s*b\.?t\.?w/i.test(amount.rest)
          ? 'is met btw, en Kompas rekent zonder btw'
          : inPeriod.test(amount.rest)
            ? 'geldt niet per keer'
            : undefined;
    if (why !== undefined)
      return {
        activity: cell,
        readAs: `een activiteit zonder hoogste bedrag: "${said}" ${why}. Vul zo nodig het hoogste bedrag in een eigen kolom in`,
      };
    const whole = Math.floor(amount.value);
    const limit = below.test(word) && whole === amount.value ? whole - 1 : whole;
    const bare = before.replace(/[\s,(–-]+$/, '');
    const activity = behind.test(amount.rest) && /\p{L}{3}/u.test(bare) ? bare : cell;
    return { activity, limit, readAs: `${activity}, met als hoogste bedrag ${eurosInWords(limit)}` };
  }
  return undefined;
}
