import { choosingForm } from '../../../conversation/choosing.ts';
import { type Field, type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { steps } from '../../../people/steps.ts';
import type { Passable } from '../../team/contract.ts';
import {
  agreementFields,
  handOverIds,
  type Registration,
  sources,
  tablesToTalk,
  toHandOver,
} from '../content/securing.ts';
import type { PlanForm } from '../content/step.ts';
import { type choosable, NOBODY, personChoosing } from '../steps/forms.ts';
import { toBoard, toSecuring } from './cards.ts';
import { agreementsIn } from './rules.ts';
import { type Agreements, type BoardPoint, longest } from './securing.ts';

type Choices = ReturnType<typeof choosable>;
interface Again {
  typed?: FormValues;
  problems?: readonly string[];
}

const readers =
  'Iedereen bij de gemeente leest dit, met de namen van de eigenaren. Wie vertrekt of “vergeet mij” typt, staat er niet meer bij.';
const back = { verb: toSecuring.verb, data: toSecuring.data };

/** What was agreed. */
export function agreementsForm(
  { version, texts }: Agreements,
  form: PlanForm,
  { typed = texts, problems = [] }: Again = {},
): Message {
  return formCard({
    kind: 'plan',
    place: 'Borging',
    title: 'Afspraken',
    lead: 'Schrijf kort, met rollen en geen namen. Leeg laten mag, dat vul je later aan.',
    problems,
    fields: agreementsIn(form).map(
      (field): Field => ({
        id: field,
        kind: 'long',
        label: agreementFields[field],
        value: typed[field] ?? '',
        longest: longest.agreement,
      }),
    ),
    submit: { verb: 'securing.save', title: 'Bewaar', data: { seen: version } },
    seenBy: readers,
    back,
  });
}

export const ownerChoosings = (choices: Choices, near: readonly string[] = []) => [
  personChoosing('process', 'Proceseigenaar', choices, near),
  personChoosing('data', 'Data-eigenaar', choices, near),
];

/** Who looks after a registration. */
export function ownersForm(
  registration: Registration,
  version: number,
  choices: Choices,
  { typed = {}, problems = [] }: Again = {},
): Message {
  const near = [typed.process, typed.data].filter((one) => one !== undefined);
  return formCard({
    kind: 'plan',
    place: 'Borging',
    title: `Eigenaren van ${registration}`,
    lead: 'De proceseigenaar beslist over het proces. De data-eigenaar gaat over de gegevens.',
    problems,
    fields: ownerChoosings(choices, near).flatMap((choosing) =>
      choosingForm(choosing, { [choosing.id]: NOBODY, ...typed }),
    ),
    submit: { verb: 'securing.save-owners', title: 'Bewaar', data: { registration, seen: version } },
    seenBy: readers,
    back,
  });
}

/** What was handed over to the everyday work. */
export const handingForm = (
  { version, handedOver }: Agreements,
  { typed, problems = [] }: { typed?: string; problems?: readonly string[] } = {},
): Message =>
  formCard({
    kind: 'plan',
    place: 'Borging',
    title: 'Overdracht',
    lead: 'Vink aan wat is overgedragen aan het gewone werk.',
    problems,
    fields: [
      {
        id: 'done',
        kind: 'many',
        label: 'Dit is overgedragen',
        value: typed ?? handOverIds.filter((id) => handedOver[id]).join(','),
        choices: handOverIds.map((id) => ({ value: id, title: toHandOver[id] })),
      },
    ],
    submit: { verb: 'securing.hand-over', title: 'Bewaar', data: { seen: version } },
    seenBy:
      'Iedereen bij de gemeente ziet wat is overgedragen, en sinds wanneer. Wie dat afvinkte, staat alleen in het logboek van beheer.',
    back,
  });

const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, title]) => ({ value, title }));

export const pointChoosing = (choices: Choices, near: readonly string[] = []) =>
  personChoosing('owner', 'Wie pakt het op?', choices, near);

/** A point of the board, new or as it stands: `id` is the one that it has or gets. */
export function pointForm(
  id: string,
  choices: Choices,
  { typed = {}, problems = [], there }: Again & { there?: BoardPoint } = {},
): Message {
  const data = there ? { id, seen: there.version } : { id };
  return formCard({
    kind: 'plan',
    place: 'Verbeterbord',
    title: there ? 'Punt wijzigen' : 'Nieuw punt',
    lead: 'Schrijf over het werk, zonder namen. Kies waar je het bespreekt.',
    problems,
    fields: [
      {
        id: 'text',
        kind: 'long',
        label: 'Wat kan beter?',
        value: typed.text,
        longest: longest.point,
        required: true,
      },
      {
        id: 'source',
        kind: 'one',
        label: 'Waar komt het vandaan?',
        value: typed.source || 'own',
        choices: choicesOf(sources),
      },
      {
        id: 'step',
        kind: 'one',
        label: 'Bij welke stap hoort het?',
        value: typed.step || '8',
        choices: steps.map(({ step, title }) => ({ value: `${step}`, title: `${step}. ${title}` })),
      },
      {
        id: 'table',
        kind: 'one',
        label: 'Waar bespreek je het?',
        value: typed.table || 'team',
        choices: choicesOf(tablesToTalk),
      },
      ...choosingForm(pointChoosing(choices, typed.owner ? [typed.owner] : []), { owner: NOBODY, ...typed }),
      { id: 'due', kind: 'date', label: 'Klaar op', value: typed.due },
    ],
    submit: { verb: there ? 'board.save' : 'board.add', title: 'Bewaar', data },
    seenBy:
      'Iedereen bij de gemeente leest het punt, met de naam van wie het oppakt. Wie het opschreef, staat er niet bij.',
    back: { verb: toBoard.verb, data: toBoard.data },
  });
}

/** Chooses what goes to the board: its words are copied into a form, to be looked at before. */
export const passForm = (points: readonly Passable[], problems: readonly string[] = []): Message =>
  formCard({
    kind: 'plan',
    place: 'Verbeterbord',
    title: 'Geef iets door',
    lead: 'Kies een punt of signaal. Daarna pas je de tekst aan en kies je de stap en waar je het bespreekt.',
    problems,
    fields: [
      {
        id: 'point',
        kind: 'one',
        label: 'Wat geef je door?',
        required: true,
        choices: points.map(({ id, text, source }) => ({ value: id, title: `${sources[source]}: ${text}` })),
      },
    ],
    submit: { verb: 'board.passing', title: 'Ga verder', data: {} },
    seenBy: 'Er gaat pas iets naar het verbeterbord als jij op de volgende kaart op “Bewaar” tikt.',
    back: { verb: toBoard.verb, data: toBoard.data },
  });
