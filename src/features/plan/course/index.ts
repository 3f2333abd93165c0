import { z } from 'zod';
import { dutchDay, today } from '../../../calendar/clock.ts';
import { unknownPerson } from '../../../conversation/cards/notice.ts';
import { choosingSchema, chosenIn } from '../../../conversation/choosing.ts';
import { field, perhaps, fieldsOf as schemasOf } from '../../../conversation/field.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAlone, colleagueAnywhere, type Needs } from '../../../conversation/needs.ts';
import { action } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Waiting } from '../../../conversation/waiting.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import { manyOf } from '../../../language/fitted.ts';
import { foundIn } from '../../../lib/found-in.ts';
import { isAmong } from '../../../people/access.ts';
import { isPresent } from '../../../people/person.ts';
import type { FeatureOffer, Tools } from '../../module.ts';
import {
  type CourseField,
  type CourseGroup,
  courseFieldIds,
  courseGroupIds,
  digitalWays,
  type SmartLetter,
} from '../content/course.ts';
import { choosable, LATE, NOBODY } from '../steps/forms.ts';
import { keepers, listedFor } from '../steps/reading.ts';
import type { PlanStore } from '../steps/store.ts';
import { type CourseShown, courseCard, sessionCard, toCourse } from './cards.ts';
import { type Adopter, adopters, type Goal, goalIds } from './course.ts';
import { adoptForm, goalForm, groupForm, ownerChoosing } from './forms.ts';
import { adoptionProblems, fieldsOf, goalProblems, isAdopted, missingIn, textProblems } from './rules.ts';
import type { CourseStore } from './store.ts';
import { telling } from './telling.ts';

export interface CourseTools
  extends Pick<Tools, 'audit' | 'everybody' | 'administrators' | 'once' | 'send' | 'settings'> {
  plan: PlanStore;
  course: CourseStore;
}

const keeping: Needs = { who: keepers, where: 'own chat', typed: 'koers' };
const seen = z.object({ seen: z.number().int().min(0).max(999_999) });
const goal = z.enum(goalIds);

/** Reads the course with the names of who works here. */
export async function shownCourse({
  plan,
  course,
  everybody,
}: Pick<CourseTools, 'plan' | 'course' | 'everybody'>): Promise<CourseShown> {
  const [stored, { form }, people] = await Promise.all([course.read(), plan.read(), everybody()]);
  const names = people
    .filter(isPresent)
    .flatMap(({ directoryId, name }) => (directoryId ? [[directoryId, name] as const] : []));
  return { course: stored, form, names: new Map(names) };
}

/** The course (docs/method.md step 2): written, adopted, and told. Everybody reads it. */
export function courseOffer(tools: CourseTools): FeatureOffer {
  const { course, audit, everybody, administrators } = tools;
  const tell = telling(tools);

  async function show(turn: Turn, note = ''): Promise<Message> {
    const [shown, me] = await Promise.all([shownCourse(tools), turn.person()]);
    if (!me && !administrators.includes(turn.directoryId)) return unknownPerson;
    const mayKeep = turn.scope === 'personal' && isAmong(keepers, turn.directoryId, me, administrators);
    return courseCard(shown, { note, mayKeep, me: turn.scope === 'personal' ? turn.directoryId : '' });
  }

  const log = (turn: Turn, what: string) => audit.record(turn.directoryId, 'koers gewijzigd', what);
  const namesOf = async () => nameFinder((await everybody()).map(({ name }) => name));

  async function save(turn: Turn, group: CourseGroup, version: number, sent: FormValues): Promise<Message> {
    const { course: now, form } = await shownCourse(tools);
    const fields = fieldsOf(group, form);
    const problems = textProblems(sent, fields, await namesOf());
    if (problems.length > 0) return groupForm({ ...now, version }, group, form, { typed: sent, problems });
    await log(turn, group);
    const written = (one: CourseField, text = '') =>
      one === 'digital' && !foundIn(digitalWays, text) ? '' : text;
    const texts = Object.fromEntries(fields.map((one) => [one, written(one, sent[one])]));
    const isWritten = await course.change(version, (before) => ({
      ...before,
      texts: { ...before.texts, ...texts },
    }));
    if (isWritten) return show(turn, 'Bewaard.');
    return groupForm(await course.read(), group, form, { typed: sent, problems: [LATE] });
  }

  async function saveGoal(turn: Turn, id: string, version: number, filled: FormValues): Promise<Message> {
    const [now, people] = await Promise.all([course.read(), everybody()]);
    const choices = choosable(people);
    const { sent, problems } = chosenIn([ownerChoosing(choices)], filled);
    const { text = '', measure = '', until = '', owner = '' } = sent;
    const wrong = [...problems, ...goalProblems({ text, measure, until }, await namesOf())];
    if (wrong.length > 0) return goalForm({ ...now, version }, id, choices, { typed: sent, problems: wrong });
    const checks = manyOf(sent.checks ?? '').filter((one): one is SmartLetter => one === 'A' || one === 'R');
    const next: Goal = { id, text, measure, until, checks };
    await log(turn, 'doel');
    const isKnown = choices.some(({ value }) => value === owner) && owner !== NOBODY;
    const isWritten = await course.change(
      version,
      (before) => ({
        ...before,
        goals: [...before.goals.filter((one) => one.id !== id), next].sort((a, b) =>
          a.id.localeCompare(b.id),
        ),
      }),
      { goal: id, id: isKnown ? owner : '' },
      today(turn.now).toString(),
    );
    if (isWritten) return show(turn, 'Bewaard.');
    return goalForm(await course.read(), id, choices, { typed: sent, problems: [LATE] });
  }

  async function openGoal(turn: Turn, id: string | undefined): Promise<Message> {
    const [now, people] = await Promise.all([course.read(), everybody()]);
    const free = id ?? goalIds.find((one) => now.goals.every((other) => other.id !== one));
    return free
      ? goalForm(now, free, choosable(people))
      : show(turn, 'Er zijn al vijf doelen. Haal er eerst één weg.');
  }

  async function dropGoal(turn: Turn, id: string, version: number): Promise<Message> {
    await log(turn, 'doel weggehaald');
    const isWritten = await course.change(
      version,
      (before) => ({ ...before, goals: before.goals.filter((one) => one.id !== id) }),
      { goal: id, id: '' },
    );
    return show(
      turn,
      isWritten ? 'Het doel is weg.' : 'Iemand anders was net eerder. Er is niets veranderd.',
    );
  }

  /** Takes who asks away from a goal, and nobody else. */
  async function leave(turn: Turn, id: string): Promise<Message> {
    if ((await course.read()).owners.get(id) !== turn.directoryId)
      return show(turn, 'Je bewaakt dit doel niet.');
    await log(turn, 'haalt zichzelf weg bij een doel');
    await course.leave(id, turn.directoryId);
    return show(turn, 'Je staat niet meer bij dit doel.');
  }

  /** The goals that somebody looks after: shown, and not counted, since they wait for nothing. */
  async function waiting(turn: Turn): Promise<Waiting[]> {
    const { goals, owners } = await course.read();
    return goals
      .filter(({ id }) => owners.get(id) === turn.directoryId)
      .map(({ text }) => ({
        kind: 'Koers',
        text,
        note: 'jij bewaakt dit doel',
        forOther: true,
        actions: [{ ...toCourse, title: 'Open' }],
      }));
  }

  async function askAdopt(turn: Turn): Promise<Message> {
    const { course: now, form } = await shownCourse(tools);
    if (now.adopted && isAdopted(now))
      return show(turn, `De koers is al vastgesteld op ${dutchDay(now.adopted.day)}.`);
    return adoptForm(now, today(turn.now).toString(), { missing: missingIn(now, now.owners, form) });
  }

  async function adopt(turn: Turn, version: number, { day = '', by = '' }: FormValues): Promise<Message> {
    const now = await course.read();
    const problems = [
      ...adoptionProblems(day, today(turn.now).toString()),
      ...(foundIn(adopters, by) ? [] : ['Vastgesteld door: kies het MT of het afdelingshoofd.']),
    ];
    if (now.adopted && now.version === version && isAdopted(now)) return askAdopt(turn);
    if (problems.length > 0) return adoptForm({ ...now, version }, day, { typed: { day, by }, problems });
    await audit.record(turn.directoryId, 'koers vastgesteld', `${adopters[by as Adopter]}, ${day}`);
    if (await course.adopt(version, { version, day, by: by as Adopter }))
      return show(turn, 'De koers is vastgesteld.');
    return show(turn, 'Iemand wijzigde de koers net. Kijk eerst na wat er nu staat.');
  }

  return {
    phrases: [
      {
        say: 'koers',
        also: [
          'de koers',
          'koersdocument',
          'het koersdocument',
          'onze koers',
          'doelen van de koers',
          'wat is onze koers',
        ],
        title: 'Lees waarom je gemeente zo gaat werken, en met welke doelen',
        needs: { ...colleagueAnywhere, listedFor },
        run: (turn) => show(turn),
      },
      {
        say: 'koerssessie',
        also: ['de koerssessie', 'sessie over de koers'],
        title: 'Bekijk hoe je samen de koers kiest',
        unlisted: true,
        needs: colleagueAnywhere,
        run: async () => sessionCard(),
      },
    ],
    actions: {
      'course.show': action(z.object({}), (turn) => show(turn), { needs: colleagueAnywhere }),
      'course.session': action(z.object({}), async () => sessionCard(), { needs: colleagueAnywhere }),
      'course.edit': action(
        z.object({ group: z.enum(courseGroupIds) }),
        async (_, { group }) => {
          const { course: now, form } = await shownCourse(tools);
          return groupForm(now, group, form);
        },
        { needs: keeping },
      ),
      'course.save': action(
        seen.extend({
          group: z.enum(courseGroupIds),
          ...schemasOf(
            field.long,
            courseFieldIds.filter((one) => one !== 'digital'),
          ),
          digital: field.choice,
        }),
        (turn, { group, seen: version, ...sent }) => save(turn, group, version, sent as FormValues),
        { needs: keeping },
      ),
      'course.goal': action(z.object({ goal: perhaps(goal) }), (turn, { goal: id }) => openGoal(turn, id), {
        needs: keeping,
      }),
      'course.save-goal': action(
        seen.extend({
          goal,
          text: field.text,
          measure: field.text,
          until: field.date,
          checks: field.choices,
          ...choosingSchema('one', 'owner'),
        }),
        (turn, { goal: id, seen: version, ...sent }) => saveGoal(turn, id, version, sent as FormValues),
        { needs: keeping },
      ),
      'course.drop-goal': action(
        seen.extend({ goal }),
        (turn, { goal: id, seen: version }) => dropGoal(turn, id, version),
        {
          needs: keeping,
        },
      ),
      'course.leave': action(z.object({ goal }), (turn, { goal: id }) => leave(turn, id), {
        needs: colleagueAlone,
      }),
      'course.ask-adopt': action(z.object({}), askAdopt, { needs: keeping }),
      'course.adopt': action(
        seen.extend({ by: field.choice, day: field.date }),
        (turn, { seen: version, ...sent }) => adopt(turn, version, sent),
        { needs: keeping },
      ),
      'course.tell': action(
        seen,
        async (turn, { seen: version }) => {
          await audit.record(turn.directoryId, 'koers verteld', `versie ${version}`);
          return show(turn, await tell(turn, version));
        },
        { needs: keeping },
      ),
    },
    waiting,
  };
}
