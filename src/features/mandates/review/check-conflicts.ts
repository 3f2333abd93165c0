import type { RegisterEntry } from '../register/register.ts';
import { type Duty, isAboutAllOf, type Matter } from '../vocabulary/separate-duties.ts';
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

/** Two duties that one person should not have in one place, unless somebody else has the second there too. */
interface ConflictRule {
  kind: FindingKind;
  first: Duty;
  second: Duty;
  /** What one person then has: "BAG verwerken en valideren in Noord". */
  both: (what: string, place: string) => string;
  /** What somebody else is then not allowed to do, or only for a wider area. */
  another: string;
}

const checkRule = (second: Duty): ConflictRule => ({
  kind: 'own-check',
  first: 'verwerken',
  second,
  both: (what, place) => `${what} verwerken en ${second} in ${place}`,
  another: second,
});

const escalationRule = (first: Duty): ConflictRule => ({
  kind: 'own-escalation',
  first,
  second: 'regie',
  both: (what, place) => `${what} ${first} en regie voeren in ${place}`,
  another: 'regie voeren',
});

/** Who checks did not process it, and who settles a dispute did not check it. */
const rules: readonly ConflictRule[] = [
  checkRule('valideren'),
  checkRule('goedkeuren'),
  escalationRule('valideren'),
  escalationRule('goedkeuren'),
];

const none: EntryCells = new Map();

/**
 * Who else has the second duty in a place. `near` tells that somebody has it at the level from which "who" is answered.
 */
interface OtherHolders {
  near: boolean;
  /** The first few who have it for a wider area. */
  broader: string[];
}

const FEW = 3;

/** What a rule asks of a register on a day: who holds and who deputises either duty, and where. */
interface RuleSurvey {
  rule: ConflictRule;
  firstHeld: Map<string, EntryCells>;
  secondHeld: Map<string, EntryCells>;
  firstDeputised: Map<string, EntryCells>;
  secondDeputised: Map<string, EntryCells>;
  others(area: string, matter: Matter, than: readonly string[]): OtherHolders;
}

function ruleSurvey(survey: Survey, rule: ConflictRule): RuleSurvey {
  const { valid, dutiesOf, chain, holders, deputies } = survey;
  const first = valid.filter((entry) => dutiesOf(entry).duties.includes(rule.first));
  const second = valid.filter((entry) => dutiesOf(entry).duties.includes(rule.second));
  const there = Map.groupBy(second, ({ area }) => area);
  const others = (entry: RegisterEntry) => deputies(entry).filter((name) => !holders(entry).includes(name));
  return {
    rule,
    firstHeld: cellsOf(survey, first, holders),
    secondHeld: cellsOf(survey, second, holders),
    firstDeputised: cellsOf(survey, first, others),
    secondDeputised: cellsOf(survey, second, others),
    others: (area, matter, than) => {
      const levels = chain(area)
        .map((code) => (there.get(code) ?? []).filter((entry) => isAboutAllOf(dutiesOf(entry), matter)))
        .filter((level) => level.length > 0)
        .map((level) => [...new Set(level.flatMap(holders))].filter((name) => !than.includes(name)));
      const [near = [], ...above] = levels;
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

/** An overlap in a place where nobody else has the second duty at the nearest level. */
interface Conflict extends Overlap {
  broader: string[];
  /** The holders that the person stands in for; none when the person holds both. */
  absent: readonly string[];
  /** True when two people have to be away at once for it. */
  twice: boolean;
}

function conflictsIn({ others }: RuleSurvey, one: Overlap, absent: readonly string[]): Conflict[] {
  const { near, broader } = others(one.area, one.matter, [one.person, ...absent]);
  return near ? [] : [{ ...one, broader, absent, twice: false }];
}

/** Where people have both duties of a rule, by the entries that are given. */
function bothIn(survey: Survey, first: Map<string, EntryCells>, second: Map<string, EntryCells>): Overlap[] {
  return [...first].flatMap(([person, cells]) => overlaps(survey, person, cells, second.get(person) ?? none));
}

/** One sentence for each person, matter and absence, about all areas in which it is the same. */
function conflictFindings(
  survey: Survey,
  kind: FindingKind,
  rule: ConflictRule,
  found: readonly Conflict[],
): Finding[] {
  const groups = Map.groupBy(found, ({ person, matter, absent, broader }) =>
    JSON.stringify([person, matter, absent, broader]),
  );
  return [...groups.values()].flatMap((group): Finding[] => {
    const [one] = group;
    if (!one) return [];
    const { person, absent, broader, matter } = one;
    const cells = new Set(group.flatMap(({ first, second }) => [first, second]));
    const ids = idsOf([...cells].flat());
    const areas = [...new Set(group.map(({ area }) => area))];
    const what = rule.both(
      matter.registration || matter.object || 'registraties',
      placesInWords(survey.lookup, outermost(survey, areas)),
    );
    const away = absent.length > 1 ? 'zijn' : 'is';
    const who = absent.length > 0 ? `Als ${listed(absent)} er niet ${away}, mag ${person}` : `${person} mag`;
    const numbers = `(${listed(ids, 8)}).`;
    const rest =
      broader.length > 0
        ? ` ${numbers} Verder ${broader.length > 1 ? 'mogen' : 'mag'} ${listed(broader)} daar ${rule.another}, met een mandaat voor een groter gebied.`
        : `, en niemand anders mag daar ${rule.another} ${numbers}`;
    const severity = broader.length > 0 || one.twice ? 'let op' : 'fout';
    return [{ kind, severity, text: `${who} ${what}${rest}`, ids }];
  });
}

/**
 * People who process and check the same, or check it and settle the dispute about it, while nobody else does the second
 * there, or only somebody with a wider area.
 */
export function ownWorkFindings(survey: Survey): Finding[] {
  return rules.flatMap((rule) => {
    const ruled = ruleSurvey(survey, rule);
    const found = bothIn(survey, ruled.firstHeld, ruled.secondHeld).flatMap((one) =>
      conflictsIn(ruled, one, []),
    );
    return conflictFindings(survey, rule.kind, rule, found);
  });
}

const placeOf = ({ person, area, matter }: Overlap) =>
  JSON.stringify([person, area, matter.registration, matter.object]);

/**
 * The conflicts that come when a deputy steps in, without those that the deputy has anyway. Of somebody who stands in for
 * both sides only their work and its check are looked at: that both are away and dispute something too is too rare.
 */
function stepIns(survey: Survey, ruled: RuleSurvey): Conflict[] {
  const { holders } = survey;
  const known = new Set(bothIn(survey, ruled.firstHeld, ruled.secondHeld).map(placeOf));
  const asFirst = bothIn(survey, ruled.firstDeputised, ruled.secondHeld).map((one) => ({
    one,
    replaced: one.first,
  }));
  const asSecond = bothIn(survey, ruled.firstHeld, ruled.secondDeputised).map((one) => ({
    one,
    replaced: one.second,
  }));
  const oneAway = [...asFirst, ...asSecond]
    .filter(({ one }) => !known.has(placeOf(one)))
    .flatMap(({ one, replaced }) => {
      const absences = new Map(replaced.map((entry) => [entry.holder, holders(entry)]));
      return [...absences.values()]
        .filter((absent) => absent.length > 0)
        .flatMap((absent) => conflictsIn(ruled, one, absent));
    });
  if (ruled.rule.kind !== 'own-check') return oneAway;
  const seen = new Set([...known, ...[...asFirst, ...asSecond].map(({ one }) => placeOf(one))]);
  const bothAway = bothIn(survey, ruled.firstDeputised, ruled.secondDeputised)
    .filter((one) => !seen.has(placeOf(one)))
    .flatMap((one) => {
      const [first, second] = [one.first.flatMap(holders), one.second.flatMap(holders)];
      if (first.length === 0 || second.length === 0) return [];
      return conflictsIn(ruled, one, [...new Set([...first, ...second])]).map((conflict) => ({
        ...conflict,
        twice: true,
      }));
    });
  return [...oneAway, ...bothAway];
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

/** Deputies who by stepping in process and check the same, or check it and are its line of escalation. */
export function stepInFindings(survey: Survey): Finding[] {
  return rules.flatMap((rule) =>
    conflictFindings(survey, 'deputy-conflict', rule, stepIns(survey, ruleSurvey(survey, rule))),
  );
}
