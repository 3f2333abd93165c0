import { isDate } from '../../../calendar/clock.ts';
import type { NameFinder } from '../../../language/colleagues.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import {
  type CourseField,
  type CourseGroup,
  courseGroups,
  lightFields,
  type SmartLetter,
  smart,
} from '../content/course.ts';
import type { PlanForm } from '../content/step.ts';
import type { CourseState } from '../steps/facts.ts';
import { nameProblems } from '../steps/rules.ts';
import { type Course, FEWEST_GOALS, type Goal, longest } from './course.ts';

/** A goal says something in so many words at least before it is called precise. */
const PRECISE_WORDS = 4;

/** The letters of SMART that a goal lacks, by what was filled in: nothing of it is refused. */
export function missingLetters({ text, measure, until, checks }: Goal): SmartLetter[] {
  const has: Record<SmartLetter, boolean> = {
    S: text.split(/\s+/).filter(Boolean).length >= PRECISE_WORDS,
    M: /\d/.test(measure) || /\d/.test(text),
    A: checks.includes('A'),
    R: checks.includes('R'),
    T: until !== '',
  };
  return (Object.keys(has) as SmartLetter[]).filter((letter) => !has[letter]);
}

/** What a goal lacks, in one Dutch sentence; '' where it lacks nothing. */
export function lettersInWords(goal: Goal, hasOwner: boolean): string {
  const letters = missingLetters(goal);
  const words = [
    letters.length > 0
      ? `Mist nog ${letters.map((letter) => `${letter} (${smart[letter]})`).join(', ')}.`
      : '',
    hasOwner ? '' : 'Niemand bewaakt dit doel nog.',
  ];
  return words.filter(Boolean).join(' ');
}

/** The fields that a form asks for. */
export const fieldsOf = (group: CourseGroup, form: PlanForm): CourseField[] =>
  (Object.keys(courseGroups[group].fields) as CourseField[]).filter(
    (field) => form === 'full' || lightFields.includes(field),
  );

/** How a field is called. */
export const labelOf = (field: CourseField): string => {
  const labels: Partial<Record<CourseField, string>> = Object.assign(
    {},
    ...Object.values(courseGroups).map(({ fields }) => fields),
  );
  return labels[field] ?? field;
};

/** What a course lacks before it can be adopted in good sense, in a few words each: said, and never refused. */
export function missingIn(
  { texts, goals }: Course,
  owners: ReadonlyMap<string, string>,
  form: PlanForm,
): string[] {
  const all = (Object.keys(courseGroups) as CourseGroup[]).flatMap((group) => fieldsOf(group, form));
  const empty = all.filter((field) => !texts[field]).length;
  const without = goals.filter(({ id }) => !owners.has(id)).length;
  const tooFew = form === 'full' && goals.length < FEWEST_GOALS;
  return [
    empty > 0 ? (empty === 1 ? '1 onderdeel is nog leeg' : `${empty} onderdelen zijn nog leeg`) : '',
    tooFew
      ? `${goals.length === 1 ? 'er is 1 doel' : `er zijn ${goals.length} doelen`}, en drie is beter`
      : '',
    without > 0
      ? without === 1
        ? '1 doel heeft nog niemand die het bewaakt'
        : `${without} doelen hebben nog niemand die ze bewaakt`
      : '',
  ].filter(Boolean);
}

/** Whether the version that stands is the one that was adopted. */
export const isAdopted = ({ version, adopted }: Course): boolean => adopted?.version === version;

/** How the course stands, for the plan. */
export const courseStateOf = (course: Course): CourseState => ({
  adoptedOn: course.adopted?.day,
  isChanged: course.adopted !== undefined && !isAdopted(course),
  toldOn: course.told,
});

/** What is wrong with texts of the course, in Dutch sentences. */
export function textProblems(
  texts: Readonly<Record<string, string | undefined>>,
  fields: readonly CourseField[],
  names: Pick<NameFinder, 'namesIn'>,
): string[] {
  const tooLong = lengthProblems(
    texts,
    fields.map((field) => [field, labelOf(field), longest.text] as const),
  );
  return tooLong.length > 0
    ? tooLong
    : fields.flatMap((field) => nameProblems(texts[field] ?? '', labelOf(field), names));
}

/** What is wrong with a goal, in Dutch sentences: a letter that is missing is no problem. */
export function goalProblems(
  { text, measure, until }: Pick<Goal, 'text' | 'measure' | 'until'>,
  names: Pick<NameFinder, 'namesIn'>,
): string[] {
  const tooLong = lengthProblems({ text, measure }, [
    ['text', 'Doel', longest.goal],
    ['measure', 'Gehaald als', longest.measure],
  ]);
  if (tooLong.length > 0) return tooLong;
  return [
    ...(text === '' ? ['Doel: schrijf op wat jullie willen bereiken.'] : []),
    ...(until !== '' && !isDate(until) ? ['Klaar op: kies een datum.'] : []),
    ...nameProblems(`${text} ${measure}`, 'Doel', names),
  ];
}

/** What is wrong with the day of an adoption (ISO dates). */
export function adoptionProblems(day: string, today: string): string[] {
  if (!isDate(day)) return ['Vastgesteld op: kies een datum.'];
  return day > today ? ['Vastgesteld op: kies vandaag of een eerdere dag.'] : [];
}
