import { noticeCard } from '../../../conversation/cards/notice.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Person } from '../../../people/person.ts';
import { learningGoals } from '../content/goals.ts';
import { learningForms, type Place, places, placeWords } from '../content/learning-forms.ts';
import { seenBy } from './cards.ts';
import { longest, type Plan, questions, TOP } from './plan.ts';
import { markOf, questionWords } from './rules.ts';

const back = { verb: 'growth.show', data: {}, straight: true } as const;
const submit = (verb: string) => ({ verb, title: 'Bewaar', data: {} });

/** The fields of the top five, one a place. */
export const topFields: readonly Place[] = places;

/** The own draft, with which a plan begins. */
export const draftForm = (
  plan: Plan | undefined,
  sent?: FormValues,
  problems: readonly string[] = [],
): Message =>
  formCard({
    kind: 'growth',
    title: 'Wat wil je leren?',
    lead: 'Schrijf in je eigen woorden. Leeg laten mag.',
    problems,
    fields: questions.map((id) => ({
      id,
      kind: 'long' as const,
      label: questionWords[id],
      value: (sent ?? plan?.draft)?.[id],
      longest: longest.draft,
    })),
    submit: submit('growth.save-draft'),
    seenBy,
    back,
  });

/** Learning goals of all roles, and one's own. */
export const goalsForm = (plan: Plan, sent?: FormValues, problems: readonly string[] = []): Message =>
  formCard({
    kind: 'growth',
    title: 'Welke leerdoelen passen bij jou?',
    lead: 'Een paar is genoeg. Staat het jouwe er niet bij? Schrijf het er dan zelf bij.',
    problems,
    fields: [
      {
        id: 'goals',
        kind: 'many',
        label: 'Leerdoelen',
        value: sent?.goals ?? plan.goals.join(','),
        choices: learningGoals.map(({ id, role, title }) => ({ value: id, title: `${title} (${role})` })),
      },
      {
        id: 'ownGoal',
        kind: 'text',
        label: 'Een eigen leerdoel',
        value: sent?.ownGoal ?? plan.ownGoal,
        longest: longest.ownGoal,
      },
    ],
    submit: submit('growth.save-goals'),
    seenBy,
    back,
  });

/** One small step. A new one takes the place of the last. */
export const stepForm = (
  { step }: Plan,
  today: string,
  sent?: FormValues,
  problems: readonly string[] = [],
): Message => {
  const now = step && step.outcome !== 'done' && step.outcome !== 'other' ? step : undefined;
  return formCard({
    kind: 'growth',
    title: 'Wat is je kleine stap?',
    lead: 'Kies iets wat je in een paar weken kunt doen, bijvoorbeeld een ochtend meekijken.',
    problems,
    fields: [
      {
        id: 'what',
        kind: 'text',
        label: 'Kleine stap',
        value: sent?.what ?? now?.what,
        longest: longest.what,
        required: true,
      },
      {
        id: 'by',
        kind: 'date',
        label: 'Klaar op',
        value: sent?.by ?? (now && now.by >= today ? now.by : undefined),
        required: true,
      },
    ],
    submit: submit('growth.save-step'),
    seenBy,
    back,
  });
};

/** The personal top five of the learning forms. */
export const topForm = (plan: Plan, sent?: FormValues, problems: readonly string[] = []): Message =>
  formCard({
    kind: 'growth',
    title: 'Hoe leer jij het liefst?',
    lead: `Kies er hooguit ${TOP}. Van het werk zelf leer je meestal het meest.`,
    problems,
    fields: places.map((place) => ({
      id: place,
      kind: 'many' as const,
      label: placeWords[place],
      value: sent?.[place] ?? plan.forms.join(','),
      choices: learningForms
        .filter((one) => one.place === place)
        .map(({ id, title }) => ({ value: id, title })),
    })),
    submit: submit('growth.save-forms'),
    seenBy: 'Alleen jij. Je top 5 deel je nooit: ook niet als je je plan deelt.',
    back,
  });

/** What was agreed with who leads the team. */
export const agreeForm = (plan: Plan, sent?: FormValues, problems: readonly string[] = []): Message =>
  formCard({
    kind: 'growth',
    title: 'Welke tijd en hulp spraken jullie af?',
    lead: 'Bespreek dit met je leidinggevende. Schrijf daarna op wat jullie afspraken.',
    problems,
    fields: [
      {
        id: 'time',
        kind: 'text',
        label: 'Tijd in het rooster',
        hint: 'Bijvoorbeeld dinsdagochtend, 2 uur',
        value: sent?.time ?? plan.time,
        longest: longest.time,
      },
      {
        id: 'support',
        kind: 'long',
        label: 'Wat helpt',
        hint: 'Bijvoorbeeld een buddy, geld voor een cursus, een collega die meekijkt',
        value: sent?.support ?? plan.support,
        longest: longest.support,
      },
    ],
    submit: submit('growth.save-agree'),
    seenBy,
    back,
  });

/** Before it is shared: with whom, and of which state. With several who lead the team, one is chosen. */
export function shareForm(plan: Plan, leads: readonly Person[], problems: readonly string[] = []): Message {
  const [first, second] = leads;
  const data = { seen: markOf(plan) };
  if (first && !second)
    return noticeCard({
      kind: 'growth',
      text: 'Deel je je ontwikkelplan?',
      title: 'Deel je je ontwikkelplan?',
      body: 'Het gaat om wat er nu staat, behalve je top 5. Je hoeft dit niet te doen.',
      lines: [`Met: ${first.name}`],
      actions: [
        { verb: 'growth.share', title: 'Deel', data: { ...data, to: first.directoryId }, style: 'positive' },
        { verb: 'growth.show', title: 'Niet delen', data: {} },
      ],
      seenBy,
    });
  return formCard({
    kind: 'growth',
    title: 'Met wie deel je je ontwikkelplan?',
    lead: 'Het gaat om wat er nu staat, behalve je top 5. Je hoeft dit niet te doen.',
    problems,
    fields: [
      {
        id: 'to',
        kind: 'one',
        label: 'Leidinggevende',
        required: true,
        choices: leads.map(({ name, directoryId = '' }) => ({ value: directoryId, title: name })),
      },
    ],
    submit: { verb: 'growth.share', title: 'Deel', data },
    seenBy,
    back,
  });
}
