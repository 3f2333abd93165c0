import { z } from 'zod';
import { isDate } from '../../../calendar/clock.ts';
import { type Choosing, choosingForm, choosingSchema, chosenIn } from '../../../conversation/choosing.ts';
import { field } from '../../../conversation/field.ts';
import type { Field, FormValues } from '../../../conversation/form.ts';
import { manyOf } from '../../../language/fitted.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { ibroRoles } from '../../../people/person.ts';
import { registrationName, registrations } from '../content/registrations.ts';
import {
  type Assigned,
  LONGEST_POINT,
  MOST_AREAS,
  type Points,
  pointFields,
  type RoleFor,
  registrationsIn,
} from './assignment.ts';
import type { Standing } from './holders.ts';

/** What the form of roles sends, and what the card before confirming carries along. */
export const assignedFields = {
  first: field.choice,
  firstFor: field.choices,
  second: field.choice,
  secondFor: field.choices,
  ...choosingSchema('many', 'areas'),
  from: field.date,
  technique: field.text,
  process: field.text,
  together: field.text,
};
const schema = z.object(assignedFields);
export type Sent = z.infer<typeof schema>;

/** A form that a button carries along, as it was sent before: read again with the schema of its fields. */
export const carriedForm = z.record(z.string().max(50), z.string().max(2_100));
/** The form of roles, out of a button. */
export const assignedIn = (form: z.infer<typeof carriedForm>): Sent => schema.parse(form);

export const areaChoosing = (areas: Standing['areas']): Choosing => ({
  id: 'areas',
  label: 'In welk gebied? Kies niets als het overal geldt',
  many: true,
  choices: areas.map(({ code, name, title, aliases }) => ({ value: code, title, also: [name, ...aliases] })),
});

const roleChoices = ibroRoles.map((role) => ({ value: role, title: role }));
const NONE = 'geen';

export const registrationsField = (id: string, label: string, value: string | undefined): Field => ({
  id,
  kind: 'many',
  label,
  value,
  choices: registrations.map((one) => ({ value: one, title: registrationName(one) })),
});

/** The fields of the form, with what was typed. */
export function assignedForm(typed: FormValues, areas: Standing['areas']): Field[] {
  return [
    {
      id: 'first',
      kind: 'one',
      label: 'Eerste rol',
      value: typed.first,
      required: true,
      choices: roleChoices,
    },
    registrationsField(
      'firstFor',
      'Voor welke registraties? Kies niets als het voor alle is',
      typed.firstFor,
    ),
    {
      id: 'second',
      kind: 'one',
      label: 'Tweede rol',
      value: typed.second || NONE,
      choices: [{ value: NONE, title: 'Geen tweede rol' }, ...roleChoices],
    },
    registrationsField('secondFor', 'Voor welke registraties is de tweede rol?', typed.secondFor),
    ...(areas.length > 0 ? choosingForm(areaChoosing(areas), typed) : []),
    { id: 'from', kind: 'date', label: 'Vanaf wanneer?', value: typed.from, required: true },
    ...pointFields.map(
      ([id, label]): Field => ({
        id,
        kind: 'text',
        label: `Om te leren: ${label.toLowerCase()} (mag leeg blijven)`,
        value: typed[id],
        longest: LONGEST_POINT,
      }),
    ),
  ];
}

/** What somebody filled in. */
export interface Filled {
  assigned: Omit<Assigned, 'team'>;
  points: Omit<Points, 'by'>;
  /** What is wrong, in Dutch; with any of it nothing is recorded. It may hold what was typed. */
  problems: string[];
  /** For the form, or for the card that carries it along. */
  typed: FormValues;
}

const rolesOf = ({ first, firstFor, second, secondFor }: Sent): RoleFor[] =>
  [
    { name: first, ticked: firstFor },
    { name: second, ticked: secondFor },
  ].flatMap(({ name, ticked }) => {
    const role = ibroRoles.find((one) => one === name);
    return role ? [{ role, registrations: registrationsIn(manyOf(ticked)) }] : [];
  });

/** The areas that were chosen, of those there are, and what is wrong with them. */
export function areasIn(sent: FormValues, areas: Standing['areas']) {
  const { sent: typed, problems } = chosenIn([areaChoosing(areas)], sent);
  const wanted = manyOf(typed.areas ?? '');
  const chosen = areas.filter(({ code }) => wanted.includes(code)).map(({ code }) => code);
  const tooMany =
    chosen.length > MOST_AREAS ? [`Kies hooguit ${MOST_AREAS} gebieden, of een groter gebied.`] : [];
  return { chosen, typed, problems: [...problems, ...tooMany] };
}

/** What is wrong with the day from which something holds. */
export const dayProblems = (from: string): string[] =>
  isDate(from) && from >= '2020-01-01' && from <= '2099-12-31'
    ? []
    : ['Vul in vanaf welke dag dit geldt, zoals 1-12-2026.'];

/** Reads the form of roles. */
export function filledIn(sent: Sent, areas: Standing['areas']): Filled {
  const { chosen, typed, problems: unclear } = areasIn(sent, areas);
  const roles = rolesOf(sent);
  const [first, second] = roles;
  const isFirst = ibroRoles.some((role) => role === sent.first);
  const problems = [
    ...(isFirst ? [] : ['Kies een eerste rol.']),
    ...(first && second && first.role === second.role ? ['Kies een andere tweede rol, of geen.'] : []),
    ...unclear,
    ...dayProblems(sent.from),
    ...lengthProblems(
      sent,
      pointFields.map(([id, label]) => [id, label, LONGEST_POINT] as const),
    ),
  ];
  const { technique, process, together } = sent;
  return {
    assigned: { roles, areas: chosen, from: sent.from },
    points: { technique, process, together },
    problems,
    typed,
  };
}

/** What stands in the form before anybody typed: how it stands now, from today or a day to come. */
export function valuesOf(
  assigned: Pick<Assigned, 'roles' | 'areas' | 'from'> | undefined,
  points: Omit<Points, 'by'> | undefined,
  today: string,
): FormValues {
  const [first, second] = assigned?.roles ?? [];
  return {
    first: first?.role,
    firstFor: first?.registrations.join(','),
    second: second?.role,
    secondFor: second?.registrations.join(','),
    areas: assigned?.areas.join(','),
    from: assigned && assigned.from > today ? assigned.from : today,
    technique: points?.technique,
    process: points?.process,
    together: points?.together,
  };
}
