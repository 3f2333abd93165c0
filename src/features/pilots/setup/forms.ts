import type { FormValues } from '../../../conversation/form.ts';
import { type Field, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Person } from '../../../people/person.ts';
import {
  type Criterion,
  defaultQuestions,
  kinds,
  LONGEST_NAME,
  LONGEST_TEXT,
  MOST_CRITERIA,
  type Pilot,
} from '../pilot/pilot.ts';

const LONGEST_UNIT = 30;
const LONGEST_ASKED = 120;
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

/** The texts of each form: field, how it is called, characters at most. */
export const nameText = [['name', 'Hoe heet de pilot?', LONGEST_NAME]] as const;
export const goalsText = [
  ['goals', 'Wat willen jullie leren?', LONGEST_TEXT],
  ...numbers(MOST_CRITERIA).flatMap(
    (n) =>
      [
        [`name${n}`, `Doel ${n}: wat meet je?`, LONGEST_NAME],
        [`unit${n}`, `Doel ${n}: Eenheid`, LONGEST_UNIT],
      ] as const,
  ),
] as const;
export const frameText = [
  ['areas', 'Welk gebied?', LONGEST_TEXT],
  ['registrations', 'Welke registraties?', LONGEST_TEXT],
  ['support', 'Wie helpt als het vastloopt?', LONGEST_TEXT],
] as const;
export const askedText = numbers(3).map((n) => [`question${n}`, `Vraag ${n}`, LONGEST_ASKED] as const);

const kindChoices = Object.entries(kinds).map(([value, { title, tries }]) => ({
  value,
  title: `${title}: ${tries}`,
}));
const back = (pilot: string) => [{ verb: 'pilot.show', title: 'Annuleer', data: { pilot } }];

/** Colleagues to choose from: those of the own team first. */
function peopleChoices(people: readonly Person[], team: string) {
  return people
    .filter(({ directoryId }) => directoryId !== undefined)
    .toSorted(
      (a, b) => Number(b.team === team) - Number(a.team === team) || a.name.localeCompare(b.name, 'nl'),
    )
    .map(({ directoryId = '', name }) => ({ value: directoryId, title: name }));
}

/** The light form: four questions, and the pilot is there. */
export function newForm(
  people: readonly Person[],
  team: string,
  typed: FormValues = {},
  problems: readonly string[] = [],
): Message {
  const fields: Field[] = [
    {
      id: 'name',
      kind: 'text',
      label: 'Hoe heet de pilot?',
      hint: 'Bijvoorbeeld: Mutaties in Delfshaven',
      value: typed.name,
      longest: LONGEST_NAME,
    },
    {
      id: 'kind',
      kind: 'one',
      label: 'Wat voor pilot is het?',
      choices: kindChoices,
      value: typed.kind ?? 'rolpilot',
    },
    {
      id: 'members',
      kind: 'many',
      label: 'Wie doen er mee, naast jou?',
      choices: peopleChoices(people, team),
      value: typed.members,
    },
    { id: 'from', kind: 'date', label: 'Eerste dag', value: typed.from },
    { id: 'until', kind: 'date', label: 'Laatste dag', value: typed.until },
  ];
  return formCard({
    title: 'Nieuwe pilot',
    lead: 'Vier vragen zijn genoeg. Doelen, kaders en stand-up kunnen daarna.',
    problems,
    fields,
    submit: { verb: 'pilot.create', title: 'Begin de pilot', data: {} },
  });
}

export function membersForm(
  { id, name }: Pilot,
  people: readonly Person[],
  team: string,
  chosen: string,
  problems: readonly string[] = [],
): Message {
  return formCard({
    title: 'Wie doen er mee?',
    about: name,
    lead: 'Vink aan wie meedoet. Wie je uitvinkt, krijgt niets meer van de pilot. Wie de pilot leidt, doet altijd mee.',
    problems,
    fields: [
      {
        id: 'members',
        kind: 'many',
        label: 'Pilotteam',
        choices: peopleChoices(people, team),
        value: chosen,
      },
    ],
    submit: { verb: 'pilot.save-members', title: 'Bewaar', data: { pilot: id } },
    actions: back(id),
  });
}

const criterionFields = (n: number, criterion: Criterion | undefined, typed: FormValues): Field[] => [
  {
    id: `name${n}`,
    kind: 'text',
    label: `Doel ${n}: wat meet je?`,
    hint: 'Bijvoorbeeld: doorlooptijd',
    value: typed[`name${n}`] ?? criterion?.name,
    longest: LONGEST_NAME,
  },
  { id: `start${n}`, kind: 'number', label: 'Nu', value: typed[`start${n}`] ?? numberText(criterion?.start) },
  {
    id: `target${n}`,
    kind: 'number',
    label: 'Doel',
    value: typed[`target${n}`] ?? numberText(criterion?.target),
  },
  {
    id: `unit${n}`,
    kind: 'text',
    label: 'Eenheid',
    hint: 'Bijvoorbeeld: dagen',
    value: typed[`unit${n}`] ?? criterion?.unit,
    longest: LONGEST_UNIT,
  },
];
const numberText = (value: number | undefined) => (value === undefined ? undefined : `${value}`);

/** So many criteria on the form at once: what is there, and one more. */
export const shownCriteria = ({ criteria }: Pilot) =>
  Math.min(MOST_CRITERIA, Math.max(2, criteria.length + 1));

export function goalsForm(pilot: Pilot, typed: FormValues = {}, problems: readonly string[] = []): Message {
  const { id, name, goals, criteria } = pilot;
  return formCard({
    title: 'Wat willen jullie leren, en wanneer is het gelukt?',
    about: name,
    lead: 'Laat leeg wat je niet weet. Eén doel met een getal is al genoeg.',
    problems,
    fields: [
      {
        id: 'goals',
        kind: 'long',
        label: goalsText[0][1],
        value: typed.goals ?? goals,
        longest: LONGEST_TEXT,
      },
      ...Array.from({ length: shownCriteria(pilot) }, (_, n) =>
        criterionFields(n + 1, criteria[n], typed),
      ).flat(),
    ],
    submit: { verb: 'pilot.save-goals', title: 'Bewaar', data: { pilot: id } },
    actions: back(id),
  });
}

export function frameForm(
  { id, name, ...pilot }: Pilot,
  typed: FormValues = {},
  problems: readonly string[] = [],
  /** True after a warning: who then sends the same once more means it. */
  sure = false,
): Message {
  const { areas, registrations, hours, support, onPaper } = pilot;
  return formCard({
    title: 'De kaders',
    about: name,
    lead: 'Hoe kleiner het gebied, hoe sneller jullie iets weten.',
    problems,
    fields: [
      {
        id: 'areas',
        kind: 'text',
        label: 'Welk gebied?',
        hint: 'Bijvoorbeeld: één wijk',
        value: typed.areas ?? areas,
      },
      {
        id: 'registrations',
        kind: 'text',
        label: 'Welke registraties?',
        hint: 'Bijvoorbeeld: BAG en BGT',
        value: typed.registrations ?? registrations,
      },
      {
        id: 'hours',
        kind: 'number',
        label: 'Hoeveel uur per week is er vrijgemaakt, voor iedereen samen?',
        value: typed.hours ?? numberText(hours),
      },
      {
        id: 'support',
        kind: 'long',
        label: 'Wie helpt als het vastloopt?',
        value: typed.support ?? support,
        longest: LONGEST_TEXT,
      },
      {
        id: 'tools',
        kind: 'one',
        label: 'Waarmee oefenen jullie?',
        value: typed.tools ?? (onPaper ? 'paper' : 'tools'),
        choices: [
          { value: 'tools', title: 'Met het portaal en de regiekamer' },
          { value: 'paper', title: 'Op papier, zonder systeem' },
        ],
      },
    ],
    submit: { verb: 'pilot.save-frame', title: 'Bewaar', data: sure ? { pilot: id, sure } : { pilot: id } },
    actions: back(id),
  });
}

const weekdayChoices = [
  { value: 'ma', title: 'Maandag' },
  { value: 'di', title: 'Dinsdag' },
  { value: 'wo', title: 'Woensdag' },
  { value: 'do', title: 'Donderdag' },
  { value: 'vr', title: 'Vrijdag' },
];

export function standupForm(
  { id, name, standup, channel }: Pilot,
  typed: FormValues = {},
  problems: readonly string[] = [],
): Message {
  const questions = standup?.questions ?? defaultQuestions;
  return formCard({
    title: 'De stand-up',
    about: name,
    lead: channel
      ? 'Ik zet op deze dagen een kaart in het kanaal. Geen dag aangevinkt? Dan is er geen stand-up.'
      : 'Kies de dagen. Typ daarna in het kanaal van de pilot: @Kompas pilot. Dan weet ik waar de kaart moet komen.',
    problems,
    fields: [
      {
        id: 'days',
        kind: 'many',
        label: 'Op welke dagen?',
        choices: weekdayChoices,
        value: typed.days ?? standup?.days.join(','),
      },
      { id: 'from', kind: 'time', label: 'Open vanaf', value: typed.from ?? standup?.from ?? '09:00' },
      { id: 'until', kind: 'time', label: 'Dicht om', value: typed.until ?? standup?.until ?? '11:00' },
      ...questions.map(
        (question, n): Field => ({
          id: `question${n + 1}`,
          kind: 'text',
          label: `Vraag ${n + 1}`,
          value: typed[`question${n + 1}`] || question,
          longest: LONGEST_ASKED,
        }),
      ),
    ],
    submit: { verb: 'pilot.save-standup', title: 'Bewaar', data: { pilot: id } },
    actions: back(id),
  });
}

export function measureForm(
  { id, name, criteria }: Pilot,
  typed: FormValues = {},
  problems: readonly string[] = [],
): Message {
  return formCard({
    title: 'Wat meten jullie nu?',
    about: name,
    lead: 'Vul in wat je weet. De rest blijft zoals het was.',
    problems,
    fields: criteria.map(
      ({ name: label, unit }, n): Field => ({
        id: `value${n + 1}`,
        kind: 'number',
        label: 'Meting',
        asked: `${label}${unit ? ` (${unit})` : ''}`,
        value: typed[`value${n + 1}`],
      }),
    ),
    submit: { verb: 'pilot.save-measure', title: 'Bewaar', data: { pilot: id } },
    actions: back(id),
  });
}
