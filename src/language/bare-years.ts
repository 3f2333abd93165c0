import type { Temporal } from 'temporal-polyfill';
import { type FoundMoment, foundAt, type VagueMoment } from './found-moment.ts';
import { counted, yearOf } from './months.ts';

const lead =
  '(?:(?:na|voor|tot|en met|t/m|in|heel|hele|gehele|het|jaar|kalenderjaar|gedurende|tijdens|rond|vanaf|per|from|during|throughout|all of|the|whole|year|after|before|until) )';
/** A number behind these is that of a thing: "zaak 2030", "de begroting 2027". */
const named =
  /(?:postcode|huisnummer|nummer|nr\.?|perceel|kavel|sectie|dossier|zaak|artikel|art\.?|wijk|buurt|[a-z]*(?:begroting|jaarplan|verordening|besluit|regeling|wet|programma|jaarrekening|aanslag|nota|plan))\s*$/;

/**
 * A year that is still to come, without a day: from that year on it is its first day ("vanaf 2027"); for the rest only the
 * asker knows which day is meant ("heel 2027", "in 2027", "na 2026"). Takes text in lower case without diacritics.
 */
export function bareYear(text: string, today: Temporal.PlainDate): FoundMoment | VagueMoment | undefined {
  const years = new RegExp(
    `(?<![\\p{L}\\d.,/€-]|€ )(${lead}{0,4})(20\\d\\d|['’][2-9]\\d)\\b${counted}(?![-/]\\d)`,
    'gu',
  );
  for (const found of text.matchAll(years)) {
    const [words, before = '', typed = ''] = found;
    const year = yearOf(typed);
    const isSide = /\b(?:na|voor|tot|t\/m|after|before|until) (?:(?:het|jaar|the|year) )*$/.test(before);
    const isOver = isSide ? year < today.year - 1 : year <= today.year;
    if (isOver || named.test(text.slice(0, found.index))) continue;
    if (/^(?:(?:het|the) )?(?:vanaf|per|from) (?:(?:het|jaar|the|year) )*$/.test(before))
      return foundAt(found, () => today.with({ year, month: 1, day: 1 }));
    return { start: found.index, end: found.index + words.length, vague: words };
  }
  return undefined;
}
