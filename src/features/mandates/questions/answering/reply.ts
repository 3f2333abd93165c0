import { stemOf } from '../../../../language/stems.ts';
import { plainText } from '../../../../language/words.ts';
import type { Lookup } from '../../register/lookup.ts';
import { roleWords } from '../../vocabulary/roles.ts';
import type { Understood } from '../understanding/understood.ts';
import { accountable } from './accountable.ts';
import { activityAsked } from './activity-asked.ts';
import { type AnswerChoices, answer, type RegisterAnswer } from './answer.ts';
import { deputy } from './deputy.ts';
import { heldOn } from './fitting.ts';
import { covers, who } from './holding.ts';
import { limit } from './limit.ts';
import { may } from './may.ts';
import { obstacleIn } from './obstacle.ts';
import { office } from './office.ts';
import { organisationOf, organisationsOf } from './organisation.ts';
import { others } from './others.ts';
import { referred } from './referred.ts';
import { unusedWords, withoutNarrower, withUnused } from './unused.ts';
import { which } from './which.ts';

/** What people call processing. It may be another thing as well, so that it is asked. */
const changing = new Set(['aanpassen', 'wijzigen', 'veranderen', 'corrigeren', 'past', 'pas'].map(stemOf));
const PROCESSING = 'verwerken';

/**
 * Asks which activity is meant: one of those that the register has for the registration, its own first. A word that nobody
 * knows is named, since it may be the activity: of somebody it was not understood what they would do.
 */
function whichActivity(lookup: Lookup, { kind, registration, unused = [] }: Understood): RegisterAnswer {
  const isOwn = (activity: string) =>
    lookup.ofActivity(activity).some((entry) => entry.registration !== '' && covers(entry, registration));
  const options = lookup.activities
    .filter((activity) => lookup.ofActivity(activity).some((entry) => covers(entry, registration)))
    .sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || a.localeCompare(b, 'nl'));
  const isChange = unused.some((word) => changing.has(stemOf(plainText(word))));
  const isHere = options.includes(PROCESSING);
  const choices: AnswerChoices = {
    what: 'activity',
    options:
      isChange && isHere ? [PROCESSING, ...options.filter((option) => option !== PROCESSING)] : options,
  };
  const why = unused.length > 0 ? `${unusedWords(unused)} ` : '';
  return answer(
    kind === 'may' && why ? 'not-understood' : 'ambiguous',
    isChange && isHere
      ? 'Bedoel je verwerken? Dat is het woord voor wijzigen. Anders: noem een andere activiteit.'
      : `${why}Om welke activiteit gaat het?`,
    { choices },
  );
}

/** "Tot welk bedrag mag Anna een overeenkomst aangaan": of several the one that is hers, where only one is. */
function ownActivity(lookup: Lookup, asked: Understood): Understood {
  const { kind, people, activities = [], date } = asked;
  const [person] = people;
  if (kind !== 'limit' || person === undefined || people.length > 1) return asked;
  const held = lookup.heldBy(person).filter(heldOn(lookup, person, date));
  const own = activities.filter((name) => held.some((entry) => lookup.isFor(entry, name)));
  return own.length === 1 ? { ...asked, activity: own[0], activities: undefined } : asked;
}

/** Answers an understood question from the register. Never infers: what is not recorded is said to be so. Pure. */
export function replyTo(lookup: Lookup, understood: Understood, today: string): RegisterAnswer {
  const asked = ownActivity(lookup, understood);
  const hindered = obstacleIn(asked, lookup);
  const given = withUnused(asked, hindered ?? answerTo(lookup, asked, today));
  return withoutNarrower(lookup, asked, given);
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
      if (activity === undefined) return whichActivity(lookup, asked);
      return asked.others ? others(lookup, asked, activity) : who(lookup, asked, activity);
  }
}
