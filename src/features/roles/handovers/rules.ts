import type { FormValues } from '../../../conversation/form.ts';
import type { NameFinder } from '../../../language/colleagues.ts';
import { fitted, manyOf } from '../../../language/fitted.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { plainText } from '../../../language/words.ts';
import type { Team } from '../../../people/municipality.ts';
import { isLeaderOf, isPresent, type Person, teamKey } from '../../../people/person.ts';
import { roleCalled } from '../content/roles.ts';
import { type Details, type Filter, type Handover, longest } from './handover.ts';
import { type Trouble, troubles } from './tables.ts';

/** At most so many names are mentioned at once. Whoever takes them out hears of the next ones. */
const MOST_NAMES = 5;

/** The teams of which somebody keeps the list: their own first, then those they lead. */
export const teamsOf = (person: Person, teams: readonly Team[]): Team[] =>
  teams
    .filter((team) => isPresent(person) && (team.key === person.team || isLeaderOf(team, person)))
    .sort((a, b) => Number(b.key === person.team) - Number(a.key === person.team));

const labels = [
  ['what', 'Wat geven jullie door?', longest.what],
  ['from', 'Van welke rol of afdeling?', longest.from],
  ['to', 'Aan welke rol of afdeling?', longest.to],
  ['note', 'Wat duurt lang of gaat mis?', longest.note],
] as const;

const missing: Record<'what' | 'from' | 'to', string> = {
  what: 'Schrijf op wat jullie doorgeven.',
  from: 'Schrijf op van welke rol of afdeling het komt.',
  to: 'Schrijf op naar welke rol of afdeling het gaat.',
};

const tidy = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
/** A role in its own spelling; other text, such as a department, as it is. */
const roleOr = (text: string) => roleCalled(text) ?? text;

/**
 * What a form holds, with what is wrong with it, in Dutch. `typed` goes back into the form: as it is kept, but for what is too long.
 * Names of colleagues are refused: a handover is between roles or departments.
 */
export function detailsIn(
  sent: FormValues,
  { namesIn }: Pick<NameFinder, 'namesIn'>,
): { details: Details; problems: string[]; typed: FormValues } {
  const texts = {
    what: tidy(sent.what),
    from: roleOr(tidy(sent.from)),
    to: roleOr(tidy(sent.to)),
    note: tidy(sent.note),
  };
  const ticked = manyOf(sent.trouble ?? '');
  const trouble = (Object.keys(troubles) as Trouble[]).filter((one) => ticked.includes(one));
  const empty = (['what', 'from', 'to'] as const).filter((id) => texts[id] === '');
  const tooLong = lengthProblems(texts, labels);
  const isSame = texts.from !== '' && plainText(texts.from) === plainText(texts.to);
  const wrong = [
    ...empty.map((id) => missing[id]),
    ...tooLong,
    ...(isSame ? ['Bij “van” en “aan” staat hetzelfde. Kies twee rollen of afdelingen.'] : []),
  ];
  // Names are looked for in texts of a normal length only.
  const names = tooLong.length > 0 ? [] : [...new Set(Object.values(texts).flatMap(namesIn))];
  return {
    details: { ...texts, trouble },
    problems: [
      ...wrong,
      ...names
        .slice(0, MOST_NAMES)
        .map((name) => `Haal de naam ${name} weg: schrijf een rol of afdeling op.`),
    ],
    typed: {
      what: fitted(texts.what, longest.what),
      from: fitted(texts.from, longest.from),
      to: fitted(texts.to, longest.to),
      note: fitted(texts.note, longest.note),
      trouble: trouble.join(','),
    },
  };
}

/** A short text that changes when what a form shows does. */
export const versionOf = ({ what, from, to, trouble, note }: Details): string =>
  hashed(JSON.stringify([what, from, to, [...trouble].sort(), note]));

/** Thirty-two bits, which tell two states of one handover apart (FNV-1a). */
function hashed(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** True for two states that say the same. */
export const isSame = (a: Details, b: Details): boolean => versionOf(a) === versionOf(b);

/** What somebody typed behind the phrase: which part of the list, and of which team. */
export function askedFor(rest: string, teams: readonly Team[]): { filter: Filter; team?: Team } {
  const plain = plainText(rest);
  const team = teams.find(({ key }) => teamKey(rest).includes(key));
  if (/\b(?:lang|traag|wacht\w*)\b/.test(plain)) return { filter: 'long', team };
  if (/\bfout\w*\b/.test(plain)) return { filter: 'faults', team };
  if (/\b(?:goed|opgelost)\b/.test(plain)) return { filter: 'settled', team };
  return { filter: 'all', team };
}

/** True for what stands on the list. */
export const isListed = (handover: Handover): boolean => handover.removed === undefined;
