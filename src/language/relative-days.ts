import type { Temporal } from 'temporal-polyfill';
import { type Direction, type FoundMoment, foundAt, type VagueMoment } from './found-moment.ts';
import { numberInWords } from './numbers.ts';

const weekdays = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'];
const englishDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const dayNames = [...weekdays, ...englishDays].join('|');
const dayOfWeek = (name: string) =>
  (weekdays.includes(name) ? weekdays.indexOf(name) : englishDays.indexOf(name)) + 1;

const ahead = 'volgende|komende|aankomende|aanstaande|next|coming';
const behind = 'vorige|afgelopen|laatste|voorbije|last|past';

/** "Volgende week maandag": a day in another week, weeks beginning on Monday. */
export function dayOfWeekNamed(text: string, today: Temporal.PlainDate): FoundMoment | undefined {
  const week = `(${ahead}|${behind}|deze|this) week`;
  const found = new RegExp(
    `\\b${week} (?:op )?(${dayNames})\\b|\\b(${dayNames}) (?:van |of )?${week}\\b`,
  ).exec(text);
  if (!found) return undefined;
  const which = found[1] ?? found[4] ?? '';
  const weeks = /^(deze|this)$/.test(which) ? 0 : ahead.split('|').includes(which) ? 1 : -1;
  const wanted = dayOfWeek(found[2] ?? found[3] ?? '');
  return foundAt(found, () => today.add({ days: 7 * weeks - today.dayOfWeek + wanted }));
}

/** "Maandag", "aanstaande vrijdag", "afgelopen dinsdag". */
export function weekday(
  text: string,
  today: Temporal.PlainDate,
  direction: Direction,
): FoundMoment | undefined {
  const found = new RegExp(`\\b(?:(${ahead}|${behind}|deze|this) )?(${dayNames})\\b`).exec(text);
  if (!found) return undefined;
  const which = found[1] ?? '';
  const away = dayOfWeek(found[2] ?? '') - today.dayOfWeek;
  const later = (away + 7) % 7;
  const days = /^(volgende|next)$/.test(which)
    ? away + 7
    : /^(deze|this)$/.test(which)
      ? away
      : behind.split('|').includes(which)
        ? later - 7
        : which
          ? later || 7
          : direction === 'past' && later > 0
            ? later - 7
            : later;
  return foundAt(found, () => today.add({ days }));
}

const sizes: [RegExp, 'days' | 'months', number][] = [
  [/^da/, 'days', 1],
  [/^we/, 'days', 7],
  [/^(maand|month)/, 'months', 1],
  [/^(kwarta|quarter)/, 'months', 3],
  [/^half/, 'months', 6],
  [/^(jaar|jaren|year)/, 'months', 12],
];

/** "Twee", "een half", "twee en een half", "12". */
function countOf(typed: string): number | undefined {
  if (/^\d/.test(typed)) return Number(typed.replace(',', '.'));
  const [first = '', ...rest] = typed.split(' ');
  const whole = /^half|^halve/.test(first)
    ? 0.5
    : /^anderhal/.test(first)
      ? 1.5
      : /^an?$/.test(first)
        ? 1
        : numberInWords(first);
  if (whole === undefined || rest.length === 0) return whole;
  return rest.length === 1 ? (whole === 1 ? 0.5 : undefined) : whole + 0.5;
}

const some =
  'een paar|een aantal|een handvol|een tijdje|enige tijd|enkele|paar|aantal|wat|enige|meerdere|verschillende|some|several|a few|a couple of';
const spans = 'dag|dagen|days|week|weken|weeks|maand|maanden|months|kwartalen|jaar|jaren|years';
const vaguely = new RegExp(
  `\\b(?:(?:over|binnen|na|in|within) (?:${some}) (?:${spans})|(?:${some}) (?:${spans}) (?:geleden|terug|ago)|(?:over|na) een tijdje?|een tijdje? (?:geleden|terug))\\b`,
);

/** "Over enkele weken", "een paar maanden geleden": nobody but the asker knows which day that is. */
export function vagueWhile(text: string): VagueMoment | undefined {
  const found = vaguely.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length, vague: found[0] } : undefined;
}

/** "Over twee weken", "zes maanden geleden", "binnen 30 dagen", "een half jaar geleden". */
export function afterWhile(text: string, today: Temporal.PlainDate): FoundMoment | undefined {
  const pattern = new RegExp(
    String.raw`\b(?:(over|in|binnen|within|${ahead}|${behind}) )?(?:de |the )?(\d{1,20}(?:,\d)?|[a-z]+(?: en een half| en een halve| half| halve)?) (dag|dagen|days?|week|weken|weeks|maand|maanden|months?|kwartaal|kwartalen|quarters?|halfjaar|jaar|jaren|years?)\b(?: (geleden|terug|ago|eerder))?`,
    'g',
  );
  for (const found of text.matchAll(pattern)) {
    const [, before = '', typed = '', unit = '', after] = found;
    const count = countOf(typed);
    const size = sizes.find(([name]) => name.test(unit));
    if (count === undefined || !size || (!before && !after)) continue;
    const sign = after || behind.split('|').includes(before) ? -1 : 1;
    const total = count * size[2];
    const whole = Math.floor(total);
    const days = size[1] === 'days' ? Math.round(total) : Math.round((total - whole) * 30);
    return foundAt(found, () =>
      today.add({ days: sign * days, months: size[1] === 'months' ? sign * whole : 0 }),
    );
  }
  return undefined;
}

const firstOfQuarter = (day: Temporal.PlainDate) =>
  day.with({ day: 1, month: day.month - ((day.month - 1) % 3) });

const nextNewYear = (today: Temporal.PlainDate) => today.with({ month: 1, day: 1 }).add({ years: 1 });

type Counted = [RegExp, (today: Temporal.PlainDate) => Temporal.PlainDate];

/** One day, and no longer time. */
const oneDay: Counted[] = [
  [/\b(eergisteren)\b/, (today) => today.subtract({ days: 2 })],
  [/\b(gisteren|yesterday)\b/, (today) => today.subtract({ days: 1 })],
  [/\b(vandaag|van(?:ochtend|morgen|middag|avond|nacht)|nu|momenteel|today|now)\b/, (today) => today],
  [/\b(overmorgen)\b/, (today) => today.add({ days: 2 })],
  [/\b(morgen(?:ochtend|middag|avond)?|tomorrow)\b/, (today) => today.add({ days: 1 })],
];

const relative: Counted[] = [
  [
    /\b(?:(?:het|the) )?(?:nieuwe? ?jaars?|new year)\b|\bnieuwjaars?(?:dag)?\b|\bjaarwisseling\b/,
    nextNewYear,
  ],
  [/\b(voor|before) (volgend|komend|next) (jaar|year)\b/, nextNewYear],
  [/\b(voor|before) (volgende|next) (maand|month)\b/, (today) => today.with({ day: 1 }).add({ months: 1 })],
  ...oneDay,
  [/\b(vorige|afgelopen|last) (week)\b/, (today) => today.subtract({ days: 7 })],
  [/\b(volgende|komende|next) (week)\b/, (today) => today.add({ days: 7 })],
  [/\b(vorige|afgelopen|last) (maand|month)\b/, (today) => today.subtract({ months: 1 })],
  [/\b(volgende|komende|next) (maand|month)\b/, (today) => today.add({ months: 1 })],
  [/\b(vorig|afgelopen|last) (jaar|year)\b/, (today) => today.subtract({ years: 1 })],
  [/\b(volgend|komend|next) (jaar|year)\b/, (today) => today.add({ years: 1 })],
  [/\b(eind|einde|end of) (van )?(dit |the )?(jaar|year)\b/, (today) => today.with({ month: 12, day: 31 })],
  [/\b(volgend|komend|next) (kwartaal|quarter)\b/, (today) => firstOfQuarter(today.add({ months: 3 }))],
  [/\b(vorig|afgelopen|last) (kwartaal|quarter)\b/, (today) => firstOfQuarter(today.subtract({ months: 3 }))],
];

function counted(
  words: readonly Counted[],
  text: string,
  today: Temporal.PlainDate,
): FoundMoment | undefined {
  for (const [pattern, date] of words) {
    const at = pattern.exec(text);
    if (at) return foundAt(at, () => date(today));
  }
  return undefined;
}

/** "Morgen", "vandaag": a word for a single day. */
export const wordForOneDay = (text: string, today: Temporal.PlainDate): FoundMoment | undefined =>
  counted(oneDay, text, today);

/** "Morgen", "volgende maand", "nieuwjaar". */
export function wordForDay(text: string, today: Temporal.PlainDate): FoundMoment | undefined {
  return counted(relative, text, today);
}
