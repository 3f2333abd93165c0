import { spoken } from '../../../language/spoken.ts';
import type { RegisterAnswer } from '../questions/answering/answer.ts';
import { who } from '../questions/answering/holding.ts';
import type { AnsweredQuestion } from '../questions/ask.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import { alsoCompetent } from './alternatives.ts';
import type { Button } from './choice-buttons.ts';
import { type AnswerContext, peopleOf } from './contacts.ts';
import { questionOf } from './question.ts';

/** Kinds of questions of which somebody wants to reach the people in the answer. */
const reaching: readonly Understood['kind'][] = ['who', 'role', 'deputy'];

/** True when nobody in an answer works today, neither holders nor deputies, and the answer may tell that. */
export function isNobodyThere(
  { outcome, entries }: RegisterAnswer,
  asked: Understood,
  around: AnswerContext,
): boolean {
  return (
    reaching.includes(asked.kind) &&
    (outcome === 'found' || asked.kind === 'deputy') &&
    entries.length > 0 &&
    entries.every((entry) => {
      const { allAway, standIns } = peopleOf(entry, asked, around);
      return allAway && standIns.length === 0;
    })
  );
}

/** Who else may, through wider areas, and works as far as the answer may tell. */
export const whoElse = (asked: AnsweredQuestion, { lookup, colleagues }: AnswerContext): string[] => {
  const { understood } = asked;
  return understood
    ? alsoCompetent(asked, lookup).filter((name) => colleagues.worksOn(name, understood.date) !== false)
    : [];
};

/** Where nobody else is recorded. */
const keepers: Button = {
  title: 'Wie is mandaatbeheerder?',
  verb: 'help.say',
  data: { text: 'wie is mandaatbeheerder' },
};

/** Buttons for when nobody in an answer works: who settles a dispute, and who may in the whole municipality. */
export function waysOn({ understood, answer }: AnsweredQuestion, around: AnswerContext): Button[] {
  if (!understood || !isNobodyThere(answer, understood, around)) return [];
  const { lookup } = around;
  const [entry] = answer.entries;
  if (!entry) return [];
  const registration = understood.registration ?? (entry.registration || undefined);
  const areas = understood.areas.length > 0 ? understood.areas : [entry.area];
  const about = { ...understood, registration, areas, people: [], self: false, amount: undefined };
  const dispute: Understood = { ...about, kind: 'escalation', activity: undefined };
  const wider: Understood = {
    ...about,
    kind: 'who',
    activity: understood.activity ?? entry.activity,
    areas: [...lookup.roots],
  };
  const isFound = (asked: Understood, activity: string) => {
    const found = who(lookup, asked, activity);
    return found.outcome === 'found' && found.entries.some((one) => !answer.entries.includes(one));
  };
  const button = (title: string, asked: Understood): Button => ({
    title: spoken(title),
    verb: 'mandates.ask',
    data: { question: questionOf(asked) },
  });
  const isWhole = areas.every((code) => lookup.roots.includes(code));
  const ways = [
    ...(!isWhole && isFound(wider, wider.activity ?? '') ? [button('Wie mag dit nog meer?', wider)] : []),
    ...(isFound(dispute, 'regie') ? [button('Wie beslist bij een geschil?', dispute)] : []),
  ];
  return ways.length > 0 ? ways : [keepers];
}
