import { nameKey } from '../../../language/words.ts';
import { activityAsked } from '../questions/answering/activity-asked.ts';
import type { RegisterAnswer } from '../questions/answering/answer.ts';
import { covers, who } from '../questions/answering/holding.ts';
import type { AnsweredQuestion } from '../questions/ask.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import type { Lookup } from '../register/lookup.ts';
import { isValidOn, type RegisterEntry } from '../register/register.ts';
import { euros } from '../vocabulary/wording.ts';

/** What helps further beside an answer: a label, register text, and the people it names. */
export interface Alternative {
  label: string;
  value: string;
  names: string[];
  /** On which it rests, where it names who may on that day. */
  entries?: readonly RegisterEntry[];
}

/** So many people are named, each with so many places. */
const [MOST_NAMED, MOST_PLACES] = [6, 4];
/** Kinds of questions that the whole municipality answers when no area is named. */
const naming: readonly Understood['kind'][] = ['who', 'role', 'escalation'];

/** "Noord, Zuid"; of many places the last ones are only counted. */
function placesOf(places: readonly string[]): string {
  const more = places.length - MOST_PLACES;
  return `${places.slice(0, MOST_PLACES).join(', ')}${more > 0 ? ` en nog ${more}` : ''}`;
}

/** True when an answer is about more than one registration, so that what is said beside it has to say of which it is. */
export const isOfSeveral = ({
  entries,
  missing = [],
}: Pick<RegisterAnswer, 'entries' | 'missing'>): boolean =>
  new Set([...entries.map(({ registration }) => registration), ...missing]).size > 1;

/**
 * "Driss Haven (Noord, Zuid)": each holder once, with where, but for those who were named already. Where more than one
 * registration may be meant it is said of which each is: "Driss Haven (BGT in Noord)".
 */
function holdersIn(
  label: string,
  entries: readonly RegisterEntry[],
  day: string,
  lookup: Lookup,
  named: readonly string[] = [],
  beside: readonly RegisterEntry[] = [],
): Alternative[] {
  const isNamed = new Set(named.map(nameKey));
  const places = new Map<string, Set<string>>();
  const isSeveral = isOfSeveral({ entries: [...entries, ...beside] });
  for (const entry of entries) {
    const where = lookup.placeName(entry.area);
    const place = isSeveral ? `${entry.registration || 'alle registraties'} in ${where}` : where;
    for (const name of lookup.holders(entry, day).filter((one) => !isNamed.has(nameKey(one))))
      places.set(name, (places.get(name) ?? new Set()).add(place));
  }
  const names = [...places.keys()].sort((a, b) => a.localeCompare(b, 'nl'));
  if (names.length === 0) return [];
  const shown = names
    .slice(0, MOST_NAMED)
    .map((name) => `${name} (${placesOf([...(places.get(name) ?? [])])})`);
  const more = names.length - MOST_NAMED;
  return [{ label, value: `${shown.join(', ')}${more > 0 ? ` en nog ${more}` : ''}`, names, entries }];
}

/** The same question about everybody; undefined for a question that cannot be asked so. */
export function whoInstead(asked: Understood): Understood | undefined {
  if (asked.kind !== 'may' || asked.own || activityAsked(asked) === undefined) return undefined;
  return { ...asked, kind: 'who', people: [], self: false };
}

/** Who has the highest recorded amount, for a question about an amount that nobody has. */
function highest(asked: Understood, lookup: Lookup): Alternative[] {
  const activity = activityAsked(asked);
  if (asked.amount === undefined || activity === undefined) return [];
  const [area] = asked.areas;
  const chain = area === undefined ? undefined : lookup.chain(area);
  const entries = lookup
    .ofActivity(activity)
    .filter(
      (entry) =>
        isValidOn(entry, asked.date) &&
        covers(entry, asked.registration) &&
        (chain === undefined || chain.includes(entry.area)) &&
        lookup.holders(entry, asked.date).length > 0,
    );
  const limit = Math.max(...entries.flatMap((entry) => entry.limit ?? []));
  if (!Number.isFinite(limit)) return [];
  const names = entries
    .filter((entry) => entry.limit === limit)
    .flatMap((entry) => lookup.holders(entry, asked.date));
  const unique = [...new Set(names)];
  const label = chain ? 'Hoogste bedrag voor dit gebied' : 'Hoogste bedrag in het register';
  return [{ label, value: [euros(limit), ...unique.slice(0, MOST_NAMED)].join(', '), names: unique }];
}

/** Holders of parts of the municipality, for a question without area that was answered for the whole of it. */
function inSmallerAreas({ understood: asked, answer }: AnsweredQuestion, lookup: Lookup): Alternative[] {
  if (!asked || !naming.includes(asked.kind) || asked.areas.length > 0 || asked.amount !== undefined)
    return [];
  const activity = asked.kind === 'escalation' ? 'regie' : asked.activity;
  const entries = lookup
    .ofActivity(activity ?? '')
    .filter(
      (entry) =>
        isValidOn(entry, asked.date) &&
        covers(entry, asked.registration) &&
        !lookup.roots.includes(entry.area) &&
        !answer.entries.includes(entry),
    );
  return holdersIn('In een kleiner gebied ook', entries, asked.date, lookup, answer.answers, answer.entries);
}

/** True for who replaces somebody of whom mandates are known, but no deputy. */
export const isWithoutDeputy = ({ understood, answer }: AnsweredQuestion): boolean =>
  understood?.kind === 'deputy' && answer.outcome === 'not-recorded' && answer.entries.length > 0;

/** Who else may what nobody deputises for: those of the same place and of wider ones, without who is replaced. */
function insteadOfDeputy({ understood, answer }: AnsweredQuestion, lookup: Lookup): Alternative[] {
  if (!understood) return [];
  const { date, people } = understood;
  const others = answer.entries.flatMap(({ activity, registration, area }) => {
    const asked: Understood = {
      ...understood,
      kind: 'who',
      people: [],
      self: false,
      activity,
      activities: undefined,
      areas: [area],
      registration: understood.registration ?? (registration || undefined),
    };
    const found = who(lookup, asked, activity);
    return found.outcome === 'found' ? [...found.entries, ...found.broader] : [];
  });
  const replaced = answer.entries.flatMap((entry) => lookup.holders(entry, date));
  return holdersIn('Wie dit ook mag', [...new Set(others)], date, lookup, [...people, ...replaced]);
}

/**
 * What an answer leaves unsaid and helps further: who may when somebody may not, the highest amount when nobody reaches
 * what was asked, who may in a part of the municipality, who else may where nobody deputises. Nothing when the answer says it all.
 */
export function besideAnswer(asked: AnsweredQuestion, lookup: Lookup): Alternative[] {
  const { understood, answer } = asked;
  if (!understood) return [];
  if (answer.outcome === 'found') return inSmallerAreas(asked, lookup);
  if (answer.outcome === 'not-recorded' && understood.kind === 'who' && !understood.unknownArea)
    return highest(understood, lookup);
  if (isWithoutDeputy(asked)) return insteadOfDeputy(asked, lookup);
  const others = answer.outcome === 'no' ? whoInstead(understood) : undefined;
  if (!others) return [];
  const found = who(lookup, others, activityAsked(others) ?? '');
  // "Alleen als vervanger, zolang Chantal Duin afwezig is" already names who may.
  if (found.answers.length > 0 && found.answers.every((name) => answer.reason.includes(name))) return [];
  if (found.outcome === 'found') return holdersIn('Wel bevoegd', found.entries, others.date, lookup);
  return found.outcome === 'not-recorded' ? highest(others, lookup) : [];
}

/**
 * Who may as well, through entries for wider areas: nobody of whom the answer speaks already, as holder or as deputy.
 */
export function alsoCompetent({ understood, answer }: AnsweredQuestion, lookup: Lookup): string[] {
  if (!understood) return [];
  const { date, people } = understood;
  const named = new Set(
    [
      ...answer.answers,
      ...people,
      ...answer.entries.flatMap((entry) => [...lookup.holders(entry, date), ...lookup.deputies(entry, date)]),
    ].map(nameKey),
  );
  const names = answer.broader.flatMap((entry) => lookup.holders(entry, date));
  return [...new Map(names.map((name) => [nameKey(name), name])).values()].filter(
    (name) => !named.has(nameKey(name)),
  );
}

/**
 * Who may what one entry of the answer is about as well, through entries for wider areas: nobody who stands in the entry
 * itself. Of an answer about several registrations this stands with each, since it is true of that one alone.
 */
export function alsoFor(
  entry: RegisterEntry,
  { understood, answer }: AnsweredQuestion,
  lookup: Lookup,
): string[] {
  if (!understood) return [];
  const { date, registration } = understood;
  const named = [...lookup.holders(entry, date), ...lookup.deputies(entry, date)].map(nameKey);
  const above = new Set(lookup.chain(entry.area).slice(1));
  const wider = answer.broader.filter(
    (one) => above.has(one.area) && covers(one, entry.registration || registration),
  );
  const names = wider
    .flatMap((one) => lookup.holders(one, date))
    .filter((name) => !named.includes(nameKey(name)));
  return [...new Map(names.map((name) => [nameKey(name), name])).values()];
}

/** True when "wie mag het wel" has to be asked by itself, since it takes a choice first. */
export function leavesWhoOpen({ understood, answer }: AnsweredQuestion, lookup: Lookup): boolean {
  const others = understood && answer.outcome === 'no' ? whoInstead(understood) : undefined;
  return others !== undefined && who(lookup, others, activityAsked(others) ?? '').outcome === 'ambiguous';
}
