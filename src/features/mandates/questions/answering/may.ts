import type { Lookup } from '../../register/lookup.ts';
import { isValidOn, type RegisterEntry } from '../../register/register.ts';
import { euros, listed } from '../../vocabulary/wording.ts';
import type { Understood } from '../understanding/understood.ts';
import { activityAsked } from './activity-asked.ts';
import { alphabetical, ambiguous, answer, type RegisterAnswer } from './answer.ts';
import { fitting, heldOn, whichPerson } from './fitting.ts';
import { reaches } from './holding.ts';
import { ownWorkIn, ownWorkInWords } from './own-work.ts';

/**
 * Who has the functions of these entries on that day, a sentence each: whoever was asked about has them at another
 * time.
 */
function holdersOf(lookup: Lookup, entries: readonly RegisterEntry[], date: string): string {
  const functions = Map.groupBy(entries, ({ holder }) => holder);
  return [...functions]
    .map(([name, [entry]]) => {
      const holders = entry ? lookup.holders(entry, date) : [];
      return `Op die dag ${holders.length > 1 ? 'hebben' : 'heeft'} ${listed(holders) || 'niemand'} de functie ${name}.`;
    })
    .join(' ');
}

/** Yes, with for what and where; or which part, when nobody said and the entries do not cover the whole. */
function allowed(lookup: Lookup, asked: Understood, entries: readonly RegisterEntry[]): RegisterAnswer {
  const areas = [...new Set(entries.map(({ area }) => area))];
  // A mandate for one part of the municipality is none for another.
  if (asked.areas.length === 0 && !areas.some((area) => lookup.roots.includes(area)))
    return ambiguous('Dit verschilt per gebied. Noem een wijk of buurt.', { what: 'area', options: areas });
  const where = alphabetical(entries.map(({ area }) => lookup.placeName(area))).join(', ');
  const what = alphabetical(entries.map((entry) => entry.registration || 'alle registraties')).join(', ');
  return answer('yes', `Voor ${what}, in ${where}.`, { entries });
}

/** No, though somebody deputises here: only while the holder is away. */
function onlyAsDeputy(lookup: Lookup, entries: readonly RegisterEntry[], date: string): RegisterAnswer {
  const holders = alphabetical(entries.flatMap((entry) => lookup.holders(entry, date))).join(', ');
  const reason = `Alleen als vervanger, en alleen zolang ${holders || 'de houder'} afwezig is.`;
  return answer('no', reason, { entries });
}

/** No, because the amount is higher than in any of these entries. */
function amountTooHigh(entries: readonly RegisterEntry[]): RegisterAnswer {
  const limits = entries.flatMap(({ limit }) => limit ?? []);
  const reason =
    limits.length > 0
      ? `Het mandaat gaat tot en met ${euros(Math.max(...limits))}.`
      : 'Het mandaat noemt geen bedrag.';
  return answer('no', reason, { entries });
}

/** No, though somebody has or had these entries: on that day they do not hold, or another has the function. */
function notThen(lookup: Lookup, entries: readonly RegisterEntry[], date: string): RegisterAnswer {
  const ofOthers = entries.filter((entry) => isValidOn(entry, date));
  if (ofOthers.length > 0) return answer('no', holdersOf(lookup, ofOthers, date), { entries: ofOthers });
  if (entries.length > 0) return answer('no', 'Het mandaat geldt niet op deze dag.', { entries });
  return answer('no', 'Hiervoor is niets vastgelegd op deze naam.');
}

/**
 * "Mag": yes only if an entry of this person covers everything that was asked; own mutations never, also where the
 * question does not speak of them.
 */
export function may(lookup: Lookup, asked: Understood): RegisterAnswer {
  const given = mayAtAll(lookup, asked);
  const [person] = asked.people;
  const activity = activityAsked(asked);
  if (given.outcome !== 'yes' || person === undefined || activity === undefined) return given;
  const ownWork = ownWorkIn(lookup, asked, activity, given.entries, person);
  return ownWork ? { ...given, ownWork, reason: `${given.reason} ${ownWorkInWords(ownWork)}` } : given;
}

function mayAtAll(lookup: Lookup, asked: Understood): RegisterAnswer {
  const { people, amount, date, absent } = asked;
  if (asked.own) {
    return answer(
      'no',
      'Niemand mag een eigen mutatie valideren of goedkeuren. Bij twijfel beslist de Objectregisseur.',
    );
  }
  const [person] = people;
  if (person === undefined) return ambiguous('Over wie gaat je vraag?');
  if (people.length > 1) return whichPerson(people);
  const fits = fitting(lookup, asked, activityAsked(asked));
  const held = lookup.heldBy(person).filter(fits);
  const valid = held.filter(heldOn(lookup, person, date));
  const enough = valid.filter((entry) => reaches(entry, amount));
  if (enough.length > 0) return allowed(lookup, asked, enough);
  const asDeputy = lookup
    .deputisedBy(person)
    .filter(
      (entry) =>
        fits(entry) &&
        isValidOn(entry, date) &&
        reaches(entry, amount) &&
        lookup.deputies(entry, date).includes(person),
    );
  if (absent !== undefined) return mayWhileAway(lookup, asked, absent, person, asDeputy);
  if (asDeputy.length > 0) return onlyAsDeputy(lookup, asDeputy, date);
  return valid.length > 0 ? amountTooHigh(valid) : notThen(lookup, held, date);
}

/** "Mag Driss dit als Eefje er niet is": only as deputy in an entry of which nobody but Eefje is holder. */
function mayWhileAway(
  lookup: Lookup,
  asked: Understood,
  absent: string,
  person: string,
  asDeputy: readonly RegisterEntry[],
): RegisterAnswer {
  const isOnlyHolder = (entry: RegisterEntry) =>
    lookup.holders(entry, asked.date).length > 0 &&
    lookup.holders(entry, asked.date).every((name) => name === absent);
  const entries = asDeputy.filter(isOnlyHolder);
  return entries.length > 0
    ? answer('yes', `Alleen als vervanger, en alleen zolang ${absent} er niet is.`, { entries })
    : answer('no', `${person} staat hier niet als vervanger van ${absent}.`);
}
