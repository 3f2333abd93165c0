import { isJob } from '../../register/functions.ts';
import type { Lookup } from '../../register/lookup.ts';
import { ASSIGNMENT, isCommonName } from '../../vocabulary/activities.ts';
import { roleWords } from '../../vocabulary/roles.ts';
import { listed } from '../../vocabulary/wording.ts';
import type { Understood } from '../understanding/understood.ts';
import { accountable } from './accountable.ts';
import { activityAsked } from './activity-asked.ts';
import { ambiguous, answer, type RegisterAnswer } from './answer.ts';
import { deputy } from './deputy.ts';
import { covers, who } from './holding.ts';
import { limit } from './limit.ts';
import { may } from './may.ts';
import { obstacleIn, unclearWords } from './obstacle.ts';
import { office } from './office.ts';
import { organisationOf, organisationsOf } from './organisation.ts';
import { referred } from './referred.ts';
import { which } from './which.ts';

/** Asks which activity is meant: one of those that the register has for the registration. */
function whichActivity(lookup: Lookup, { registration }: Understood): RegisterAnswer {
  const options = lookup.activities
    .filter((activity) => lookup.ofActivity(activity).some((entry) => covers(entry, registration)))
    .sort((a, b) => a.localeCompare(b, 'nl'));
  return ambiguous('Wat wil je laten doen? Noem een activiteit.', { what: 'activity', options });
}

/** What was said that nothing in the register explains, in words. */
function unusedWords(unused: readonly string[]): string {
  const words = unused.map((word) => `"${word}"`);
  return words.length === 1
    ? `Het woord ${listed(words)} ken ik niet.`
    : `De woorden ${listed(words)} ken ik niet.`;
}

/** Words of thanks and greeting. */
const thanks = /^(?:bedankt|dank\w*|thanks?|groet\w*|gr|mvg)$/i;

/**
 * The answer to a question with words that nothing explains: never as if they were not there. Where an activity of the
 * register's own was recognised in part, the words may be all that counts ("een dwangsom intrekken"), so that nothing is
 * said of it but what the register does have. Words in a sentence of their own are only said not to be used.
 */
function withUnused(asked: Understood, given: RegisterAnswer): RegisterAnswer {
  const { unused = [], aside = [], activity, activities } = asked;
  const says = given.outcome === 'yes' || given.outcome === 'found';
  const strangers = unused.filter(isJob);
  if (unused.length > 0 && strangers.length === unused.length && asked.people.length === 0)
    return ambiguous(`${listed(strangers)} staat niet in het register. Over wie gaat je vraag?`);
  if (unused.length > 0 && activity !== undefined && !isCommonName(activity) && !asked.own) {
    const options = activities ?? [activity];
    const reason = `${unusedWords(unused)} Bedoel je een van deze?`;
    return answer('not-understood', reason, { choices: { what: 'activity', options } });
  }
  if (!says) return given;
  // What is bought does not matter to who may buy.
  const passedOver = [...aside, ...(activity === ASSIGNMENT && asked.kind === 'who' ? unused : [])].filter(
    (word) => !thanks.test(word),
  );
  if (unused.length > 0 && passedOver.length < unused.length)
    return ambiguous(`${unusedWords(unused)} ${unclearWords.more}`);
  if (given.outcome === 'yes' && aside.length > 0)
    return ambiguous(`${unusedWords(aside)} ${unclearWords.more}`);
  if (given.outcome === 'yes' && asked.unclear === 'more') return ambiguous(unclearWords.more);
  if (passedOver.length === 0) return given;
  return { ...given, reason: `${given.reason} Niet gebruikt: ${listed(passedOver)}.` };
}

/** Of a mandate for less than was asked nobody can say yes or no: "een opdracht voor meetwerk" of "een opdracht". */
function withoutNarrower(asked: Understood, given: RegisterAnswer): RegisterAnswer {
  const { narrower, kind, activity } = asked;
  const says = given.outcome === 'yes' || given.outcome === 'no';
  if (!narrower || kind !== 'may' || activity === undefined || !says) return given;
  const reason = 'In het register staat dit preciezer. Bedoel je dit?';
  return ambiguous(reason, { what: 'activity', options: [activity] });
}

/** Answers an understood question from the register. Never infers: what is not recorded is said to be so. Pure. */
export function replyTo(lookup: Lookup, asked: Understood, today: string): RegisterAnswer {
  const hindered = obstacleIn(asked);
  const given = withUnused(asked, hindered ?? answerTo(lookup, asked, today));
  return withoutNarrower(asked, given);
}

function answerTo(lookup: Lookup, asked: Understood, today: string): RegisterAnswer {
  const activity = activityAsked(asked);
  if (asked.references) return referred(lookup, asked);
  switch (asked.kind) {
    case 'accountable':
      return accountable(lookup, asked);
    case 'escalation':
      return who(lookup, { ...asked, amount: undefined }, 'regie');
    case 'role': {
      const core = roleWords.find(({ role }) => role === asked.role)?.activity;
      return who(lookup, asked, core ?? asked.activity ?? 'regie');
    }
    case 'may':
      return activity === undefined && !asked.own ? whichActivity(lookup, asked) : may(lookup, asked);
    case 'which':
      return which(lookup, asked, today);
    case 'deputy':
      return deputy(lookup, asked);
    case 'limit':
      return limit(lookup, asked);
    case 'office':
      return office(lookup, asked);
    case 'organisation':
      return activity === undefined
        ? organisationsOf(lookup, asked)
        : who(lookup, asked, activity, organisationOf);
    case 'who':
      return activity === undefined ? whichActivity(lookup, asked) : who(lookup, asked, activity);
  }
}
