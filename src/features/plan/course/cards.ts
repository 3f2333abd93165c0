import { dutchDay } from '../../../calendar/clock.ts';
import type { State } from '../../../conversation/cards/head.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import { inRow, rowsCard } from '../../../conversation/cards/rows.ts';
import { sectionsCard } from '../../../conversation/cards/sections.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { foundIn } from '../../../lib/found-in.ts';
import { courseGroupIds, courseGroups, courseSession, digitalWays } from '../content/course.ts';
import type { PlanForm } from '../content/step.ts';
import { toPlan } from '../steps/words.ts';
import { adopters, type Goal, MOST_GOALS, type OwnedCourse } from './course.ts';
import { fieldsOf, isAdopted, labelOf, lettersInWords, missingIn } from './rules.ts';

export const toCourse: NoticeAction = { verb: 'course.show', title: 'Naar de koers', data: {} };

/** The course with who works here by directory id. */
export interface CourseShown {
  course: OwnedCourse;
  form: PlanForm;
  names: ReadonlyMap<string, string>;
}

export const ownerOf = ({ course, names }: CourseShown, { id }: Pick<Goal, 'id'>): string | undefined =>
  names.get(course.owners.get(id) ?? '');

/** A text of the course in words: what was chosen is said in full. */
export function textOf({ course }: CourseShown, field: ReturnType<typeof fieldsOf>[number]): string {
  const text = course.texts[field] ?? '';
  return field === 'digital' ? (foundIn(digitalWays, text) ?? '') : text;
}

const ownersHere = (shown: CourseShown): Map<string, string> =>
  new Map([...shown.course.owners].filter(([, id]) => shown.names.has(id)));

function stateOf({ course }: CourseShown): State {
  if (course.adopted === undefined) return { words: 'nog niet vastgesteld', tone: 'quiet' };
  return isAdopted(course)
    ? { words: 'vastgesteld', tone: 'good' }
    : { words: 'opnieuw vaststellen', tone: 'warning' };
}

function leadOf(shown: CourseShown): string {
  const { course, form } = shown;
  const { adopted, told } = course;
  if (adopted && isAdopted(course))
    return `Vastgesteld door ${adopters[adopted.by]} op ${dutchDay(adopted.day)}. ${
      told ? `Verteld aan de teams op ${dutchDay(told)}.` : 'De teams weten het nog niet.'
    }`;
  const missing = missingIn(course, ownersHere(shown), form);
  const words = missing.length > 0 ? `Let op: ${missing.join('; ')}.` : 'Alles is ingevuld.';
  return adopted
    ? `Gewijzigd na ${dutchDay(adopted.day)}: laat de koers opnieuw vaststellen. ${words}`
    : words;
}

/** The course, for everybody. `mayKeep`: who asks may change it; `me`: their directory id in their own chat, '' elsewhere. */
export function courseCard(shown: CourseShown, { note = '', mayKeep = false, me = '' } = {}): Message {
  const { course, form } = shown;
  const { adopted, told, goals } = course;
  const change = (title: string, action: NoticeAction) => (mayKeep ? { ...action, title } : undefined);
  const done = isAdopted(course);
  return rowsCard({
    kind: 'plan',
    place: 'Koers',
    state: stateOf(shown),
    text: `${note ? `${note} ` : ''}De koers van je gemeente.`,
    note,
    title: 'De koers',
    lead: leadOf(shown),
    groups: [
      ...courseGroupIds.map((group) => ({
        title: courseGroups[group].title,
        isVisible: group === 'why',
        rows: fieldsOf(group, form).map((field) => ({
          name: labelOf(field),
          value: inRow(textOf(shown, field)) || 'nog leeg',
          action: change('Wijzig', { verb: 'course.edit', title: '', data: { group } }),
        })),
      })),
      {
        title: `Doelen (${goals.length})`,
        isVisible: true,
        rows: [
          ...goals.map((goal) => ({
            name: goal.text,
            value: [
              ownerOf(shown, goal) ?? 'nog van niemand',
              goal.until && `klaar op ${dutchDay(goal.until)}`,
            ]
              .filter(Boolean)
              .join(', '),
            detail: lettersInWords(goal, ownerOf(shown, goal) !== undefined),
            action:
              change('Wijzig', { verb: 'course.goal', title: '', data: { goal: goal.id } }) ??
              (me !== '' && course.owners.get(goal.id) === me
                ? { verb: 'course.leave', title: 'Haal mij weg', data: { goal: goal.id } }
                : undefined),
          })),
          ...(goals.length === 0 ? [{ name: 'Er zijn nog geen doelen' }] : []),
        ],
      },
    ].filter(({ rows }) => rows.length > 0),
    actions: [
      ...(mayKeep && !done ? [{ verb: 'course.ask-adopt', title: 'Stel vast', data: {} }] : []),
      ...(mayKeep && done && !told
        ? [{ verb: 'course.tell', title: 'Vertel het aan de teams', data: { seen: adopted?.version ?? 0 } }]
        : []),
      ...(mayKeep && goals.length < MOST_GOALS
        ? [{ verb: 'course.goal', title: 'Doel erbij', data: {} }]
        : []),
      { verb: 'course.session', title: 'Bekijk de koerssessie', data: {} },
      toPlan,
    ],
  });
}

/** How to hold the session, alone or together in a channel. */
export const sessionCard = (): Message =>
  sectionsCard({
    kind: 'plan',
    place: 'Koers',
    text: 'Zo houd je de koerssessie.',
    title: 'De koerssessie',
    note: 'Een voorbeeld van twee uur. Verander wat bij jullie anders is.',
    sections: courseSession.map(({ title, lines }) => ({ title, lines: lines.map((text) => ({ text })) })),
    actions: [toCourse],
  });

/** What a team reads in its channel once the course was adopted. */
export const toldCard = ({ course }: CourseShown): Message =>
  noticeCard({
    kind: 'plan',
    place: 'Koers',
    text: 'De koers van je gemeente is vastgesteld.',
    title: 'De koers is vastgesteld',
    body: course.adopted
      ? `Vastgesteld door ${adopters[course.adopted.by]} op ${dutchDay(course.adopted.day)}.${course.goals.length > 0 ? ' Dit zijn de doelen:' : ''}`
      : '',
    lines: course.goals.map(({ text }) => text),
    actions: [{ verb: 'course.show', title: 'Bekijk de koers', data: {} }],
  });
