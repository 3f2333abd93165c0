import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dutchDay, isDate } from '../../../calendar/clock.ts';
import type { WayBack } from '../../../conversation/cancelling.ts';
import { type Choosing, choosingForm, choosingSchema, chosenIn } from '../../../conversation/choosing.ts';
import { field, perhaps } from '../../../conversation/field.ts';
import type { Choosable } from '../../../conversation/finding.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { noSuchDay } from '../../../conversation/unshown.ts';
import { fitted } from '../../../language/fitted.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { nameKey } from '../../../language/words.ts';
import { isPresent, type Person } from '../../../people/person.ts';
import { allDeputies, deputiesOn } from '../register/holder-lookup.ts';
import type { Lookup } from '../register/lookup.ts';
import type { RegisterEntry } from '../register/register.ts';
import { listed } from '../vocabulary/wording.ts';
import { aboutEntry, proposalReaders, seenKey, submitTitle } from './proposal-cards.ts';
import { deputiesIn, SEEN_LENGTH } from './proposal-form.ts';

/** The longest list of deputies that fits in the field, and the longest name in it (characters). */
const [LONGEST, LONGEST_NAME] = [2_000, 200];

/** Somebody to choose: by the name that the register would hold. */
export type DeputyChoice = Choosable;

/** The first day on which those deputise who an entry names last. */
export const deputiesFrom = ({ from: first, earlierDeputies }: RegisterEntry): string =>
  earlierDeputies ? dayAfter(earlierDeputies.until) : first;

/** From which list the form was opened, to lead back to. */
const from = z.enum(['check', 'cover']).default('check');

/** A button that opens the form of an entry. */
export const deputySchema = z.object({ id: z.string().max(200), from });

/** What somebody filled in. */
export const deputyFormSchema = z.object({
  of: z.string().max(200),
  from,
  ...choosingSchema('one', 'eerste'),
  vervanger: field.long,
  per: field.date,
  /** What was remarked on the same form before, and so was read. */
  seen: perhaps(z.string().max(SEEN_LENGTH)),
});
export type DeputyForm = z.infer<typeof deputyFormSchema>;

/** The form as it is opened: who deputises now, from today on. Whoever is in no list stands in the field to type in. */
export function deputyFormOf(
  entry: RegisterEntry,
  day: string,
  people: readonly DeputyChoice[],
  opened: DeputyForm['from'] = 'check',
): DeputyForm {
  const [first = '', ...others] = deputiesOn(entry, day);
  const isListed = candidates(entry, people).some(({ value }) => value === first);
  return {
    of: entry.id,
    from: opened,
    eerste: isListed ? first : '',
    eersteName: '',
    eersteFound: '',
    vervanger: (isListed ? others : [first, ...others]).filter(Boolean).join('\n'),
    per: day < entry.from ? entry.from : day,
    seen: undefined,
  };
}

const ways: Record<DeputyForm['from'], WayBack & { title: string }> = {
  check: { verb: 'mandates.check', title: 'Terug naar de controle', data: { from: 0 } },
  cover: { verb: 'mandates.cover', title: 'Terug naar de bezetting', data: { from: 0 } },
};

/** The choice that stands for nobody in the list: Teams shows no choice without a value. */
const NOBODY = 'nobody';

/** What a form of deputies is drawn with beside what was filled in. */
export interface DeputyFormAround {
  lookup: Lookup;
  people: readonly DeputyChoice[];
  /** Why whoever deputises now will not do, a Dutch sentence each. */
  against: readonly string[];
}

/** Who deputises first, the others, and from when. What is wrong or should be known stands above them, and all is still filled in. */
export function deputyForm(
  form: DeputyForm,
  { lookup, people, against }: DeputyFormAround,
  problems: readonly string[] = [],
  remarks: readonly string[] = [],
  waiting: readonly { id: string }[] = [],
): Message {
  const { of, from: opened, vervanger, per } = form;
  const again = remarks.length > 0 ? ['Mag het zo? Tik dan op “Stel toch voor”.'] : [];
  return formCard({
    kind: 'mandate',
    title: 'Vervanger wijzigen',
    lead: 'Een tweede persoon beoordeelt dit. Pas daarna verandert het register.',
    topic: aboutEntry(of, lookup),
    about: against.map((text) => `${text}.`).join(' '),
    problems,
    warnings: [...remarks, ...again],
    fields: [
      ...choosingForm(firstDeputy(lookup.entry(of), people), typedIn(form)),
      {
        id: 'vervanger',
        kind: 'long',
        label: 'Meer vervangers, of iemand van buiten de lijst. Zet elke naam voluit op een eigen regel',
        longest: LONGEST,
        value: fitted(vervanger, LONGEST),
      },
      { id: 'per', kind: 'date', label: 'Per wanneer?', value: per, required: true },
    ],
    submit: {
      verb: 'mandates.propose-deputy',
      title: submitTitle(remarks),
      data: { of, from: opened, ...(remarks.length > 0 ? { seen: seenKey(remarks) } : {}) },
    },
    seenBy: proposalReaders,
    actions: [...waiting.slice(0, 1).map(toProposal), wayBackTo(opened)],
    back: { verb: ways[opened].verb, data: ways[opened].data },
  });
}

const toProposal = ({ id }: { id: string }) => ({
  verb: 'mandates.proposal',
  title: 'Open het voorstel',
  data: { id },
});

/** The button back to the list from which the form was opened. */
export const wayBackTo = (opened: DeputyForm['from']): WayBack & { title: string } => ways[opened];

/** What was chosen, looked up where a name was typed, with all that is not clear in Dutch sentences. */
export function deputiesRead(
  form: DeputyForm,
  entry: RegisterEntry,
  people: readonly DeputyChoice[],
): { form: DeputyForm; problems: string[] } {
  const { sent, problems } = chosenIn([firstDeputy(entry, people)], typedIn(form));
  const known = new Set(allDeputies(entry));
  const meant = meaning(people);
  // Names are looked up in a text of a normal length only.
  const read: { name: string; problem?: string }[] =
    tooLong(form).length > 0
      ? [{ name: form.vervanger }]
      : deputiesIn(form.vervanger).map((name) => (known.has(name) ? { name } : meant(name)));
  const { eerste = '', eersteName = '', eersteFound = '' } = sent;
  return {
    form: {
      ...form,
      eerste: eerste === NOBODY ? '' : eerste,
      eersteName,
      eersteFound,
      vervanger: read.map(({ name }) => name).join('\n'),
    },
    problems: [...problems, ...read.flatMap(({ problem }) => problem ?? [])],
  };
}

const tooLong = ({ vervanger }: Pick<DeputyForm, 'vervanger'>): string[] =>
  lengthProblems({ vervanger }, [['vervanger', 'Vervangers', LONGEST]]);

/** So many names that a part of one may be are said. */
const MOST_MEANT = 6;

/**
 * Whom a name is of that was typed: "eefje" is Eefje Polder where only one is called so. A name of which nobody here carries
 * every word is of somebody from outside, and stays as it is. The people are looked through once, and then any number of names.
 */
function meaning(people: readonly DeputyChoice[]): (name: string) => { name: string; problem?: string } {
  const called = people.map(({ title }) => ({ title, key: nameKey(title) }));
  const byName = Map.groupBy(called, ({ key }) => key);
  const byWord = new Map<string, Set<string>>();
  for (const { title, key } of called)
    for (const word of key.split(' ')) byWord.set(word, (byWord.get(word) ?? new Set()).add(title));

  return (name) => {
    const key = nameKey(name);
    const [first, ...others] = key.split(' ').map((word) => byWord.get(word) ?? new Set<string>());
    const carry = others.reduce((left, titles) => left.intersection(titles), first ?? new Set<string>());
    const exact = byName.get(key)?.map(({ title }) => title);
    const names = [...(exact ? new Set(exact) : carry)];
    const [only] = names;
    if (only !== undefined && names.length === 1) return { name: only };
    if (names.length === 0) return { name };
    const problem = `“${fitted(name, LONGEST_NAME)}” kan meer mensen zijn: ${listed(names, MOST_MEANT)}. Typ de hele naam.`;
    return { name, problem };
  };
}

/** Whoever works here, but for who holds the mandate. */
const candidates = (entry: RegisterEntry | undefined, people: readonly DeputyChoice[]): DeputyChoice[] =>
  people.filter(({ value }) => value !== entry?.holder);

const firstDeputy = (entry: RegisterEntry | undefined, people: readonly DeputyChoice[]): Choosing => ({
  id: 'eerste',
  label: 'Wie is de vervanger?',
  choices: candidates(entry, people),
  first: [{ title: 'Niemand uit de lijst', value: NOBODY }],
});

const typedIn = ({ eerste, eersteName, eersteFound }: DeputyForm): FormValues => ({
  eerste,
  eersteName,
  eersteFound,
});

/** Everybody who works here, to choose from: each name once, since the register knows names only. */
export function deputyChoices(people: readonly Person[]): DeputyChoice[] {
  const present = people.filter(isPresent).toSorted((a, b) => a.name.localeCompare(b.name, 'nl'));
  const unique = new Map(
    present.map(({ name, team }) => [nameKey(name), { value: name, title: name, about: team }]),
  );
  return [...unique.values()];
}

const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
const dayBefore = (day: string) => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

/**
 * The entry with other deputies from a day on, also one in the past, or what is wrong with the form in Dutch: before that day
 * those deputise who did. `today` is an ISO date.
 */
export function withDeputies(
  { eerste, vervanger, per }: DeputyForm,
  before: RegisterEntry,
  today: string,
): { entry: RegisterEntry } | { problems: string[] } {
  const names = [...new Set([eerste, ...deputiesIn(vervanger)])].filter(Boolean);
  const longNames = names.some((name) => name.length > LONGEST_NAME)
    ? [`Een naam bij Vervangers is langer dan ${LONGEST_NAME} tekens. Zet elke naam op een eigen regel.`]
    : [];
  const problems = [...tooLong({ vervanger }), ...longNames, ...wrongDay(per, before, today)];
  if (problems.length > 0) return { problems };
  const { earlierDeputies: _earlier, ...entry } = before;
  const earlier = { names: [...deputiesOn(before, dayBefore(per))], until: dayBefore(per) };
  const next: RegisterEntry = {
    ...entry,
    deputies: names,
    ...(per > before.from ? { earlierDeputies: earlier } : {}),
  };
  const isSame = JSON.stringify(deputiesOn(before, per)) === JSON.stringify(names);
  const hasLater = before.earlierDeputies !== undefined && per <= before.earlierDeputies.until;
  if (!isSame || hasLater) return { entry: next };
  return { problems: [`Kies eerst een ${names.length > 0 ? 'andere ' : ''}vervanger.`] };
}

function wrongDay(
  per: string,
  { from: first, until, earlierDeputies }: RegisterEntry,
  today: string,
): string[] {
  if (!isDate(per)) return [noSuchDay('Per wanneer?')];
  if (per < first) return [`Dit mandaat geldt pas vanaf ${dutchDay(first)}. Kies die dag of een latere.`];
  const planned =
    earlierDeputies && today <= earlierDeputies.until ? dayAfter(earlierDeputies.until) : undefined;
  if (planned !== undefined && per > planned)
    return [`Op ${dutchDay(planned)} verandert de vervanger al. Kies die dag of een eerdere.`];
  return until !== undefined && per > until
    ? [`Dit mandaat eindigt op ${dutchDay(until)}. Kies een eerdere dag.`]
    : [];
}
