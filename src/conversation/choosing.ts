import type { z } from 'zod';
import { manyOf } from '../language/fitted.ts';
import { lengthProblems } from '../language/lengths.ts';
import { asManyAsFit } from '../lib/as-many-as-fit.ts';
import { field } from './field.ts';
import { type Choosable, finder, same, told } from './finding.ts';
import type { Field, FieldChoice, FormValues } from './form.ts';

/** A list on a card holds so many. Of more, somebody types a name or a part of one. */
export const MOST_CHOICES = 50;
/**
 * And so many characters of JSON, which fifty names of a usual length stay far below: a card with three lists of the
 * longest names still has to fit in a message.
 */
const LIST_CHARACTERS = 7_000;
/** The field to type names in takes so many characters: one, or many. */
const [LONGEST_NAME, LONGEST_NAMES] = [200, 2_000];
const longestTyped = (many: boolean) => (many ? LONGEST_NAMES : LONGEST_NAME);
/** Of what somebody typed a problem quotes so many characters. */
const LONGEST_QUOTED = 60;
/** So much that is wrong with one choice is said; nobody reads more at once. */
const MOST_PROBLEMS = 10;
/** So many names are looked up at once: some more than can be chosen. Each goes through everybody who works here. */
const MOST_NAMES = 60;

/** Something that a form lets somebody choose. */
export interface Choosing {
  /** The field that holds what was chosen: one value, or with `many` several with commas between. */
  id: string;
  label: string;
  choices: readonly Choosable[];
  many?: boolean;
  /** Choices that stand for none of them, or all, such as "Kies iemand". They always stand in the list. */
  first?: readonly FieldChoice[];
  /** Values that stand in the list where there is no room for all, such as those of the own team. */
  near?: ReadonlySet<string>;
  /** True where the form cannot be saved without a choice. */
  required?: boolean;
  /** Of which part of the form this is, to begin a problem with: "Actie 2". */
  part?: string;
}

/**
 * The names of the fields of one choice: what was chosen, the name that somebody typed, and what was chosen of all that
 * the name fits.
 */
export const choosingFields = (id: string): [string, string, string] => [id, `${id}Name`, `${id}Found`];

type ChoosingField<Id extends string> = Id | `${Id}Name` | `${Id}Found`;

/** The schemas of all fields of the choices with these ids, of one value each or of many. */
export function choosingSchema<Id extends string>(
  kind: 'one' | 'many',
  ...ids: readonly Id[]
): Record<ChoosingField<Id>, z.ZodType<string>> {
  const [chosen, typed] = kind === 'many' ? [field.choices, field.long] : [field.choice, field.text];
  const schemas = ids.flatMap((id) => {
    const [, nameId, foundId] = choosingFields(id);
    return [
      [id, chosen],
      [nameId, typed],
      [foundId, chosen],
    ] as const;
  });
  return Object.fromEntries(schemas) as Record<ChoosingField<Id>, z.ZodType<string>>;
}

/** As many as a list holds, from the first on. */
const listed = <T extends FieldChoice>(choices: readonly T[], characters = LIST_CHARACTERS): T[] =>
  asManyAsFit(choices, MOST_CHOICES, characters);

/** The whole list, as it is drawn where it fits. */
const wholeList = ({ choices, first = [] }: Choosing): FieldChoice[] => [...first, ...told(choices)];

/** True when these fit in one list, of at most so many characters of JSON, so that nobody has to type a name. */
export const fitInList = (choices: readonly FieldChoice[], characters = LIST_CHARACTERS): boolean =>
  listed(choices, characters).length === choices.length;

function allFit(choosing: Choosing): boolean {
  const { choices, first = [] } = choosing;
  return choices.length + first.length <= MOST_CHOICES && fitInList(wholeList(choosing));
}

/** The values that are chosen, of those that there are. */
function chosenOf({ id, choices, many = false }: Choosing, typed: FormValues): string[] {
  const sent = typed[id] ?? '';
  const wanted = new Set(many ? manyOf(sent) : [sent]);
  return choices.filter(({ value }) => wanted.has(value)).map(({ value }) => value);
}

/** The list beside a field to type in: what is chosen, and what is near as far as it fits as a whole. */
function shortList(choosing: Choosing, chosen: readonly string[]): FieldChoice[] {
  const { choices, first = [], near = new Set() } = choosing;
  const titles = new Map(told(choices).map((choice) => [choice.value, choice]));
  const those = (isListed: (value: string) => boolean) => [
    ...first,
    ...choices.flatMap(({ value }) => (isListed(value) ? (titles.get(value) ?? []) : [])),
  ];
  const isChosen = new Set(chosen);
  const withNear = those((value) => near.has(value) || isChosen.has(value));
  if (fitInList(withNear)) return withNear;
  return those((value) => isChosen.has(value));
}

/** What fits the names that are still typed, as far as a list holds it. */
function candidates({ choices, many = false }: Choosing, text: string): FieldChoice[] {
  const find = finder(choices);
  const fitting = new Set(
    namesIn(text, choices, many).names.flatMap((name) => find(name).map(({ value }) => value)),
  );
  return listed(told(choices).filter(({ value }) => fitting.has(value)));
}

const howToType = {
  one: 'Typ een deel van de naam',
  many: 'Typ namen, elk op een eigen regel of met komma’s ertussen',
};

/** What stands above the field to type in: below a list it is about what is not in there. */
function typingLabel(label: string, kind: 'one' | 'many', hasList: boolean): string {
  if (hasList) return `Niet in de lijst? ${howToType[kind]}`;
  return `${label}${label.endsWith('?') ? '' : '.'} ${howToType[kind]}`;
}

/**
 * The fields to choose with: a list where all fits in it, and otherwise a field to type a name in, below a list of what is
 * chosen already. What a name fits stands in a list below that field as long as it is not clear who or what is meant.
 */
export function choosingForm(choosing: Choosing, typed: FormValues): Field[] {
  const { id, label, first = [], many = false, required } = choosing;
  const kind = many ? 'many' : 'one';
  const value = typed[id] || first[0]?.value;
  if (allFit(choosing)) return [{ id, kind, label, value, required, choices: wholeList(choosing) }];
  const [, nameId, foundId] = choosingFields(id);
  const text = typed[nameId] ?? '';
  const list = shortList(choosing, chosenOf(choosing, typed));
  const fitting = candidates(choosing, text);
  const hasList = list.length > first.length;
  return [
    // Of a list and a field beside it either will do, so neither of them is marked by Teams.
    ...(hasList
      ? [{ id, kind, label: required ? `${label} (nodig)` : label, value, choices: list } as const]
      : []),
    {
      id: nameId,
      kind: many ? 'long' : 'text',
      label: typingLabel(label, kind, hasList),
      value: text,
      longest: longestTyped(many),
      required: required && !hasList && fitting.length === 0,
    },
    ...(fitting.length > 0
      ? [{ id: foundId, kind, label: 'Welke bedoel je?', value: typed[foundId], choices: fitting } as const]
      : []),
  ];
}

/**
 * The names in a text, each on a line or with commas between, and each once; `more` are those that are too many to look
 * up. A comma may stand inside a name ("Bos, Jan"): what is together the name of a choice is one name.
 */
function namesIn(
  text: string,
  choices: readonly Choosable[],
  many: boolean,
): { names: string[]; more: string[] } {
  if (!many) return { names: text.trim() === '' ? [] : [text.trim()], more: [] };
  const titles = new Set(choices.map(({ title }) => title.toLowerCase()));
  const typed = text.split(/[\r\n;]+/).flatMap((line) => {
    const parts = line.split(',').map((part) => part.trim());
    const names: string[] = [];
    for (let from = 0; from < parts.length; ) {
      const pair = parts.slice(from, from + 2).join(', ');
      const isPair = from + 1 < parts.length && titles.has(pair.toLowerCase());
      names.push(isPair ? pair : (parts[from] ?? ''));
      from += isPair ? 2 : 1;
    }
    return names.filter(Boolean);
  });
  const distinct = [...Map.groupBy(typed, same).values()].flatMap(([name = '']) => name);
  return { names: distinct.slice(0, MOST_NAMES), more: distinct.slice(MOST_NAMES) };
}

const quoted = (name: string) => {
  const characters = [...name];
  return `“${characters.length > LONGEST_QUOTED ? `${characters.slice(0, LONGEST_QUOTED).join('')}…` : name}”`;
};

function unclearWords(name: string, fitting: readonly Choosable[]): string {
  if (fitting.length === 0)
    return `bij ${quoted(name)} vind ik niets. Typ een ander deel van de naam, of maak het veld leeg.`;
  const shown = listed(told(fitting)).length;
  const which =
    shown < fitting.length
      ? `Hieronder staan er ${shown}. Staat de goede er niet bij? Typ dan meer van de naam.`
      : 'Kies hieronder welke je bedoelt, of maak het veld leeg.';
  return `bij ${quoted(name)} passen ${fitting.length} namen. ${which}`;
}

const sentence = (part: string | undefined, words: string) =>
  part ? `${part}: ${words}` : words.charAt(0).toUpperCase() + words.slice(1);

/** The first few of what is wrong, and how much more there is. */
function inShort(problems: readonly string[]): string[] {
  const more = problems.length - MOST_PROBLEMS;
  if (more <= 0) return [...problems];
  const rest = more === 1 ? 'Bij nog één naam klopt iets niet.' : `Bij nog ${more} namen klopt iets niet.`;
  return [...problems.slice(0, MOST_PROBLEMS), rest];
}

/** What somebody chose with one of these, as `chosenIn` gives it. */
function settled(choosing: Choosing, sent: FormValues): { sent: FormValues; problems: string[] } {
  const { id, label, choices, many = false, part } = choosing;
  const [, nameId, foundId] = choosingFields(id);
  const typed = sent[nameId] ?? '';
  const longest = longestTyped(many);
  const tooLong = lengthProblems(sent, [[nameId, part ?? label, longest]]);
  if (tooLong.length > 0)
    return { sent: { ...sent, [nameId]: [...typed].slice(0, longest).join('') }, problems: tooLong };
  const { names, more } = namesIn(typed, choices, many);
  if (names.length === 0) return { sent, problems: [] };
  const ticked = new Set(many ? manyOf(sent[foundId] ?? '') : [sent[foundId]]);
  const chosen = new Set(many ? chosenOf(choosing, sent) : []);
  const find = finder(choices);
  const unclear: string[] = [];
  const problems: string[] = [];
  for (const name of names) {
    const fitting = find(name);
    const meant = fitting.length === 1 ? fitting : fitting.filter(({ value }) => ticked.has(value));
    const isClear = many ? meant.length > 0 : meant.length === 1;
    if (isClear && chosen.size + meant.length <= MOST_CHOICES)
      for (const { value } of meant) chosen.add(value);
    else unclear.push(name);
    if (!isClear) problems.push(sentence(part, unclearWords(name, fitting)));
    else if (unclear.includes(name)) problems.push(sentence(part, `kies er hooguit ${MOST_CHOICES}.`));
  }
  const value = [...chosen].join(',');
  const tooMany =
    more.length > 0
      ? [sentence(part, `typ hooguit ${MOST_NAMES} namen tegelijk. De andere staan er nog.`)]
      : [];
  return {
    sent: {
      ...sent,
      [id]: many || value ? value : sent[id],
      [nameId]: [...unclear, ...more].join('\n'),
      [foundId]: '',
    },
    problems: [...tooMany, ...inShort([...new Set(problems)])],
  };
}

/**
 * What a form sent, with for each of these the values that are chosen in the field of its id: a name that was typed is
 * looked up. Gives what is wrong in Dutch sentences where a name fits nothing or several; then it stays in its field, so
 * that the form can be shown again with what it fits. Problems may hold what was typed (trust:text-is-data).
 */
export function chosenIn(
  choosings: readonly Choosing[],
  sent: FormValues,
): { sent: FormValues; problems: string[] } {
  let now = sent;
  const problems: string[] = [];
  for (const choosing of choosings) {
    if (allFit(choosing)) continue;
    const next = settled(choosing, now);
    now = next.sent;
    problems.push(...next.problems);
  }
  return { sent: now, problems };
}
