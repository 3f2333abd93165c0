import { type Field, type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { numberIn } from '../../../language/fitted.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { type Criterion, LONGEST_NAME, LONGEST_TEXT, MOST_CRITERIA, type Pilot } from '../pilot/pilot.ts';
import { pilotReaders } from '../pilot/readers.ts';
import { asLead } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import type { OfPilot } from '../pilot/typed.ts';
import { changing } from './changing.ts';
import { backTo, numbers, numberText } from './fields.ts';
import type { Sent } from './typed.ts';

const LONGEST_UNIT = 30;

/** The texts of the form: field, how it is called, characters at most. */
const goalsText = [
  ['goals', 'Wat willen jullie leren?', LONGEST_TEXT],
  ...numbers(MOST_CRITERIA).flatMap(
    (n) =>
      [
        [`name${n}`, `Wat meten jullie? (${n})`, LONGEST_NAME],
        [`unit${n}`, `Eenheid (${n})`, LONGEST_UNIT],
      ] as const,
  ),
] as const;

const criterionFields = (n: number, criterion: Criterion | undefined, typed: FormValues): Field[] => [
  {
    id: `name${n}`,
    kind: 'text',
    label: `Wat meten jullie? (${n})`,
    hint: 'Bijvoorbeeld: doorlooptijd',
    value: typed[`name${n}`] ?? criterion?.name,
    longest: LONGEST_NAME,
  },
  {
    id: `start${n}`,
    kind: 'number',
    label: 'Begin',
    value: typed[`start${n}`] ?? numberText(criterion?.start),
  },
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

/** So many criteria on the form at once: what is there, and one more. */
const shownCriteria = ({ criteria }: Pilot) => Math.min(MOST_CRITERIA, Math.max(2, criteria.length + 1));

/** What a pilot wants to learn, and its criteria. */
export function goalsForm(pilot: Pilot, typed: FormValues = {}, problems: readonly string[] = []): Message {
  const { id, name, goals, criteria } = pilot;
  return formCard({
    kind: 'pilot',
    title: 'Wat willen jullie leren en bereiken?',
    place: name,
    lead: 'Vul in wat je weet. Begin is hoe het nu is, Doel is waar jullie heen willen. Eén getal is al genoeg.',
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
    seenBy: pilotReaders,
    submit: { verb: 'pilot.save-goals', title: 'Bewaar', data: { pilot: id } },
    back: backTo(id),
  });
}

/** The criteria of a form, with what is wrong with them. What was measured before stays. */
function criteriaIn(sent: Sent, pilot: Pilot): { criteria: Criterion[]; problems: string[] } {
  const problems: string[] = [];
  const criteria = numbers(shownCriteria(pilot)).flatMap((n): Criterion[] => {
    const at = (name: string) => sent[`${name}${n}`]?.trim() ?? '';
    if (['name', 'start', 'target', 'unit'].every((name) => at(name) === '')) return [];
    const [start, target] = [numberIn(at('start')), numberIn(at('target'))];
    if (at('name') === '') problems.push(`Meting ${n}: schrijf op wat je meet.`);
    if (start === undefined || target === undefined)
      problems.push(`Meting ${n}: vul bij Begin en Doel een getal in.`);
    else if (start === target)
      problems.push(`Meting ${n}: Begin en Doel zijn hetzelfde. Kies een ander doel.`);
    const before = pilot.criteria.find(({ name }) => name === at('name'));
    return [
      {
        name: at('name'),
        start: start ?? 0,
        target: target ?? 0,
        unit: at('unit'),
        measured: before?.measured ?? [],
      },
    ];
  });
  return { criteria, problems };
}

/** What a pilot wants to learn, and by which figures it knows that it did. */
export function settingGoals(tools: PilotTools) {
  const { pilots } = tools;
  const changed = changing(tools);

  return {
    editGoals: (turn: Turn, { pilot: id }: OfPilot) =>
      asLead(pilots, turn, id, async ({ pilot }) => goalsForm(pilot)),
    saveGoals: (turn: Turn, sent: Sent) =>
      asLead(pilots, turn, sent.pilot ?? '', async ({ pilot }) => {
        const { criteria, problems: unclear } = criteriaIn(sent, pilot);
        const problems = [...unclear, ...lengthProblems(sent, goalsText)];
        if (problems.length > 0) return goalsForm(pilot, sent, problems);
        const goals = sent.goals?.trim() || undefined;
        return changed(turn, pilot.id, {
          what: 'pilot: doelen gewijzigd',
          change: (now) => ({ ...now, goals, criteria }),
          note: 'Bewaard.',
        });
      }),
  };
}
