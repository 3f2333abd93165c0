import type { Lookup } from '../../register/lookup.ts';
import { roleWords } from '../../vocabulary/roles.ts';
import type { Understood } from '../understanding/understood.ts';
import { accountable } from './accountable.ts';
import { activityAsked } from './activity-asked.ts';
import { ambiguous, type RegisterAnswer } from './answer.ts';
import { deputy } from './deputy.ts';
import { covers, who } from './holding.ts';
import { limit } from './limit.ts';
import { may } from './may.ts';
import { obstacleIn } from './obstacle.ts';
import { office } from './office.ts';
import { organisationOf, organisationsOf } from './organisation.ts';
import { referred } from './referred.ts';
import { withoutNarrower, withUnused } from './unused.ts';
import { which } from './which.ts';

/** Asks which activity is meant: one of those that the register has for the registration. */
function whichActivity(lookup: Lookup, { registration }: Understood): RegisterAnswer {
  const options = lookup.activities
    .filter((activity) => lookup.ofActivity(activity).some((entry) => covers(entry, registration)))
    .sort((a, b) => a.localeCompare(b, 'nl'));
  return ambiguous('Wat wil je laten doen? Noem een activiteit.', { what: 'activity', options });
}

/** Answers an understood question from the register. Never infers: what is not recorded is said to be so. Pure. */
export function replyTo(lookup: Lookup, asked: Understood, today: string): RegisterAnswer {
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
      return activity === undefined ? whichActivity(lookup, asked) : who(lookup, asked, activity);
  }
}
