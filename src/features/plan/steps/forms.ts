import { type Choosing, choosingForm } from '../../../conversation/choosing.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { isPresent, oncePerAccount, type Person } from '../../../people/person.ts';
import { type PlanForm, textIn } from '../content/step.ts';
import { longest } from './plan.ts';
import type { StepView } from './rules.ts';
import { toStep } from './words.ts';

/** The value that stands for nobody. */
export const NOBODY = 'niemand';

const readers =
  'Iedereen bij de gemeente leest dit, met de namen van wie de stap trekt en wie helpt. Wie vertrekt of “vergeet mij” typt, staat er niet meer bij.';

export const LATE =
  'Iemand anders was net eerder. Wat jij invulde, staat er nog. Kijk het na en bewaar opnieuw.';

/** Who may be chosen: colleagues with an account, by name. */
export const choosable = (everybody: readonly Person[]) =>
  oncePerAccount(everybody.filter(isPresent))
    .flatMap(({ directoryId, name, upn }) =>
      directoryId ? [{ value: directoryId, title: name, about: upn }] : [],
    )
    .sort((a, b) => a.title.localeCompare(b.title, 'nl'));

type Choices = ReturnType<typeof choosable>;

/** One person of all, or nobody. `near`: who stands in the list where it is long. */
export const personChoosing = (
  id: string,
  label: string,
  choices: Choices,
  near: readonly string[] = [],
): Choosing => ({
  id,
  label,
  choices,
  first: [{ title: 'Niemand', value: NOBODY }],
  near: new Set(near),
});

export const stepChoosings = (choices: Choices, near: readonly string[] = []): Choosing[] => [
  personChoosing('holder', 'Actiehouder', choices, near),
  { id: 'supporters', label: 'Wie helpt mee?', choices, many: true, near: new Set(near) },
];

/** What the form holds as long as nobody typed anything. */
export const typedOf = ({ holder, supporters, from, until, notes, links }: StepView): FormValues => ({
  holder: holder?.directoryId ?? NOBODY,
  supporters: supporters.map(({ directoryId }) => directoryId).join(','),
  from,
  until,
  notes,
  links,
});

/** Who sees to a step, when, and what there is to say about it. */
export function stepForm(
  step: StepView,
  choices: Choices,
  { typed = typedOf(step), problems = [] }: { typed?: FormValues; problems?: readonly string[] } = {},
): Message {
  const near = [step.holder, ...step.supporters].flatMap((one) => one?.directoryId ?? []);
  return formCard({
    kind: 'plan',
    place: `Stap ${step.step}`,
    title: step.title,
    lead: 'Kies wie de stap trekt en wanneer die klaar is. De rest mag leeg blijven.',
    problems,
    fields: [
      ...stepChoosings(choices, near).flatMap((choosing) => choosingForm(choosing, typed)),
      { id: 'from', kind: 'date', label: 'Begin', value: typed.from },
      { id: 'until', kind: 'date', label: 'Klaar op', value: typed.until },
      {
        id: 'notes',
        kind: 'long',
        label: 'Notities, zonder namen',
        value: typed.notes,
        longest: longest.notes,
      },
      {
        id: 'links',
        kind: 'long',
        label: 'Links, elk op een eigen regel',
        value: typed.links,
        longest: longest.links,
      },
    ],
    submit: { verb: 'plan.save', title: 'Bewaar', data: { step: step.step, seen: step.version } },
    seenBy: readers,
    back: toStep(step.step),
  });
}

/** What is so by what people say: what Kompas knows is so stands there already. */
export function ticksForm(
  form: PlanForm,
  { step, title, version, criteria }: StepView,
  { typed, problems = [] }: { typed?: string; problems?: readonly string[] } = {},
): Message {
  const choices = criteria
    .filter(({ known }) => known?.done !== true)
    .map(({ criterion }) => ({ value: criterion.id, title: textIn(form, criterion.done) }));
  const ticked = criteria.filter((one) => one.ticked).map(({ criterion }) => criterion.id);
  return formCard({
    kind: 'plan',
    place: `Stap ${step}`,
    title: 'Wat is klaar?',
    about: title,
    lead: 'Vink aan wat klaar is. Wat Kompas zelf weet, staat hier niet bij.',
    problems,
    fields: [{ id: 'done', kind: 'many', label: 'Dit is klaar', value: typed ?? ticked.join(','), choices }],
    submit: { verb: 'plan.save-ticks', title: 'Bewaar', data: { step, seen: version } },
    seenBy:
      'Iedereen bij de gemeente ziet wat klaar is, en sinds wanneer. Alleen wie het stappenplan bijhoudt, ziet wie iets afvinkte, hooguit 2 jaar.',
    back: toStep(step),
  });
}
