import { Temporal } from 'temporal-polyfill';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { capital } from '../../../language/capital.ts';
import { spoken } from '../../../language/spoken.ts';
import { ask } from '../questions/ask.ts';
import { activitiesSaid } from '../questions/understanding/activities-said.ts';
import { spokenWords } from '../questions/understanding/spoken-words.ts';
import type { UnknownSubject } from '../questions/understanding/who-does.ts';
import type { Lookup } from '../register/lookup.ts';
import { isValidOn, type RegisterEntry } from '../register/register.ts';
import { eitherOf, listed, subjectOf, uncapital } from '../vocabulary/wording.ts';
import { type AnswerContext, namesOfKeepers } from './contacts.ts';
import { questionOf } from './question.ts';

const MOST_SHOWN = 12;
const EXAMPLES = 2;
/** So many entries are tried for an example: in a large register the first ones already give two. */
const MOST_TRIED = 40;

/** Buttons with questions that this register answers with a name, each about another activity: those that are `near` first. */
function exampleQuestions(
  near: readonly string[],
  lookup: Lookup,
  today: Temporal.PlainDate,
): NoticeAction[] {
  const valid = lookup.register.entries.filter((entry) => isValidOn(entry, today.toString()));
  // "Wie mag valideren" reads as a question, "wie mag regie" does not.
  const known = valid.filter(({ activity, area }) => /en$/.test(activity) && lookup.area(area));
  const isNear = ({ activity }: RegisterEntry) => near.includes(activity);
  const verbs = [...known.filter(isNear), ...known.filter((entry) => !isNear(entry))];
  const examples = new Map<string, NoticeAction>();
  for (const { activity, registration, area } of verbs.slice(0, MOST_TRIED)) {
    if (examples.size === EXAMPLES) break;
    if (examples.has(activity)) continue;
    const what = subjectOf({ activity, registration });
    const title = `${spoken(`Wie mag ${what} in ${lookup.placeName(area)}`)}?`;
    const { understood, answer } = ask(title, lookup, today);
    if (understood && answer.outcome === 'found')
      examples.set(activity, { title, verb: 'mandates.ask', data: { question: questionOf(understood) } });
  }
  return [...examples.values()];
}

/** Of the words that nobody knows so many are named, and so many characters of each. */
const [MOST_WORDS, LONGEST_WORD] = [3, 40];

/** "Het woord “huisnummer” ken ik niet." */
function unknownWords(about: readonly string[]): string[] {
  const words = [...new Set(about)].map((word) => `“${[...word].slice(0, LONGEST_WORD).join('')}”`);
  if (words.length === 0) return [];
  return [`${words.length === 1 ? 'Het woord' : 'De woorden'} ${listed(words, MOST_WORDS)} ken ik niet.`];
}

/** The activities of which these words say something, the nearest first. */
function nearest(about: readonly string[], lookup: Lookup): string[] {
  const said = activitiesSaid(
    spokenWords(about, () => true),
    lookup,
  );
  return [...new Set(said.map(({ name }) => name))].filter((name) => lookup.activities.includes(name));
}

/** Who knows it where the register does not: those who keep it, by name for who works here. */
function askKeepers({ colleagues, outsider, asker }: AnswerContext): string {
  const names = outsider ? [] : namesOfKeepers(colleagues.keepers, asker);
  const whom = names.length > 0 ? `${eitherOf(names)}, mandaatbeheerder` : 'de mandaatbeheerder';
  return `Staat het er niet bij? Vraag het ${names.length > 0 ? 'aan ' : ''}${whom}.`;
}

/**
 * For a question about something that Kompas has no word for: which words that are, which activities come nearest, and who
 * knows more.
 */
export function knownActivitiesCard(around: AnswerContext, { about, unknown }: UnknownSubject): Message {
  const { lookup } = around;
  const near = nearest(about, lookup);
  const others = lookup.activities.filter((name) => !near.includes(name));
  const names = [...near, ...others.sort((a, b) => a.localeCompare(b, 'nl'))];
  const more = names.length > MOST_SHOWN ? [`En nog ${names.length - MOST_SHOWN} andere.`] : [];
  const words = unknownWords(unknown);
  const body = `Ik herken geen activiteit in je vraag. ${near.length > 0 ? NEAREST_FIRST : IN_REGISTER}`;
  const shown = names.slice(0, MOST_SHOWN);
  return noticeCard({
    kind: 'mandate',
    text: `Welke activiteit bedoel je? ${[...words.map(spoken), body, spoken(shown.map(uncapital).join(', '))].join(' ')}.`,
    title: 'Welke activiteit bedoel je?',
    body,
    lines: [...shown.map(capital), ...more, ...words],
    small: `${askKeepers(around)} Zo kun je iets vragen:`,
    actions: exampleQuestions(near, lookup, Temporal.PlainDate.from(around.today)),
  });
}

const IN_REGISTER = 'In het register staan deze:';
const NEAREST_FIRST = 'Deze staan in het register. Wat er het meest op lijkt, staat bovenaan:';
