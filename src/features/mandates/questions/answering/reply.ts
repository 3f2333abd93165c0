import type { Lookup } from '../../register/lookup.ts';
import type { RegisterEntry } from '../../register/register.ts';
import { ASSIGNMENT } from '../../vocabulary/activities.ts';
import { registrationWords } from '../../vocabulary/registrations.ts';
import { roleWords } from '../../vocabulary/roles.ts';
import type { Understood } from '../understanding/understood.ts';
import { ambiguous, found, notRecorded, type RegisterAnswer } from './answer.ts';
import { covers, who } from './holding.ts';
import { obstacleIn, unclearWords } from './obstacle.ts';
import { deputy, limit, may, which } from './personal.ts';

/** By law the municipality is source holder of these, wherever the work is done. */
export const sourceHeld = ['BAG', 'BGT', 'WOZ'];

function accountable(lookup: Lookup, { registration, areas }: Understood): RegisterAnswer {
  if (registration !== undefined && !sourceHeld.includes(registration)) {
    const known = registrationWords.some((one) => one.registration === registration);
    return notRecorded(
      `Wie eindverantwoordelijk is voor ${known ? `de ${registration}` : registration} staat niet in het register.`,
    );
  }
  const inChain =
    areas[0] === undefined ? undefined : lookup.chain(areas[0]).flatMap((code) => lookup.area(code) ?? []);
  const municipalities = (inChain ?? lookup.register.areas).filter(({ kind }) => kind === 'gemeente');
  if (municipalities.length > 1) {
    return ambiguous('Welke gemeente bedoel je?', {
      what: 'area',
      options: municipalities.map(({ code }) => code),
    });
  }
  const [municipality] = municipalities;
  if (!municipality) return notRecorded('Het register kent geen gemeente.');
  const name = /^gemeente\b/i.test(municipality.name) ? municipality.name : `Gemeente ${municipality.name}`;
  return found([name], [], 'De gemeente blijft eindverantwoordelijk, ook als een ander het werk doet.');
}

const organisationOf = ({ organisation }: RegisterEntry) => (organisation ? [organisation] : []);

/** "Welke organisatie doet de WOZ": of all activities that the register knows for that registration there. */
function organisationsOf(lookup: Lookup, asked: Understood): RegisterAnswer {
  const { registration } = asked;
  if (registration === undefined) return ambiguous('Waarvoor wil je dat weten?');
  const per = lookup.activities
    .filter((activity) => lookup.registrationsOf(activity).includes(registration))
    .map((activity) => who(lookup, asked, activity, organisationOf));
  const entries = [...new Set(per.flatMap((one) => one.entries))].filter(
    (entry) => entry.registration === registration,
  );
  return found(entries.flatMap(organisationOf), entries, 'Dit staat in het register.');
}

/** The activities that the register has for a registration: what a question without one may be about. */
const activitiesFor = (lookup: Lookup, registration: string | undefined) =>
  lookup.activities
    .filter((activity) => lookup.ofActivity(activity).some((entry) => covers(entry, registration)))
    .sort((a, b) => a.localeCompare(b, 'nl'));

/** Answers an understood question from the register. Never infers: what is not recorded is said to be so. Pure. */
export function replyTo(lookup: Lookup, asked: Understood, today: string): RegisterAnswer {
  const hindered = obstacleIn(asked);
  if (hindered) return hindered;
  const given = answerTo(lookup, asked, today);
  // What was not understood may be what it is about: "een boete van 20.000 euro", "facturen verwerken".
  const assumed = asked.activity === undefined && ['who', 'limit'].includes(asked.kind);
  const says = given.outcome === 'yes' || (assumed && given.outcome === 'found');
  return says && asked.unclear === 'more' ? ambiguous(unclearWords.more) : given;
}

function answerTo(lookup: Lookup, asked: Understood, today: string): RegisterAnswer {
  const activity = asked.activity ?? (asked.amount !== undefined ? ASSIGNMENT : undefined);
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
      return activity === undefined && !asked.own
        ? ambiguous('Wat wil je laten doen? Noem een activiteit.', {
            what: 'activity',
            options: activitiesFor(lookup, asked.registration),
          })
        : may(lookup, asked);
    case 'which':
      return which(lookup, asked, asked.expiring, today);
    case 'deputy':
      return deputy(lookup, asked);
    case 'limit':
      return limit(lookup, asked);
    case 'organisation':
      return activity === undefined
        ? organisationsOf(lookup, asked)
        : who(lookup, asked, activity, organisationOf);
    case 'who':
      return activity === undefined
        ? ambiguous('Wat wil je laten doen? Noem een activiteit.', {
            what: 'activity',
            options: activitiesFor(lookup, asked.registration),
          })
        : who(lookup, asked, activity);
  }
}
