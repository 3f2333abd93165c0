import { isJob } from '../../register/functions.ts';
import type { Lookup } from '../../register/lookup.ts';
import { ASSIGNMENT, isCommonName } from '../../vocabulary/activities.ts';
import { listed } from '../../vocabulary/wording.ts';
import type { Understood } from '../understanding/understood.ts';
import { type AnswerChoices, ambiguous, answer, type RegisterAnswer } from './answer.ts';
import { narrowerHeld } from './narrower.ts';
import { unclearWords } from './obstacle.ts';

/** More words than these are only counted. */
const MOST_WORDS = 4;

/** What was said that nothing in the register explains, in words. */
export function unusedWords(unused: readonly string[]): string {
  const words = [...new Set(unused)].map((word) => `"${word}"`);
  return `${words.length === 1 ? 'Het woord' : 'De woorden'} ${listed(words, MOST_WORDS)} ken ik niet.`;
}

const without = 'Stel je vraag in andere woorden.';

/** Words of thanks and greeting. */
const thanks = /^(?:bedankt|dank\w*|thanks?|groet\w*|gr|mvg)$/i;

/** Why a question is asked back, with the words where they are known: a card does not carry them. */
const reasonFor = (unused: readonly string[], advice: string): string =>
  unused.length > 0 ? `${unusedWords(unused)} ${advice}` : unclearWords.more;

/**
 * The answer to a question with words that nothing explains: never as if they were not there. Where an activity of the
 * register's own was recognised in part, the words may be all that counts ("een dwangsom intrekken"), so that nothing is
 * said of it but what the register does have. Words in a sentence of their own are only said not to be used.
 */
export function withUnused(asked: Understood, given: RegisterAnswer): RegisterAnswer {
  const { unused = [], aside = [], activity, activities, kind } = asked;
  const isUnclear = unused.length > 0 || asked.unclear === 'more';
  const strangers = unused.filter(isJob);
  if (unused.length > 0 && strangers.length === unused.length && asked.people.length === 0)
    return ambiguous(
      `${listed(strangers)} ${strangers.length === 1 ? 'staat' : 'staan'} niet in het register. Over wie gaat je vraag?`,
    );
  if (isUnclear && activity !== undefined && !isCommonName(activity) && !asked.own) {
    const options = activities ?? [activity];
    const choices: AnswerChoices = { what: 'activity', options };
    return answer(
      unused.length > 0 ? 'not-understood' : 'ambiguous',
      reasonFor(unused, 'Bedoel je een van deze?'),
      { choices },
    );
  }
  if (given.outcome !== 'yes' && given.outcome !== 'found') return given;
  // Where the word is all that says what it is about, an answer without it is one that nobody asked for.
  const isElse = asked.registration !== undefined || asked.areas.length > 0 || asked.people.length > 0;
  const choices: AnswerChoices | undefined =
    activity === undefined || !isElse ? undefined : { what: 'activity', options: [activity] };
  // What is bought does not matter to who may buy.
  const buys = activity === ASSIGNMENT && kind === 'who';
  if (isUnclear && !buys) return ambiguous(reasonFor(unused, without), choices);
  const passedOver = [...aside, ...unused].filter((word) => !thanks.test(word));
  if (given.outcome === 'yes' && aside.length > 0) return ambiguous(reasonFor(aside, without), choices);
  if (passedOver.length === 0) return given;
  return { ...given, reason: `${given.reason} Niet gebruikt: ${listed(passedOver)}.` };
}

/** Of a mandate for less than was asked nobody can say yes or no: "een opdracht voor meetwerk" of "een opdracht". */
export function withoutNarrower(lookup: Lookup, asked: Understood, given: RegisterAnswer): RegisterAnswer {
  const { narrower, turned, kind, activity } = asked;
  const held =
    kind === 'may' && given.outcome === 'no' && given.entries.length === 0 ? narrowerHeld(lookup, asked) : [];
  const isMay = narrower && kind === 'may' && (given.outcome === 'yes' || given.outcome === 'no');
  const isWho = turned && kind === 'who' && given.outcome === 'found';
  if (activity === undefined || !(isMay || isWho || held.length > 0)) return given;
  const reason = 'In het register staat dit preciezer. Kies wat je bedoelt.';
  return ambiguous(reason, { what: 'activity', options: held.length > 0 ? held : [activity] });
}
