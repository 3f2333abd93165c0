import { spoken } from '../../../language/spoken.ts';
import type { RegisterAnswer } from '../questions/answering/answer.ts';
import { who } from '../questions/answering/holding.ts';
import type { AnsweredQuestion } from '../questions/ask.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import type { Lookup } from '../register/lookup.ts';
import { alsoCompetent, isWithoutDeputy, whoInstead } from './alternatives.ts';
import type { Button } from './choice-buttons.ts';
import { type AnswerContext, isAsker, peopleOf } from './contacts.ts';
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

/** Who else may, through wider areas, or else who directs it; of those who work as far as the answer may tell. */
export const whoElse = (asked: AnsweredQuestion, { lookup, colleagues }: AnswerContext): string[] => {
  const { understood } = asked;
  if (!understood) return [];
  const works = (name: string) => colleagues.worksOn(name, understood.date) !== false;
  const others = alsoCompetent(asked, lookup).filter(works);
  return others.length > 0 ? others : directing(asked, lookup).filter(works);
};

/** Who directs what an answer is about, where nobody else may do it: they know what to do about a gap. */
function directing({ understood, answer }: AnsweredQuestion, lookup: Lookup): string[] {
  const [entry] = answer.entries;
  if (!understood || !entry) return [];
  const registration = understood.registration ?? (entry.registration || undefined);
  const about: Understood = {
    ...understood,
    kind: 'escalation',
    activity: undefined,
    registration,
    areas: understood.areas.length > 0 ? understood.areas : [entry.area],
    people: [],
    self: false,
    amount: undefined,
  };
  const named = new Set(answer.entries.flatMap((one) => lookup.holders(one, understood.date)));
  const { outcome, answers } = who(lookup, about, 'regie');
  return outcome === 'found' ? answers.filter((name) => !named.has(name)) : [];
}

/** Where nobody else is recorded. */
const keepers: Button = {
  title: 'Wie is mandaatbeheerder?',
  verb: 'help.say',
  data: { text: 'wie is mandaatbeheerder' },
};

/** Beside so few choices there is room for what may be meant instead. */
const FEW = 1;

/** Buttons for a question that cannot be answered as it stands: which of two it is, or what may be meant instead. */
export function waysOut({ understood, answer }: AnsweredQuestion, around: AnswerContext): Button[] {
  const isRefused = answer.outcome === 'ambiguous' || answer.outcome === 'not-understood';
  const options = answer.choices?.options.length ?? 0;
  const isStrange = (understood?.unused ?? []).length > 0 && options <= FEW;
  if (!understood || !isRefused || (options > 0 && !isStrange)) return [];
  const [person] = understood.people;
  if (understood.unclear === 'either' && person !== undefined) {
    const first = spoken(person.split(' ')[0] ?? person);
    const turned = { ...understood, unclear: undefined };
    const button = (title: string, standsIn: boolean): Button => ({
      title,
      verb: 'mandates.ask',
      data: { question: questionOf({ ...turned, standsIn }) },
    });
    return isAsker(person, around)
      ? [button('Wie vervangt mij?', false), button('Wie vervang ik?', true)]
      : [button(`Wie vervangt ${first}?`, false), button(`Voor wie is ${first} vervanger?`, true)];
  }
  const whoMay = person === undefined ? whoInstead(understood) : undefined;
  if (whoMay)
    return [{ title: 'Wie mag dit?', verb: 'mandates.ask', data: { question: questionOf(whoMay) } }];
  if (around.outsider || around.shared) return [keepers];
  const mine: Button = { title: 'Mijn mandaten', verb: 'help.say', data: { text: 'mijn mandaten' } };
  return around.keeper
    ? [mine, { title: 'Bekijk de controle', verb: 'mandates.check', data: { from: 0 } }]
    : [mine, keepers, { title: 'Meld een fout', verb: 'mandates.wrong', data: { ids: [] } }];
}

/** Buttons for when nobody in an answer works or deputises: who settles a dispute, and who may in the whole municipality. */
export function waysOn(question: AnsweredQuestion, around: AnswerContext): Button[] {
  const { understood, answer } = question;
  if (!understood) return [];
  if (!isWithoutDeputy(question) && !isNobodyThere(answer, understood, around)) return [];
  const { lookup } = around;
  const [entry] = answer.entries;
  if (!entry) return [];
  const registration = understood.registration ?? (entry.registration || undefined);
  const areas = understood.areas.length > 0 ? understood.areas : [entry.area];
  const about = {
    ...understood,
    registration,
    areas,
    people: [],
    self: false,
    amount: undefined,
    others: undefined,
  };
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
