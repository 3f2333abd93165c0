import type { IntakeAnswers, IntakeQuestion } from '../../../conversation/intake.ts';
import type { Problem } from '../../../files/csv.ts';
import type { ImportOptions } from '../import/options.ts';
import type { ColumnProposal } from '../import/propose-columns.ts';
import { isListField, listFields } from '../register/fields.ts';
import { entryKinds } from '../register/register.ts';

/** An answer that a column is not to be read; an empty choice cannot be told from none. */
const NOT_READ = '-';
/** An answer that an empty cell says the same as the one above it. */
const ABOVE = '^';

/**
 * What an import says to type on the command line, as it stands in its sentences: `Geef --leeg "Wijk=hele gemeente".` The card asks
 * the same, so that there is nothing that can be settled in one way only.
 */
const option =
  /--(kolom|functie|vul-omlaag|leeg|status|registratie|activiteit|soort|vanaf|gemeente|blad)(?: "([^"]*)"| ([\p{L}\d-]+))?/gu;

/** What is known of the file beside what is said of it. */
export interface Asked {
  columns: readonly string[];
  sheets: readonly string[];
}

const oneOf = (values: readonly string[]) => values.map((value) => ({ title: value, value }));
const notRead = { title: 'Deze kolom niet lezen', value: NOT_READ };

/** The last `=` parts a column from what it is, as on the command line. */
function parted(text: string): { left: string; right: string } {
  const at = text.lastIndexOf('=');
  return at < 0 ? { left: text, right: '' } : { left: text.slice(0, at), right: text.slice(at + 1) };
}

function questionOf(name: string, value: string, { columns, sheets }: Asked): IntakeQuestion[] {
  const { left, right } = parted(value);
  const one = (id: string, label: string, choices: IntakeQuestion['choices']): IntakeQuestion => ({
    id,
    label,
    kind: 'one',
    choices,
  });
  if (name === 'kolom' && left === 'Eigen kolom')
    return [one(`veld:${right}`, `Welke kolom is voor “${right}”?`, oneOf(columns))];
  if (name === 'kolom' && left !== '')
    return [
      one(
        `kolom:${left}`,
        `Wat staat er in de kolom “${left}”?`,
        right === '' ? [notRead] : [{ title: right, value: right }, notRead],
      ),
    ];
  if (name === 'functie' && left !== '')
    return [
      { id: `functie:${left}`, label: `Welke functie is “${left}”? Schrijf de hele naam.`, kind: 'text' },
    ];
  if (name === 'vul-omlaag' && value !== '')
    return [
      one(`leeg:${value}`, `Wat betekent een lege cel in “${value}”?`, [
        { title: 'Hetzelfde als de regel erboven', value: ABOVE },
      ]),
    ];
  if (name === 'leeg' && left !== '')
    return [one(`leeg:${left}`, `Wat betekent een lege cel in “${left}”?`, [{ title: right, value: right }])];
  if (name === 'status' && left !== '')
    return [
      one(`status:${left}`, `Telt een regel met “${left}” mee?`, [
        { title: 'Ja', value: 'ja' },
        { title: 'Nee', value: 'nee' },
      ]),
    ];
  if (name === 'soort')
    return [one('soort', 'Van welke soort zijn alle mandaten in deze lijst?', oneOf(entryKinds))];
  if (name === 'vanaf')
    return [{ id: 'vanaf', label: 'Vanaf welke dag geldt alles in deze lijst?', kind: 'date' }];
  if (name === 'registratie')
    return [
      {
        id: 'registratie',
        label: 'Voor welke registratie is deze lijst?',
        hint: 'Bijvoorbeeld BAG. Geldt alles voor elke registratie? Typ dan: alle.',
        kind: 'text',
      },
    ];
  if (name === 'activiteit')
    return [
      {
        id: 'activiteit',
        label: 'Welke activiteit hoort bij alle mandaten in deze lijst?',
        hint: 'Bijvoorbeeld valideren.',
        kind: 'text',
      },
    ];
  if (name === 'gemeente') return [{ id: 'gemeente', label: 'Hoe heet je gemeente?', kind: 'text' }];
  return name === 'blad' && sheets.length > 1 ? [one('blad', 'Welk blad wil je lezen?', oneOf(sheets))] : [];
}

/** Two questions of one thing are one, with the choices of both. */
function together(questions: readonly IntakeQuestion[]): IntakeQuestion[] {
  const byId = new Map<string, IntakeQuestion>();
  for (const question of questions) {
    const before = byId.get(question.id);
    const choices = [...(before?.choices ?? []), ...(question.choices ?? [])];
    const once = [...new Map(choices.map((choice) => [choice.value, choice])).values()];
    const last = once.filter(({ value }) => value !== NOT_READ && value !== ABOVE);
    const first = once.filter((choice) => !last.includes(choice));
    byId.set(question.id, {
      ...question,
      value: before?.value ?? question.value,
      ...(question.choices ? { choices: [...last, ...first] } : {}),
    });
  }
  return [...byId.values()];
}

/** What sentences of an import ask. */
export const asksIn = (sentences: readonly string[], about: Asked): IntakeQuestion[] =>
  sentences.flatMap((sentence) =>
    [...sentence.matchAll(option)].flatMap(([, name = '', quoted, bare]) =>
      questionOf(name, quoted ?? bare ?? '', about),
    ),
  );

/** What a column may be, for one of which we are not sure. */
function columnQuestion({ column, field = NOT_READ }: { column: string; field?: string }): IntakeQuestion {
  // A tick under a function is named as such, by what stands above it.
  const known: string[] = listFields.filter(isListField);
  const own = field === NOT_READ || known.includes(field) ? known : [field, ...known];
  return {
    id: `kolom:${column}`,
    label: `Wat staat er in de kolom “${column}”?`,
    kind: 'one',
    choices: [...oneOf(own), notRead],
    value: field,
  };
}

/** The question that an answer was given to. */
function answered(id: string, value: string, about: Asked): IntakeQuestion[] {
  const [name = '', ...behind] = id.split(':');
  const subject = behind.join(':');
  if (name === 'kolom') return [columnQuestion({ column: subject, field: value })];
  if (name === 'veld') return questionOf('kolom', `Eigen kolom=${subject}`, about);
  if (name === 'leeg' && value === ABOVE) return questionOf('vul-omlaag', subject, about);
  return questionOf(name, subject === '' ? value : `${subject}=${value}`, about);
}

/** All that can be settled of a file: what stops it first, then the columns that may be meant otherwise. */
export function questionsFor(
  {
    problems,
    notes,
    columns,
  }: {
    problems: readonly Problem[];
    notes: readonly string[];
    columns: readonly ColumnProposal[];
  },
  about: Asked,
  answers: IntakeAnswers,
): IntakeQuestion[] {
  const doubtful = columns.filter(({ column, field, sure, chosen }) =>
    field ? !sure || (chosen && `kolom:${column}` in answers) : false,
  );
  const asked = together([
    ...asksIn(
      problems.map(({ reason }) => reason),
      about,
    ),
    ...doubtful.map(({ column, field }) => columnQuestion({ column, field })),
    ...asksIn(notes, about).filter(({ id }) => id !== 'blad'),
    // What was answered can be answered otherwise: an answer may be what is wrong.
    ...Object.entries(answers).flatMap(([id, value]) => answered(id, value, about)),
  ]);
  return asked.map((question) =>
    Object.hasOwn(answers, question.id) ? { ...question, value: answers[question.id] } : question,
  );
}

const startingWith = (answers: IntakeAnswers, prefix: string) =>
  Object.entries(answers).flatMap(([id, value]) =>
    id.startsWith(prefix) && value !== '' ? [[id.slice(prefix.length), value] as const] : [],
  );

/** The answers as the options of an import. */
export function optionsOf(answers: IntakeAnswers): ImportOptions & { sheets?: string[] } {
  const given = (id: string) => answers[id] || undefined;
  const empty = startingWith(answers, 'leeg:');
  const { blad } = answers;
  return {
    choices: Object.fromEntries([
      ...startingWith(answers, 'kolom:').map(([column, field]) => [column, field === NOT_READ ? '' : field]),
      ...startingWith(answers, 'veld:').map(([field, column]) => [column, field]),
      ...startingWith(answers, 'functie:').map(([column, name]) => [column, `functie:${name}`]),
    ]),
    fillDown: empty.flatMap(([column, text]) => (text === ABOVE ? [column] : [])),
    empty: Object.fromEntries(empty.filter(([, text]) => text !== ABOVE)),
    status: Object.fromEntries(startingWith(answers, 'status:')),
    kind: given('soort'),
    from: given('vanaf'),
    registration: given('registratie'),
    activity: given('activiteit'),
    municipality: given('gemeente'),
    ...(blad ? { sheets: [blad] } : {}),
  };
}

/** The sentences of a text; what stands between quotes is not parted. */
function sentencesOf(text: string): string[] {
  const found: string[] = [];
  let begin = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') isQuoted = !isQuoted;
    const isEnd = /[.?!]/.test(text[at] ?? '') && /^(?:\s|$)/.test(text.slice(at + 1, at + 2));
    if (isQuoted || !isEnd) continue;
    found.push(text.slice(begin, at + 1).trim());
    begin = at + 1;
  }
  return [...found, text.slice(begin).trim()].filter(Boolean);
}

/** What an import says, without what to type on a command line; '' where it says nothing else. */
export function withoutOptions(text: string): string {
  const words = text.replace(/\bNa --akkoord\b/g, 'Na Doorvoeren');
  const kept = sentencesOf(words).filter((sentence) => !/(?:^|\s)--[a-z]/.test(sentence));
  return kept.join(' ');
}
