import type { RegisterEntry } from '../register/register.ts';
import { listed } from '../vocabulary/wording.ts';
import {
  entriesInWords,
  type Finding,
  type FindingKind,
  idsOf,
  placesInWords,
  type Survey,
} from './finding.ts';
import { cellsOf, type EntryCells, type Overlap, overlaps } from './overlaps.ts';

/** Two activities that one person should not have in one place, unless somebody else has the second there too. */
interface ConflictRule {
  first: string;
  second: string;
  /** What one person then has: "BAG verwerken en valideren in Noord". */
  both: (registration: string, place: string) => string;
  /** What somebody else is then not allowed to do, or only for a wider area. */
  another: string;
}

const ownCheck: ConflictRule = {
  first: 'verwerken',
  second: 'valideren',
  both: (registration, place) => `${registration} verwerken en valideren in ${place}`,
  another: 'valideren',
};
const ownEscalation: ConflictRule = {
  first: 'goedkeuren',
  second: 'regie',
  both: (registration, place) => `${registration} goedkeuren en regie voeren in ${place}`,
  another: 'regie voeren',
};

const none: EntryCells = new Map();
const keyOf = (...parts: string[]) => JSON.stringify(parts);

/**
 * Who else has the second activity in a place. `near` tells that somebody has it at the level from which "who" is
 * answered.
 */
interface OtherHolders {
  near: boolean;
  /** The first few who have it for a wider area. */
  broader: string[];
}

const FEW = 3;

/** What a rule asks of a register on a day: who holds and who deputises either activity, and where. */
interface RuleSurvey {
  rule: ConflictRule;
  firstHeld: Map<string, EntryCells>;
  secondHeld: Map<string, EntryCells>;
  firstDeputised: Map<string, EntryCells>;
  secondDeputised: Map<string, EntryCells>;
  others(area: string, registration: string, than: readonly string[]): OtherHolders;
}

function ruleSurvey(survey: Survey, rule: ConflictRule): RuleSurvey {
  const { valid, activity, chain, holders, deputies } = survey;
  const first = valid.filter((entry) => activity(entry) === rule.first);
  const second = valid.filter((entry) => activity(entry) === rule.second);
  const there = new Map<string, Set<string>>();
  for (const entry of second) {
    const key = keyOf(entry.area, entry.registration);
    const people = there.get(key) ?? new Set<string>();
    for (const person of holders(entry)) people.add(person);
    there.set(key, people);
  }
  const others = (entry: RegisterEntry) => deputies(entry).filter((name) => !holders(entry).includes(name));
  return {
    rule,
    firstHeld: cellsOf(first, holders),
    secondHeld: cellsOf(second, holders),
    firstDeputised: cellsOf(first, others),
    secondDeputised: cellsOf(second, others),
    others: (area, registration, than) => {
      const levels = chain(area)
        .map((code) => [...new Set([registration, ''])].flatMap((name) => there.get(keyOf(code, name)) ?? []))
        .filter((level) => level.length > 0);
      const [near = [], ...above] = levels.map((level) =>
        level.flatMap((people) => [
          ...people
            .values()
            .filter((name) => !than.includes(name))
            .take(FEW),
        ]),
      );
      return { near: near.length > 0, broader: [...new Set(above.flat())].slice(0, FEW) };
    },
  };
}

/** Areas without those that lie in another one of them. */
const outermost = ({ chain }: Survey, areas: readonly string[]) => {
  const all = new Set(areas);
  return areas.filter(
    (area) =>
      !chain(area)
        .slice(1)
        .some((above) => all.has(above)),
  );
};

/** An overlap in a place where nobody else has the second activity at the nearest level. */
interface Conflict extends Overlap {
  broader: string[];
  /** The holders that the person stands in for; none when the person holds both. */
  absent: readonly string[];
}

function conflictsIn({ others }: RuleSurvey, one: Overlap, absent: readonly string[]): Conflict[] {
  const { near, broader } = others(one.area, one.registration, [one.person, ...absent]);
  return near ? [] : [{ ...one, broader, absent }];
}

function ownOverlaps(survey: Survey, ruled: RuleSurvey): Overlap[] {
  return [...ruled.firstHeld].flatMap(([person, cells]) =>
    overlaps(survey, person, cells, ruled.secondHeld.get(person) ?? none),
  );
}

/** One sentence for each person, registration and absence, about all areas in which it is the same. */
function conflictFindings(
  survey: Survey,
  kind: FindingKind,
  rule: ConflictRule,
  found: readonly Conflict[],
): Finding[] {
  const groups = Map.groupBy(found, ({ person, registration, absent, broader }) =>
    JSON.stringify([person, registration, absent, broader]),
  );
  return [...groups.values()].flatMap((group): Finding[] => {
    const [one] = group;
    if (!one) return [];
    const { person, absent, broader, registration } = one;
    const cells = new Set(group.flatMap(({ first, second }) => [first, second]));
    const ids = idsOf([...cells].flat());
    const areas = [...new Set(group.map(({ area }) => area))];
    const what = rule.both(
      registration || 'registraties',
      placesInWords(survey.lookup, outermost(survey, areas)),
    );
    const who =
      absent.length > 0 ? `Als ${person} ${listed(absent)} vervangt, mag ${person}` : `${person} mag`;
    const rest =
      broader.length > 0
        ? `; een ander die daar mag ${rule.another}, heeft een groter gebied: ${listed(broader)}`
        : `, en niemand anders mag daar ${rule.another}`;
    const severity = broader.length > 0 ? 'let op' : 'fout';
    return [{ kind, severity, text: `${who} ${what}${rest} (${listed(ids, 8)}).`, ids }];
  });
}

/** People who process and validate the same while nobody else validates there, or only somebody with a wider area. */
export function ownCheckFindings(survey: Survey): Finding[] {
  const ruled = ruleSurvey(survey, ownCheck);
  const found = ownOverlaps(survey, ruled).flatMap((one) => conflictsIn(ruled, one, []));
  return conflictFindings(survey, 'own-check', ownCheck, found);
}

/** The conflicts that come when a deputy steps in, without those that the deputy has anyway. */
function stepIns(survey: Survey, ruled: RuleSurvey): Conflict[] {
  const placeOf = ({ person, area, registration }: Overlap) => keyOf(person, area, registration);
  const already = new Set(ownOverlaps(survey, ruled).map(placeOf));
  const asFirst = [...ruled.firstDeputised].flatMap(([person, cells]) =>
    overlaps(survey, person, cells, ruled.secondHeld.get(person) ?? none).map((one) => ({
      one,
      replaced: one.first,
    })),
  );
  const asSecond = [...ruled.secondDeputised].flatMap(([person, cells]) =>
    overlaps(survey, person, ruled.firstHeld.get(person) ?? none, cells).map((one) => ({
      one,
      replaced: one.second,
    })),
  );
  return [...asFirst, ...asSecond]
    .filter(({ one }) => !already.has(placeOf(one)))
    .flatMap(({ one, replaced }) => {
      const absences = new Map(replaced.map((entry) => [entry.holder, survey.holders(entry)]));
      return [...absences.values()]
        .filter((absent) => absent.length > 0)
        .flatMap((absent) => conflictsIn(ruled, one, absent));
    });
}

/** Deputies who are the holder themselves. */
export function selfDeputyFindings(survey: Survey): Finding[] {
  const { valid, holders, deputies } = survey;
  const pairs = valid.flatMap((entry) =>
    deputies(entry)
      .filter((name) => holders(entry).includes(name))
      .map((person) => ({ person, entry })),
  );
  return [...Map.groupBy(pairs, ({ person }) => person)].map(([person, group]): Finding => {
    const entries = group.map(({ entry }) => entry);
    const text = `${person} is de eigen vervanger bij ${entriesInWords(survey, entries)}.`;
    return { kind: 'deputy-is-holder', severity: 'fout', text, ids: idsOf(entries) };
  });
}

/** Deputies who by stepping in process and validate the same, or approve it and are its line of escalation. */
export function stepInFindings(survey: Survey): Finding[] {
  return [ownCheck, ownEscalation].flatMap((rule) =>
    conflictFindings(survey, 'deputy-conflict', rule, stepIns(survey, ruleSurvey(survey, rule))),
  );
}
