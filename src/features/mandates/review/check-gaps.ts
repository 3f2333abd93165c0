import { Temporal } from 'temporal-polyfill';
import { dutchDay } from '../../../calendar/clock.ts';
import { type AreaKind, isValidOn, type RegisterEntry } from '../register/register.ts';
import { activityInWords } from '../vocabulary/activity-in-words.ts';
import { listed } from '../vocabulary/wording.ts';
import { type Finding, holdersInWords, idsOf, placesInWords, type Survey, together } from './finding.ts';

/** An entry that ends within this many days is mentioned. */
const ENDING_DAYS = 30;

/** So many areas without it are named; with more of them those that do have it are named instead, if they are fewer. */
const FEW = 6;

const kindsInWords: Record<AreaKind, string> = {
  regio: "regio's",
  gemeente: 'gemeenten',
  wijk: 'wijken',
  buurt: 'buurten',
};

/** Areas in which nobody may do something, all in the area `within`; without that they are a whole tree of areas. */
interface GapAreas {
  within?: string;
  lacking: string[];
  /** The areas beside them where somebody may, in every part. */
  fine: string[];
}

/**
 * The areas under a root that have nothing, neither themselves nor through what they lie in. Where all parts of an area
 * have nothing, that area stands for them.
 */
function lacksUnder(survey: Survey, root: string, has: (area: string) => boolean): GapAreas[] {
  const lacks: GapAreas[] = [];
  const lackOf = (area: string): 'all' | 'some' | 'none' => {
    if (has(area)) return 'none';
    const children = survey.children(area);
    const found = Map.groupBy(children, lackOf);
    const [lacking = [], fine = []] = [found.get('all'), found.get('none')];
    if (lacking.length === children.length) return 'all';
    if (lacking.length > 0) lacks.push({ within: area, lacking, fine });
    return fine.length === children.length ? 'none' : 'some';
  };
  return lackOf(root) === 'all' ? [{ lacking: [root], fine: [] }] : lacks;
}

function lackInWords({ lookup, children }: Survey, { within, lacking, fine }: GapAreas): string {
  if (within === undefined) return placesInWords(lookup, lacking);
  const all = children(within);
  const kinds = new Set(all.map((code) => lookup.area(code)?.kind));
  const [kind] = kinds;
  const what = kinds.size === 1 && kind ? kindsInWords[kind] : 'gebieden';
  const isMost = lacking.length > FEW && fine.length < FEW && lacking.length + fine.length === all.length;
  const which = isMost ? `; wel in ${placesInWords(lookup, fine)}` : `: ${placesInWords(lookup, lacking)}`;
  return `${lacking.length} van de ${all.length} ${what} van ${placesInWords(lookup, [within])}${which}`;
}

/**
 * Areas where nobody may do what the register names elsewhere. Only trees of areas in which anything holds on the day
 * are looked at: about the municipality of the neighbours this register says nothing.
 */
export function gapFindings(survey: Survey): Finding[] {
  const { valid, activity, chain, lookup } = survey;
  const inUse = new Set(valid.map(({ area }) => chain(area).at(-1)));
  const roots = lookup.roots.filter((root) => inUse.has(root));
  const lacks = [...Map.groupBy(valid, activity)].flatMap(([name, entries]) => {
    const areas = new Map(
      [...Map.groupBy(entries, ({ registration }) => registration)].map(([registration, group]) => [
        registration,
        new Set(group.map(({ area }) => area)),
      ]),
    );
    const named = [...areas.keys()].filter(Boolean).sort();
    return (named.length > 0 ? named : ['']).flatMap((registration) => {
      const has = (area: string) => [registration, ''].some((one) => areas.get(one)?.has(area));
      return roots.flatMap((root) =>
        lacksUnder(survey, root, has).map((lack) => ({ ...lack, activity: name, registration })),
      );
    });
  });
  const groups = Map.groupBy(lacks, (lack) => JSON.stringify([lack.activity, lack.within, lack.lacking]));
  return [...groups.values()].flatMap((group): Finding[] => {
    const [first] = group;
    if (!first) return [];
    const what = activityInWords(
      first.activity,
      group.map(({ registration }) => registration),
    );
    const text = `Niemand mag ${what} in ${lackInWords(survey, first)}.`;
    const { activity: name, registration, lacking } = first;
    const lack = { activity: name, registration, area: lacking[0] ?? '' };
    return [{ kind: 'gap', severity: 'let op', text, ids: [], lack }];
  });
}

/** Tells whether anything that holds on the day does an entry's work: in its area, above it, or in all of its parts. */
function takeover({ valid, activity, chain, children }: Survey): (ended: RegisterEntry) => boolean {
  const key = (...parts: string[]) => parts.join('|');
  const places = new Set(
    valid.flatMap((entry) => [
      key(activity(entry), entry.area, entry.registration),
      key(activity(entry), entry.area, '*'),
    ]),
  );
  return (ended) => {
    const name = activity(ended);
    const has = (area: string) =>
      (ended.registration === '' ? ['*'] : [ended.registration, '']).some((one) =>
        places.has(key(name, area, one)),
      );
    const inParts = (area: string): boolean =>
      has(area) || (children(area).length > 0 && children(area).every(inParts));
    return chain(ended.area).some(has) || inParts(ended.area);
  };
}

const samePlace = (survey: Survey) => (entry: RegisterEntry) => [
  survey.activity(entry),
  entry.registration,
  entry.area,
];
const sameEnd = (survey: Survey) => (entry: RegisterEntry) => [
  survey.activity(entry),
  entry.registration,
  entry.until,
];

/** What entries that end alike are about, in Dutch: the activity of the first and the places of all. */
function subjectInWords({ lookup, activity }: Survey, first: RegisterEntry, group: readonly RegisterEntry[]) {
  return {
    what: activityInWords(activity(first), [first.registration]),
    where: placesInWords(
      lookup,
      group.map(({ area }) => area),
    ),
  };
}

/** Entries that ended while nothing that holds on the day took their place; of several in one place the last. */
export function endedFindings(survey: Survey): Finding[] {
  const { lookup, day } = survey;
  const isTakenOver = takeover(survey);
  const ended = lookup.register.entries.filter(({ until }) => until !== undefined && until < day);
  const open = together(ended, samePlace(survey)).flatMap((group) => {
    const last = group.reduce((latest, entry) =>
      (entry.until ?? '') > (latest.until ?? '') ? entry : latest,
    );
    return isTakenOver(last) ? [] : [last];
  });
  return together(open, sameEnd(survey)).flatMap((group): Finding[] => {
    const [first] = group;
    if (first?.until === undefined) return [];
    const { what, where } = subjectInWords(survey, first, group);
    const over = `${listed(idsOf(group))} van ${holdersInWords(group)} ${group.length > 1 ? 'zijn' : 'is'} afgelopen`;
    const text = `Na ${dutchDay(first.until)} mag niemand meer ${what} in ${where}: ${over}.`;
    return [{ kind: 'ended', severity: 'fout', text, ids: idsOf(group) }];
  });
}

/** Entries that end within thirty days, unless the same place has an entry that still holds the day after. */
export function endingFindings(survey: Survey): Finding[] {
  const { lookup, day, valid, activity } = survey;
  const horizon = Temporal.PlainDate.from(day).add({ days: ENDING_DAYS }).toString();
  const ending = valid.filter(({ until }) => until !== undefined && until <= horizon);
  const alone = together(ending, (entry) => [...samePlace(survey)(entry), entry.until])
    .filter(([first]) => {
      if (first?.until === undefined) return false;
      const next = Temporal.PlainDate.from(first.until).add({ days: 1 }).toString();
      const follows = ({ registration }: RegisterEntry) =>
        registration === '' || registration === first.registration;
      return !lookup
        .at(activity(first), first.area)
        .some((entry) => follows(entry) && isValidOn(entry, next));
    })
    .flat();
  return together(alone, sameEnd(survey)).flatMap((group): Finding[] => {
    const [first] = group;
    if (first?.until === undefined) return [];
    const { what, where } = subjectInWords(survey, first, group);
    const verb = group.length > 1 ? 'lopen' : 'loopt';
    const text = `Op ${dutchDay(first.until)} ${verb} ${listed(idsOf(group))} van ${holdersInWords(group)} af: ${what} in ${where}.`;
    return [{ kind: 'ending', severity: 'let op', text, ids: idsOf(group) }];
  });
}
