import { Temporal } from 'temporal-polyfill';
import { dutchDate } from '../../../calendar/clock.ts';
import { memoised } from '../../../lib/memoised.ts';
import type { Lookup } from '../register/lookup.ts';
import { isValidOn, type RegisterEntry } from '../register/register.ts';
import { doingInWords } from '../vocabulary/activity-in-words.ts';
import { placesInWords } from './finding.ts';

/** Days in a row on which nobody who may do something works. */
export interface CoverGap {
  activity: string;
  /** Sorted; an empty name when the register knows no registrations for the activity. */
  registrations: string[];
  /** Codes of the areas that have entries of their own for it. */
  areas: string[];
  /** Codes of areas within these where somebody does work, through an entry of that area itself. */
  except: string[];
  /** ISO dates, each the next one of the days that were looked at. */
  days: string[];
  /** The people who may, all away; sorted. */
  holders: string[];
  /** Their deputies, away too; sorted. */
  deputies: string[];
  /** The entries it rests on; sorted. */
  ids: string[];
}

/** One activity and registration in one area that has entries for it. */
interface CoverCell {
  activity: string;
  registration: string;
  area: string;
}

/** What an area itself has for an activity and registration on a day. */
interface CoverLevel {
  entries: RegisterEntry[];
  holders: string[];
  deputies: string[];
  works: boolean;
}

/** A gap before its entries are gathered, which is done once gaps are joined. */
type GapWithLevels = Omit<CoverGap, 'ids'> & { levels: CoverLevel[] };

type UncoveredCell = CoverCell & Omit<GapWithLevels, 'registrations' | 'areas' | 'days'>;

const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

/** One text for several parts, to look something up by. */
const keyOf = (...parts: readonly unknown[]) => JSON.stringify(parts);

/** Entries that hold on a day, by activity, area and registration. */
function byCell(lookup: Lookup, day: string): Map<string, Map<string, Map<string, RegisterEntry[]>>> {
  return new Map(
    lookup.activities.map((activity) => {
      const valid = lookup.ofActivity(activity).filter((entry) => isValidOn(entry, day));
      const areas = [...Map.groupBy(valid, ({ area }) => area)].map(
        ([area, entries]) => [area, Map.groupBy(entries, ({ registration }) => registration)] as const,
      );
      return [activity, new Map(areas)] as const;
    }),
  );
}

/** The cells of one activity and registration that nobody covers on a day. */
function uncoveredCells(
  { lookup, chain, children }: CoverPlaces,
  day: string,
  works: (name: string) => boolean,
  cell: Omit<CoverCell, 'area'>,
  areas: ReadonlyMap<string, ReadonlyMap<string, RegisterEntry[]>>,
): UncoveredCell[] {
  const names = [...new Set([cell.registration, ''])];
  const levels = new Map<string, CoverLevel>();
  for (const [area, registrations] of areas) {
    const entries = names.flatMap((name) => registrations.get(name) ?? []);
    if (entries.length === 0) continue;
    const holders = sorted(entries.flatMap((entry) => lookup.holders(entry, day)));
    const deputies = sorted(entries.flatMap((entry) => lookup.deputies(entry, day)));
    levels.set(area, { entries, holders, deputies, works: holders.some(works) || deputies.some(works) });
  }
  const isOpen = (area: string) => levels.has(area) && !chain(area).some((code) => levels.get(code)?.works);
  const open = [...levels.keys()].filter(isOpen);
  const worksBelow = (area: string): boolean =>
    levels.get(area)?.works || (children(area).length > 0 && children(area).every(worksBelow));

  // Where somebody works within an uncovered area: only the widest such place is told.
  const except = new Map<string, string[]>(open.map((area) => [area, []]));
  for (const [area, level] of levels) {
    const above = chain(area).slice(1);
    if (!level.works || above.some((code) => levels.get(code)?.works)) continue;
    for (const code of above) except.get(code)?.push(area);
  }
  return open
    .filter((area) => !worksBelow(area))
    .map((area) => {
      const reached = chain(area).flatMap((code) => levels.get(code) ?? []);
      return {
        ...cell,
        area,
        levels: reached,
        except: sorted(except.get(area) ?? []),
        holders: sorted(reached.flatMap(({ holders }) => holders)),
        deputies: sorted(reached.flatMap(({ deputies }) => deputies)),
      };
    });
}

/** The areas of a register, with their chains and children worked out once: they are asked for very often. */
interface CoverPlaces {
  lookup: Lookup;
  chain(area: string): readonly string[];
  children(area: string): readonly string[];
}

function placesOf(lookup: Lookup): CoverPlaces {
  const { areas } = lookup.register;
  const chains = new Map(areas.map(({ code }) => [code, lookup.chain(code)]));
  const children = Map.groupBy(areas, ({ parent }) => parent);
  const codes = new Map(
    areas.map(({ code }) => [code, (children.get(code) ?? []).map((child) => child.code)]),
  );
  return { lookup, chain: (area) => chains.get(area) ?? [], children: (area) => codes.get(area) ?? [] };
}

/** All cells that nobody covers on one day. */
function uncoveredOn(
  places: CoverPlaces,
  day: string,
  presence: (name: string, day: string) => boolean,
): UncoveredCell[] {
  const works = memoised((name) => presence(name, day));
  return [...byCell(places.lookup, day)].flatMap(([activity, areas]) => {
    const named = sorted([...areas.values()].flatMap((one) => [...one.keys()])).filter(Boolean);
    return (named.length > 0 ? named : ['']).flatMap((registration) =>
      uncoveredCells(places, day, works, { activity, registration }, areas),
    );
  });
}

/** Gaps with the same key joined into one. */
function joined(gaps: readonly GapWithLevels[], keyOfGap: (gap: GapWithLevels) => string): GapWithLevels[] {
  return [...Map.groupBy(gaps, keyOfGap).values()].flatMap((group) => {
    const [first] = group;
    const all = (pick: (gap: GapWithLevels) => string[]) => sorted(group.flatMap(pick));
    return first
      ? [
          {
            ...first,
            registrations: all((gap) => gap.registrations),
            areas: all((gap) => gap.areas),
            except: all((gap) => gap.except),
            levels: [...new Set(group.flatMap(({ levels }) => levels))],
          },
        ]
      : [];
  });
}

/**
 * Takes a register, the working days to look at (ISO dates, in order) and who works when; gives where nobody who may do
 * something works: no holder of the area's own entries or of what it lies in, and no deputy of theirs. Only areas with
 * entries of their own are looked at: where nobody may is for `checkRegister`. Days in a row become one gap, and so do
 * areas and registrations with the same people. Throws nothing.
 */
export function coverGaps(
  lookup: Lookup,
  days: readonly string[],
  presence: (name: string, day: string) => boolean,
): CoverGap[] {
  const places = placesOf(lookup);
  const single = days.flatMap((day, place) =>
    uncoveredOn(places, day, presence).map((open) => ({ ...open, day, place })),
  );
  // Days are in a row as long as each is the next one that was looked at, with the same people away.
  const rows = Map.groupBy(single, ({ activity, registration, area, except, holders, deputies }) =>
    keyOf(activity, registration, area, except, holders, deputies),
  );
  const gaps = [...rows.values()].flatMap((row) =>
    [...Map.groupBy(row.entries(), ([index, { place }]) => place - index).values()].flatMap((run) => {
      const [one] = run.map(([, open]) => open);
      if (!one) return [];
      const { activity, registration, area, except, holders, deputies } = one;
      return [
        {
          activity,
          registrations: [registration],
          areas: [area],
          except,
          holders,
          deputies,
          days: run.map(([, { day }]) => day),
          levels: run.flatMap(([, { levels }]) => levels),
        },
      ];
    }),
  );
  const alike = ({ activity, days: when, holders, deputies }: GapWithLevels) => [
    activity,
    when,
    holders,
    deputies,
  ];
  const perArea = joined(gaps, (gap) => keyOf(...alike(gap), gap.registrations));
  return joined(perArea, (gap) => keyOf(...alike(gap), gap.areas, gap.except))
    .map(({ levels, ...gap }) => ({
      ...gap,
      ids: sorted(levels.flatMap(({ entries }) => entries.map(({ id }) => id))),
    }))
    .sort(
      (a, b) =>
        (a.days[0] ?? '').localeCompare(b.days[0] ?? '') ||
        a.activity.localeCompare(b.activity) ||
        keyOf(a.registrations, a.areas).localeCompare(keyOf(b.registrations, b.areas)),
    );
}

/** When, at the beginning of a sentence: "Volgende week", "Op maandag 30 november", "Van 1 tot en met 4 december". */
function whenInWords(days: readonly string[], day: string): string {
  const today = Temporal.PlainDate.from(day);
  const first = Temporal.PlainDate.from(days[0] ?? day);
  const last = Temporal.PlainDate.from(days.at(-1) ?? day);
  const monday = today.add({ days: 8 - today.dayOfWeek });
  const isWeek =
    days.length === 5 && days.every((one, step) => monday.add({ days: step }).toString() === one);
  if (isWeek) return 'Volgende week';
  const inYear = (date: Temporal.PlainDate, more = {}) =>
    dutchDate(date, { ...more, year: date.year !== today.year });
  if (first.equals(last)) {
    if (first.equals(today)) return 'Vandaag';
    return first.equals(today.add({ days: 1 })) ? 'Morgen' : `Op ${inYear(first, { weekday: true })}`;
  }
  const isOneMonth = first.month === last.month && first.year === last.year;
  const from = isOneMonth ? first.day : first.year === last.year ? dutchDate(first) : inYear(first);
  if (days.length === 2) return `Op ${from} en ${inYear(last)}`;
  return `Van ${from} tot en met ${inYear(last)}`;
}

/** A gap as one sentence, seen from a day (ISO date): "Van 1 tot en met 4 december valideert niemand BAG in Noord." */
export function gapInWords(gap: CoverGap, lookup: Lookup, day: string): string {
  const all = new Set(gap.areas);
  const outer = gap.areas.filter(
    (area) =>
      !lookup
        .chain(area)
        .slice(1)
        .some((above) => all.has(above)),
  );
  const except = gap.except.length > 0 ? `, behalve in ${placesInWords(lookup, gap.except)}` : '';
  const who = doingInWords(gap.activity, gap.registrations, 'niemand');
  return `${whenInWords(gap.days, day)} ${who} in ${placesInWords(lookup, outer)}${except}.`;
}
