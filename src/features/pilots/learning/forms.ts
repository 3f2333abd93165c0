import type { FormValues } from '../../../conversation/form.ts';
import { type Field, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { ibroRoles } from '../../../people/person.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { type Learning, longest } from './learning.ts';

const NO_ROLE = 'none';
const roleField = (value: string | undefined): Field => ({
  id: 'role',
  kind: 'one',
  label: 'Gaat het over één rol?',
  value: value || NO_ROLE,
  choices: [{ value: NO_ROLE, title: 'Nee' }, ...ibroRoles.map((role) => ({ value: role, title: role }))],
});

const learningReaders =
  'Wie meedoet aan de pilot, 2 jaar lang. Na het afronden ook projectleiders en beheerders. Wie het schreef, bewaar ik niet.';

const toList = { verb: 'learning.list', data: { query: '', skip: 0 } };

/** The role that was chosen; undefined for none. */
export const roleIn = (typed: string | undefined) => ibroRoles.find((role) => role === typed);

export const newFields = [
  ['text', 'Wat heb je geleerd?', longest.text],
  ['registration', 'Welke registratie?', longest.registration],
] as const;

/** One learning point. */
export function newForm(
  { id, name }: Pilot,
  typed: FormValues = {},
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'learning',
    title: 'Nieuw leerpunt',
    place: name,
    lead: 'Schrijf op wat je leerde over het werk, zonder namen.',
    problems,
    fields: [
      {
        id: 'text',
        kind: 'long',
        label: 'Wat heb je geleerd?',
        hint: 'Bijvoorbeeld: eerst bellen, dan pas terugsturen',
        value: typed.text,
        longest: longest.text,
        required: true,
      },
      roleField(typed.role),
      {
        id: 'registration',
        kind: 'text',
        label: 'Welke registratie?',
        hint: 'Bijvoorbeeld: BAG',
        value: typed.registration,
        longest: longest.registration,
      },
    ],
    submit: { verb: 'learning.add', title: 'Bewaar', data: { pilot: id } },
    seenBy: learningReaders,
    back: toList,
  });
}

const lookBackQuestions = {
  intended: 'Wat was de bedoeling?',
  happened: 'Wat gebeurde er?',
  why: 'Waardoor kwam dat?',
  keep: 'Wat houden we zo?',
  change: 'Wat doen we anders?',
};
/** A learning point from looking back begins with one of these, which count for its length too. */
export const keptAs = { keep: 'Zo houden: ', change: 'Anders doen: ' };
const longestKept = longest.text - keptAs.change.length;
const longestThought = 1_000;
const lengthOf = (id: string) => (Object.hasOwn(keptAs, id) ? longestKept : longestThought);

export const lookBackFields = Object.entries(lookBackQuestions).map(
  ([id, label]) => [id, label, lengthOf(id)] as const,
);

/** Right after a piece of work: only what is kept or changed becomes a learning point. */
export function lookBackForm(
  { id, name }: Pilot,
  typed: FormValues = {},
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'learning',
    title: 'Terugblik',
    place: name,
    lead: 'De eerste drie vragen helpen je denken. Die antwoorden bewaar ik niet. Wat je zo houdt of anders doet, wordt een leerpunt.',
    problems,
    fields: lookBackFields.map(
      ([field, label, most]): Field => ({
        id: field,
        kind: 'long',
        label,
        value: typed[field],
        longest: most,
      }),
    ),
    submit: { verb: 'learning.look-back', title: 'Bewaar de leerpunten', data: { pilot: id } },
    seenBy: `${learningReaders} De eerste drie antwoorden bewaar ik niet.`,
    back: toList,
  });
}

export const shareFields = [
  ['title', 'Titel', longest.title],
  ['reason', 'Wat was de aanleiding?', longest.reason],
  ['process', 'Hoe werken jullie nu, of hoe loopt het proces?', longest.process],
  ['why', 'Waarom werkt het?', longest.why],
  ['result', 'Wat leverde het op?', longest.result],
  ['figures', 'Welke cijfers zijn er?', longest.figures],
  ['link', 'Zoekopdracht (query) of link', longest.link],
] as const;

const shareHints: Readonly<Record<string, string>> = {
  process: 'Bijvoorbeeld: bij mutaties BAG bellen we eerst',
  figures: 'Bijvoorbeeld: van 12 naar 8 dagen',
  link: 'Een link begint met https://',
};
const oneLine: readonly string[] = ['title', 'link'];
const needed: readonly string[] = ['title', 'why'];

/** Who others may call: nobody, the team, or whoever fills this in. Nobody is named by somebody else. */
export const callable = { no: 'Met niemand', yes: 'Met ons team', me: 'Met mij, met mijn naam erbij' };

/** What other teams would read of a learning point. */
export function shareForm(
  learning: Learning,
  typed: FormValues = {},
  problems: readonly string[] = [],
): Message {
  const { id, text, role } = learning;
  return formCard({
    kind: 'learning',
    title: 'Deel met andere teams',
    about: text,
    lead: 'Vul in wat andere teams mogen lezen. Schrijf geen namen op. Daarna zegt je team ja of nee.',
    problems,
    fields: [
      ...shareFields.map(([field, label, most]): Field => {
        const value = typed[field] ?? learning[field];
        const own = [...text].length <= longest.title ? text : '';
        return {
          id: field,
          kind: oneLine.includes(field) ? 'text' : 'long',
          label,
          hint: shareHints[field],
          value: field === 'title' ? value || own : value,
          longest: most,
          required: needed.includes(field),
        };
      }),
      roleField(typed.role ?? role),
      {
        id: 'named',
        kind: 'one',
        label: 'Met wie kunnen anderen bellen?',
        value: typed.named || 'no',
        choices: Object.entries(callable).map(([value, title]) => ({ value, title })),
      },
    ],
    submit: { verb: 'learning.propose', title: 'Vraag het team', data: { id } },
    seenBy:
      'Eerst je pilotteam. Zegt een ander van het team ja, dan leest iedereen bij de gemeente het, 2 jaar lang. Je naam staat er alleen bij als je dat kiest, en je haalt die weer weg met “leerpunten”. Dat jij het voorstelde, bewaar ik tot het team beslist, hooguit 90 dagen.',
    back: toList,
  });
}

/** Asks what to look for, when nothing was typed. */
export function searchForm(verb: string, title: string): Message {
  return formCard({
    kind: 'learning',
    title,
    lead: 'Zoek op een woord, een rol, een registratie of een stap.',
    fields: [
      { id: 'query', kind: 'text', label: 'Waar zoek je naar?', hint: 'Bijvoorbeeld: bag overdracht' },
    ],
    submit: { verb, title: 'Zoek', data: { skip: 0 } },
    // What somebody looks for is not kept.
    seenBy: '',
    actions: [{ verb, title: 'Bekijk alles', data: { query: '', skip: 0 } }],
  });
}
