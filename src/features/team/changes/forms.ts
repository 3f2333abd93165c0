import type { WayBack } from '../../../conversation/cancelling.ts';
import { choosingForm } from '../../../conversation/choosing.ts';
import type { FormValues } from '../../../conversation/form.ts';
import { type Field, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { fitted } from '../../../language/fitted.ts';
import type { Settings } from '../../../people/municipality.ts';
import { ibroRoles } from '../../../people/person.ts';
import { whenWords } from './cards.ts';
import { type CalendarChange, impacts, longest } from './change.ts';
import { scopeChoosing, scopeValue, versionOf } from './rules.ts';

const kept = (typed: FormValues, field: keyof typeof longest) => fitted(typed[field] ?? '', longest[field]);

function detailFields(typed: FormValues, settings: Settings): Field[] {
  return [
    {
      id: 'title',
      kind: 'text',
      label: 'Wat verandert er?',
      value: kept(typed, 'title'),
      longest: longest.title,
      required: true,
      hint: 'Bijvoorbeeld: mutaties gaan via het nieuwe scherm',
    },
    ...choosingForm(scopeChoosing(settings), typed),
    {
      id: 'roles',
      kind: 'many',
      label: 'Voor welke rol? Kies niets als het voor iedereen is',
      value: typed.roles,
      choices: ibroRoles.map((role) => ({ value: role, title: role })),
    },
    {
      id: 'impact',
      kind: 'one',
      label: 'Hoe groot is de verandering?',
      value: typed.impact || 'noticeable',
      choices: Object.entries(impacts).map(([value, title]) => ({ value, title })),
    },
    {
      id: 'effect',
      kind: 'text',
      label: 'Wat merk je ervan? In één zin',
      value: kept(typed, 'effect'),
      longest: longest.effect,
      required: true,
    },
    {
      id: 'unknown',
      kind: 'text',
      label: 'Wat weten we nog niet? (mag leeg blijven)',
      value: kept(typed, 'unknown'),
      longest: longest.unknown,
      hint: 'Zeg het erbij: dat geeft rust',
    },
  ];
}

const whenFields = (typed: FormValues): Field[] => [
  { id: 'date', kind: 'date', label: 'Wanneer?', value: typed.date },
  {
    id: 'around',
    kind: 'text',
    label: 'Datum nog niet bekend? Schrijf ongeveer wanneer',
    hint: 'Bijvoorbeeld: maart, of het derde kwartaal',
    value: kept(typed, 'around'),
    longest: longest.around,
  },
];

const reasonField = (typed: FormValues): Field => ({
  id: 'reason',
  kind: 'text',
  label: 'Waarom?',
  value: kept(typed, 'reason'),
  longest: longest.reason,
  required: true,
});

const calendarReaders =
  'Iedereen bij de gemeente, tot een jaar na de datum. Je naam staat er niet bij. Dat jij dit deed, staat in het logboek van beheer.';

const toList: WayBack = { verb: 'changes.list', data: { page: 0 } };
const toChange = (id: string): WayBack => ({ verb: 'changes.open', data: { id } });

/** `id` is drawn when the form opens, so that two taps at once are one change. */
export function addForm(
  id: string,
  settings: Settings,
  typed: FormValues = {},
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'change',
    title: 'Zet iets op de kalender',
    lead: 'Schrijf geen namen op. Ik zet het ook in het kanaal van elk team waarvoor het is.',
    problems,
    fields: [...detailFields(typed, settings), ...whenFields(typed)],
    submit: { verb: 'changes.add', title: 'Zet erop', data: { id } },
    seenBy: calendarReaders,
    back: toList,
  });
}

/** What stands in the form of a change before anybody typed. */
const typedOf = ({ title, scope, roles, impact, effect, unknown }: CalendarChange): FormValues => ({
  title,
  impact,
  effect,
  unknown,
  scope: scopeValue(scope),
  roles: roles.join(','),
});

/** The form in which the details of a change are edited, but not its date. */
export function editForm(
  change: CalendarChange,
  settings: Settings,
  typed: FormValues = typedOf(change),
  problems: readonly string[] = [],
): Message {
  const { id } = change;
  return formCard({
    kind: 'change',
    title: 'Wijzig deze verandering',
    lead: 'Verandert de datum? Tik dan op Annuleer en kies Andere datum.',
    problems,
    fields: detailFields(typed, settings),
    submit: { verb: 'changes.save', title: 'Bewaar', data: { id, seen: versionOf(change) } },
    seenBy: calendarReaders,
    back: toChange(id),
  });
}

/** The form in which a change gets another date, and why. */
export function moveForm(
  change: CalendarChange,
  typed: FormValues = {},
  problems: readonly string[] = [],
): Message {
  const { id, title, when } = change;
  return formCard({
    kind: 'change',
    title: 'Kies een andere datum',
    about: `${title} · nu: ${whenWords(when)}`,
    lead: 'Ik zet de oude datum, de nieuwe datum en de reden in het kanaal van de teams. Schrijf geen namen op.',
    problems,
    fields: [...whenFields(typed), reasonField(typed)],
    submit: { verb: 'changes.move-to', title: 'Andere datum', data: { id, seen: versionOf(change) } },
    seenBy: calendarReaders,
    back: toChange(id),
  });
}

/** The form in which a change is called off, and why. */
export function withdrawForm(
  change: CalendarChange,
  typed: FormValues = {},
  problems: readonly string[] = [],
): Message {
  const { id, title, when } = change;
  return formCard({
    kind: 'change',
    title: 'Gaat dit niet door?',
    about: `${title} · nu: ${whenWords(when)}`,
    lead: 'Het blijft nog een maand staan, met de reden erbij. Schrijf geen namen op. Je kunt dit niet terugdraaien.',
    problems,
    fields: [reasonField(typed)],
    submit: { verb: 'changes.withdraw', title: 'Het gaat niet door', data: { id, seen: versionOf(change) } },
    seenBy: calendarReaders,
    back: toChange(id),
  });
}
