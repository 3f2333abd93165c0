import { z } from 'zod';
import { isDate } from '../../../calendar/clock.ts';
import { field } from '../../../conversation/field.ts';
import { type Choosable, found } from '../../../conversation/finding.ts';
import { nameKey, wordsOf } from '../../../language/words.ts';
import type { AnswerChoices } from '../questions/answering/answer.ts';
import { activitiesSaid } from '../questions/understanding/activities-said.ts';
import { spokenWords } from '../questions/understanding/spoken-words.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import { areasOf, everything, named, registrationsOf } from '../register/choices.ts';
import type { Lookup } from '../register/lookup.ts';

/** A name in a question is no longer than this (characters). */
const LONGEST_NAME = 200;
const text = z.string().max(LONGEST_NAME);
/** More than anybody names, and than a card offers to choose from. */
const MOST_NAMED = 12;
const list = z.array(text).max(MOST_NAMED);
const kinds = [
  ...(['who', 'may', 'deputy', 'which', 'escalation'] as const),
  ...(['accountable', 'limit', 'role', 'office', 'organisation'] as const),
];

/** A question as a card carries it: what was understood, never what was typed. */
export const questionSchema = z.object({
  kind: z.enum(kinds),
  activity: text.optional(),
  registration: text.optional(),
  area: text.optional(),
  person: text.optional(),
  role: text.optional(),
  date: z.string().refine(isDate),
  amount: z.number().min(0).max(1e12).optional(),
  own: z.boolean().optional(),
  expiring: z.boolean().optional(),
  /** Who is away meanwhile, or is to be replaced. */
  absent: text.optional(),
  standsIn: z.boolean().optional(),
  lone: z.boolean().optional(),
  /** It is asked who may beside others, who were named or not. */
  others: list.optional(),
  /** What was named more than once, so that one of them is still to be chosen. */
  several: z
    .object({ areas: list, registrations: list, activities: list, people: list })
    .partial()
    .optional(),
  /** Mandates that were named by their number. */
  references: list.optional(),
  /** What was named but is not known, is only guessed or cannot be read, so that the question has no answer as it stands. */
  open: z
    .array(
      z.enum([
        ...(['date', 'amount', 'area', 'person', 'guessed-area', 'guessed-person'] as const),
        ...(['excluded', 'negated', 'more', 'either', 'narrower'] as const),
      ]),
    )
    .optional(),
});
export type AskedQuestion = z.infer<typeof questionSchema>;

/** What was named more than once, as much of it as a card offers to choose from. */
function severalOf({
  areas,
  registrations = [],
  activities = [],
  people,
}: Understood): AskedQuestion['several'] {
  const all = { areas, registrations, activities, people };
  const several = Object.entries(all).filter(([, names]) => names.length > 1);
  if (several.length === 0) return undefined;
  return Object.fromEntries(several.map(([what, names]) => [what, names.slice(0, MOST_NAMED)]));
}

function openOf(asked: Understood): AskedQuestion['open'] {
  const open = [
    ...(asked.impossibleDate !== undefined || asked.vagueDate !== undefined ? ['date' as const] : []),
    ...(asked.unreadableAmount ? ['amount' as const] : []),
    ...(asked.unknownArea ? ['area' as const] : []),
    ...(asked.unknownPerson ? ['person' as const] : []),
    ...(asked.guessed ?? []).map(({ what }) => `guessed-${what}` as const),
    ...(asked.unclear ? [asked.unclear] : []),
    ...(asked.narrower || asked.turned ? ['narrower' as const] : []),
  ];
  return open.length > 0 ? open : undefined;
}

/** What a card has to remember to ask the same again with one part changed. */
export function questionOf(asked: Understood): AskedQuestion {
  const { kind, activity, registration, areas, people, role, date, amount, own, expiring, references } =
    asked;
  return {
    kind,
    role,
    date,
    amount,
    activity: asked.activities ? undefined : activity,
    registration: asked.registrations ? undefined : registration,
    area: areas.length === 1 ? areas[0] : undefined,
    person: people.length === 1 ? people[0] : undefined,
    ...(own ? { own } : {}),
    ...(expiring ? { expiring } : {}),
    ...(asked.absent === undefined ? {} : { absent: asked.absent }),
    ...(asked.standsIn ? { standsIn: true } : {}),
    ...(asked.lone ? { lone: true } : {}),
    ...(asked.others ? { others: asked.others.slice(0, MOST_NAMED) } : {}),
    ...(references ? { references: references.slice(0, MOST_NAMED) } : {}),
    several: severalOf(asked),
    open: openOf(asked),
  };
}

/** What stands for a place and a person that a question named and that are not known: a card does not carry what was typed. */
export const namedBefore = { area: 'uit je vraag', person: 'De persoon uit je vraag' };

/** The question to answer again. With an area that is no longer in the register it cannot be answered as it stands. */
export function understoodFrom(question: AskedQuestion, lookup: Lookup): Understood {
  const { kind, activity, registration, area, person, role, date, amount, own, expiring } = question;
  const { several = {}, open = [], references } = question;
  const named = (several.areas ?? [area]).filter((code) => code !== undefined);
  const areas = named.filter((code) => lookup.area(code));
  // Without it the question would be about the whole municipality, or about the other area only.
  const isGone = areas.length < named.length;
  const people = several.people ?? (person ? [person] : []);
  const guessed = [
    { what: 'person' as const, options: people },
    { what: 'area' as const, options: areas },
  ].filter(({ what, options }) => open.includes(`guessed-${what}`) && options.length > 0);
  return {
    kind,
    activity,
    role,
    date,
    amount,
    dated: true,
    self: false,
    registration: registration || undefined,
    areas,
    people,
    own: own === true,
    expiring: expiring === true,
    ...(question.absent === undefined ? {} : { absent: question.absent }),
    ...(question.standsIn ? { standsIn: true } : {}),
    ...(question.lone ? { lone: true } : {}),
    ...(question.others ? { others: question.others } : {}),
    ...(several.registrations ? { registrations: several.registrations } : {}),
    ...(several.activities ? { activities: several.activities } : {}),
    // What was not known stays in the question as unknown, until somebody chooses another.
    ...(open.includes('area') || isGone ? { unknownArea: namedBefore.area } : {}),
    ...(open.includes('amount') ? { unreadableAmount: 'uit je vraag' } : {}),
    ...(open.includes('person') ? { unknownPerson: namedBefore.person } : {}),
    ...(open.includes('date') ? { vagueDate: '' } : {}),
    ...(references ? { references } : {}),
    ...(open.includes('narrower') ? { narrower: true, turned: true } : {}),
    ...(guessed.length > 0 ? { guessed } : {}),
    unclear: (['excluded', 'negated', 'more', 'either'] as const).find((why) => open.includes(why)),
  };
}

/** A part that may be chosen again. */
export type QuestionPart = AnswerChoices['what'] | 'date';

const namedIn = {
  area: 'areas',
  registration: 'registrations',
  activity: 'activities',
  person: 'people',
} as const;

/** The question with one part settled; undefined takes it out. */
export function settled(
  question: AskedQuestion,
  part: QuestionPart,
  value: string | undefined,
): AskedQuestion {
  const { several = {}, open = [], ...rest } = question;
  const { [part === 'date' ? 'areas' : namedIn[part]]: _chosen, ...others } = several;
  const left = part === 'date' ? several : others;
  // An activity that is named settles what the question is about too.
  const still = open.filter(
    (one) => one !== part && one !== `guessed-${part}` && !(one === 'more' && part === 'activity' && value),
  );
  return {
    ...rest,
    [part]: value,
    several: Object.keys(left).length > 0 ? left : undefined,
    open: still.length > 0 ? still : undefined,
  };
}

/** What somebody chose or typed in the card to correct a part; what was left empty is taken out of the question. */
export const correctionSchema = z.object({
  question: questionSchema,
  area: field.choice,
  areaName: field.text,
  registration: field.choice,
  registrationName: field.text,
  activity: field.choice,
  activityName: field.text,
  date: field.date,
});

/** A part that was typed and that is not clear: `options` are all it may be, none when nothing fits. */
export interface UnclearPart {
  unclear: 'area' | 'registration' | 'activity' | 'date';
  options: string[];
}

/** What was chosen, where it can be one of our choices: a question on a card carries no longer text. */
const chosen = (value: string) => (value !== '' && value.length <= LONGEST_NAME ? value : undefined);

/** The question with one part corrected, or which part was typed and cannot be read or fits nothing or several. */
export function corrected(
  data: z.infer<typeof correctionSchema>,
  lookup: Lookup,
): AskedQuestion | UnclearPart {
  const { question, areaName, registrationName, activityName, date } = data;
  const typed = {
    area: meantBy(areaName, areasNamed, lookup),
    registration: meantBy(registrationName, registrationsNamed, lookup),
    activity: meantBy(activityName, activitiesNamed, lookup),
  };
  for (const unclear of ['area', 'registration', 'activity'] as const) {
    const options = typed[unclear];
    if (options && options.length !== 1) return { unclear, options };
  }
  if (date !== '' && !isDate(date)) return { unclear: 'date', options: [] };
  const changes: [QuestionPart, string | undefined][] = [
    ['area', typed.area?.[0] ?? chosen(data.area)],
    ['registration', typed.registration?.[0] ?? chosen(data.registration)],
    ['activity', typed.activity?.[0] ?? chosen(data.activity)],
    ['date', date || undefined],
  ];
  return changes.reduce<AskedQuestion>(
    (asked, [part, value]) =>
      value === undefined ? asked : settled(asked, part, value === everything ? undefined : value),
    question,
  );
}

/** What a name that was typed may be; undefined when none was. */
function meantBy(
  name: string,
  find: (name: string, lookup: Lookup) => string[],
  lookup: Lookup,
): string[] | undefined {
  if (name === '') return undefined;
  return name.length > LONGEST_NAME ? [] : find(name, lookup);
}

const valuesOf = (choices: readonly Choosable[]): string[] => choices.map(({ value }) => value);

function areasNamed(name: string, lookup: Lookup): string[] {
  const exact = lookup.register.areas.filter(({ name: own, aliases, code }) =>
    [own, code, ...aliases].map(nameKey).includes(nameKey(name)),
  );
  return exact.length > 0 ? exact.map(({ code }) => code) : valuesOf(found(areasOf(lookup), name));
}

const registrationsNamed = (name: string, lookup: Lookup) =>
  valuesOf(found(named(registrationsOf(lookup)), name));

/** The activity that is spoken of in these words, or else those with such a name. */
function activitiesNamed(name: string, lookup: Lookup): string[] {
  const plains = wordsOf(name).map(({ plain }) => plain);
  const exact = lookup.activities.filter((activity) => nameKey(activity) === nameKey(name));
  if (exact.length === 1) return [...exact];
  const [best] = activitiesSaid(
    spokenWords(plains, () => true),
    lookup,
  ).filter(({ whole }) => whole);
  return best === undefined ? valuesOf(found(named(lookup.activities), name)) : [best.name];
}
