import { dutchDay } from '../../../calendar/clock.ts';
import { activityAsked } from '../questions/answering/activity-asked.ts';
import type { ToldBeside } from '../questions/following/follow-up.ts';
import type { Understood } from '../questions/understanding/understood.ts';
import type { Lookup } from '../register/lookup.ts';
import { canonicalActivity } from '../vocabulary/common-activity.ts';
import { eitherOf, listed, uncapital } from '../vocabulary/wording.ts';
import { rightAsNoun, rightInWords } from './answer-title.ts';
import { namedBefore } from './question.ts';

/** What somebody validates who names no registration: mutations, whichever they asked about. */
const ofMutations: readonly string[] = ['verwerken', 'valideren', 'goedkeuren'];
const ofAny = (activity: string, registrations: readonly string[]): readonly string[] =>
  registrations.length === 0 && ofMutations.includes(canonicalActivity(activity))
    ? ['mutaties']
    : registrations;

const activitiesOf = (asked: Understood): readonly string[] =>
  asked.activities ?? [activityAsked(asked)].flatMap((one) => one ?? []);

/** What is done in it, as `said` says one: "BAG valideren", "opdrachten van € 500 verstrekken". */
function rightOf(asked: Understood, said: typeof rightInWords): string | undefined {
  const activities = activitiesOf(asked);
  const registrations = asked.registrations ?? (asked.registration ? [asked.registration] : []);
  const [first] = activities;
  if (first === undefined) return undefined;
  return eitherOf(activities.map((activity) => said(activity, ofAny(activity, registrations), asked.amount)));
}

/** The verbs that stand behind "wat mag iemand": "valideren". Undefined where more is said of it than a verb. */
function verbsOf(asked: Understood): string | undefined {
  const verbs = activitiesOf(asked).map(canonicalActivity);
  const isPlain = !asked.registration && !asked.registrations && asked.amount === undefined;
  return isPlain && verbs.length > 0 && verbs.every((verb) => ofMutations.includes(verb))
    ? eitherOf(verbs)
    : undefined;
}

/** Where and when, as far as the question says so. */
function circumstancesOf({ areas, unknownArea, date, expiring }: Understood, lookup: Lookup, today: string) {
  const places = areas.map((code) => lookup.placeName(code));
  const unknown = unknownArea === namedBefore.area ? 'het gebied uit je vraag' : unknownArea;
  const place = unknown ?? eitherOf(places);
  return `${place === '' ? '' : ` in ${place}`}${date === today || expiring ? '' : ` op ${dutchDay(date)}`}`;
}

/**
 * A question as it was understood, as one Dutch sentence with a question mark: "mag Bert Kade BGT valideren in Noord?". Names in
 * it are register text or were typed: it is shown in text runs only.
 */
export function questionInWords(
  asked: Understood,
  lookup: Lookup,
  today: string,
  beside?: ToldBeside,
): string {
  const also = beside === 'why' ? ', en waarom' : beside === 'since' ? ', en van wanneer tot wanneer' : '';
  return `${sentenceOf(asked, lookup, today)}${also}?`;
}

function sentenceOf(asked: Understood, lookup: Lookup, today: string): string {
  const around = circumstancesOf(asked, lookup, today);
  const unknown =
    asked.unknownPerson === namedBefore.person ? uncapital(namedBefore.person) : asked.unknownPerson;
  const who = unknown ?? (asked.people.length > 0 ? eitherOf(asked.people) : undefined);
  const right = rightOf(asked, rightInWords);
  const registration = asked.registrations ? eitherOf(asked.registrations) : asked.registration;
  const over = registration === undefined ? '' : ` over ${registration}`;
  const of = registration === undefined ? '' : ` voor ${registration}`;
  const doing = right ?? `iets${of}`;
  const absent = asked.absent === undefined ? '' : ` als ${asked.absent} er niet is`;
  if (asked.references?.length)
    return asked.kind === 'which'
      ? `wat staat er in ${listed(asked.references)}`
      : `${asked.kind === 'deputy' ? 'wie is vervanger' : 'wie is houder'} bij ${listed(asked.references)}`;
  switch (asked.kind) {
    case 'may':
      return asked.own
        ? `mag ${who ?? 'iemand'} eigen mutaties${of.replace('voor', 'van')} ${asked.activity ?? 'valideren'}${around}`
        : `mag ${who ?? 'iemand'} ${doing}${around}${absent}`;
    case 'deputy':
      if (asked.absent !== undefined)
        return `vervangt ${who ?? 'iemand'} ${asked.absent}${right || registration ? ` bij ${right ?? registration}` : ''}${around}`;
      if (asked.standsIn)
        return `voor wie is ${who ?? 'iemand'} vervanger${right || registration ? ` bij ${right ?? registration}` : ''}${around}`;
      return `wie vervangt ${who ?? 'de houder'}${right || registration ? ` bij ${right ?? registration}` : ''}${around}`;
    case 'which': {
      const ending = asked.expiring ? ` lopen af vóór ${dutchDay(asked.date)}` : '';
      const held = who === undefined ? (ending ? '' : ' zijn er') : ` ${ending ? 'van' : 'heeft'} ${who}`;
      const noun = rightOf(asked, rightAsNoun);
      const about = noun ? ` voor ${noun}` : of;
      const verbs = verbsOf(asked);
      if (asked.lone)
        return `welke mandaten${who === undefined ? '' : ` van ${who}`}${about}${around} hebben geen vervanger`;
      // "Wat mag Driss Haven valideren": a verb stands in no sentence behind "voor".
      if (verbs !== undefined && who !== undefined && !asked.expiring)
        return `wat mag ${who} ${verbs}${around}${absent}`;
      if (asked.absent !== undefined && about === '') return `wat mag ${who ?? 'iemand'}${around}${absent}`;
      return `welke mandaten${held}${about}${around}${ending}${absent}`;
    }
    case 'limit':
      return `tot welk bedrag mag ${who ?? 'iemand'} ${right ?? 'opdrachten verstrekken'}${around}`;
    case 'escalation':
      return `wie beslist bij een geschil${over}${around}`;
    case 'accountable':
      return `wie is eindverantwoordelijk${of}${around}`;
    case 'role':
      return `wie is ${asked.role ?? 'Objectregisseur'}${of}${around}`;
    case 'office':
      return `wie is ${who ?? 'dat'}${around}`;
    case 'organisation':
      return `welke organisatie mag ${doing}${around}`;
    case 'who':
      return `wie mag ${asked.others ? 'nog meer ' : ''}${doing}${around}`;
  }
}
