import { choosingForm } from '../../../conversation/choosing.ts';
import { type Field, type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { type CourseGroup, courseGroups, digitalWays } from '../content/course.ts';
import type { PlanForm } from '../content/step.ts';
import { type choosable, NOBODY, personChoosing } from '../steps/forms.ts';
import { toCourse } from './cards.ts';
import { adopters, type Goal, longest, type OwnedCourse } from './course.ts';
import { fieldsOf, labelOf } from './rules.ts';

const readers =
  'Iedereen bij de gemeente leest de koers, met de namen van wie een doel bewaakt. Een vastgestelde koers blijft 3 jaar.';
const back = { verb: toCourse.verb, data: toCourse.data };

interface Again {
  typed?: FormValues;
  problems?: readonly string[];
}

/** One group of texts of the course. */
export function groupForm(
  { version, texts }: OwnedCourse,
  group: CourseGroup,
  form: PlanForm,
  { typed = texts, problems = [] }: Again = {},
): Message {
  return formCard({
    kind: 'plan',
    place: 'Koers',
    title: courseGroups[group].title,
    lead: 'Schrijf kort, zonder namen. Leeg laten mag, dat vul je later aan.',
    problems,
    fields: fieldsOf(group, form).map((field): Field => {
      const common = { id: field, label: labelOf(field), value: typed[field] ?? '' };
      if (field !== 'digital') return { ...common, kind: 'long', longest: longest.text };
      const choices = Object.entries(digitalWays).map(([value, title]) => ({ value, title }));
      return {
        ...common,
        value: common.value || 'geen',
        kind: 'one',
        choices: [{ value: 'geen', title: 'Nog niet gekozen' }, ...choices],
      };
    }),
    submit: { verb: 'course.save', title: 'Bewaar', data: { group, seen: version } },
    seenBy: readers,
    back,
  });
}

type Choices = ReturnType<typeof choosable>;
export const ownerChoosing = (choices: Choices, near: readonly string[] = []) =>
  personChoosing('owner', 'Wie bewaakt dit doel?', choices, near);

/** One goal. `id`: the goal it is about, as a new one has. */
export function goalForm(
  { version, goals, owners }: OwnedCourse,
  id: string,
  choices: Choices,
  again: Again = {},
): Message {
  const goal: Partial<Goal> = goals.find((one) => one.id === id) ?? {};
  const owner = owners.get(id);
  const typed: FormValues = again.typed ?? {
    text: goal.text,
    measure: goal.measure,
    until: goal.until,
    checks: goal.checks?.join(','),
    owner: owner ?? NOBODY,
  };
  return formCard({
    kind: 'plan',
    place: 'Koers',
    title: goal.id ? 'Doel' : 'Nieuw doel',
    lead: 'Zeg wat er straks anders is. Kompas zegt welke letter van SMART nog mist.',
    problems: again.problems,
    fields: [
      { id: 'text', kind: 'text', label: 'Doel', value: typed.text, longest: longest.goal, required: true },
      {
        id: 'measure',
        kind: 'text',
        label: 'Gehaald als (noem een getal)',
        value: typed.measure,
        longest: longest.measure,
      },
      { id: 'until', kind: 'date', label: 'Klaar op', value: typed.until },
      ...choosingForm(ownerChoosing(choices, owner ? [owner] : []), typed),
      {
        id: 'checks',
        kind: 'many',
        label: 'Klopt dit?',
        value: typed.checks,
        choices: [
          { value: 'A', title: 'Haalbaar met de tijd en mensen die er zijn' },
          { value: 'R', title: 'Past bij de koers' },
        ],
      },
    ],
    submit: { verb: 'course.save-goal', title: 'Bewaar', data: { goal: id, seen: version } },
    actions: goal.id
      ? [{ verb: 'course.drop-goal', title: 'Haal doel weg', data: { goal: id, seen: version } }]
      : [],
    seenBy: readers,
    back,
  });
}

/** Who adopted the course, and when. `missing`: what is not there yet, which is said and not refused. */
export function adoptForm(
  { version }: OwnedCourse,
  day: string,
  { typed = { day, by: 'mt' }, problems = [], missing = [] }: Again & { missing?: readonly string[] } = {},
): Message {
  return formCard({
    kind: 'plan',
    place: 'Koers',
    title: 'Koers vaststellen',
    lead: 'Vul in wie de koers vaststelde, en wanneer. Wijzig je later iets? Dan stel je de koers opnieuw vast.',
    problems,
    notes: missing.map((one) => `Let op: ${one}.`),
    fields: [
      {
        id: 'by',
        kind: 'one',
        label: 'Vastgesteld door',
        value: typed.by,
        required: true,
        choices: Object.entries(adopters).map(([value, title]) => ({ value, title })),
      },
      { id: 'day', kind: 'date', label: 'Vastgesteld op', value: typed.day, required: true },
    ],
    submit: { verb: 'course.adopt', title: 'Stel vast', data: { seen: version } },
    seenBy: readers,
    back,
  });
}
