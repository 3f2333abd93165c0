import type { Lookup } from './lookup.ts';
import { type Entry, isValidOn } from './register.ts';
import type { Understood } from './understand.ts';
import { registrationWords, roleWords } from './vocabulary.ts';

export type Outcome = 'found' | 'yes' | 'no' | 'not-recorded' | 'ambiguous' | 'not-understood';

/** The answer to a question, with what it rests on. */
export interface Answer {
  outcome: Outcome;
  /** Names, organisations, ids or whole euros, as the kind of question asks for; sorted, each once. */
  answers: string[];
  /** Why, in Dutch. */
  reason: string;
  /** The entries that the answer rests on. */
  entries: readonly Entry[];
  /** Entries in wider areas that hold as well: said, but not the answer to "wie". */
  broader: readonly Entry[];
  /** What to choose from when the question has more than one reading. */
  choices?: { what: 'registration' | 'area' | 'person'; options: string[] };
}

/** By law the municipality is source holder of these, wherever the work is done. */
const sourceHeld = ['BAG', 'BGT', 'WOZ'];
const ASSIGNMENT = 'opdracht verstrekken';

const unique = (items: readonly string[]) => [...new Set(items)].sort((a, b) => a.localeCompare(b, 'nl'));

function answer(outcome: Outcome, reason: string, parts: Partial<Answer> = {}): Answer {
  return { outcome, reason, answers: [], entries: [], broader: [], ...parts };
}

const found = (
  answers: readonly string[],
  entries: readonly Entry[],
  reason: string,
  broader: readonly Entry[] = [],
) =>
  answers.length > 0
    ? answer('found', reason, { answers: unique(answers), entries, broader })
    : answer('not-recorded', 'Het register noemt hier niemand voor.');

const notRecorded = (reason: string) => answer('not-recorded', reason);
const ambiguous = (reason: string, choices?: Answer['choices']) => answer('ambiguous', reason, { choices });

/** True when the entry covers the registration that was asked: an entry without registration covers all. */
const covers = (entry: Entry, registration: string | undefined) =>
  registration === undefined || entry.registration === '' || entry.registration === registration;

const reaches = (entry: Entry, amount: number | undefined) =>
  amount === undefined || (entry.limit !== undefined && entry.limit >= amount);

interface Nearest {
  registration: string;
  entries: Entry[];
  broader: Entry[];
}

/** For one registration: the entries of the nearest area in the chain that has any, and those further up. */
function nearestIn(
  lookup: Lookup,
  chain: readonly string[],
  activity: string,
  registration: string,
  day: string,
): Nearest {
  const levels = chain
    .map((area) =>
      lookup.at(activity, area).filter((entry) => covers(entry, registration) && isValidOn(entry, day)),
    )
    .filter((level) => level.length > 0);
  return { registration, entries: levels[0] ?? [], broader: levels.slice(1).flat() };
}

function registrationsAsked(lookup: Lookup, activity: string, registration: string | undefined): string[] {
  if (registration !== undefined) return [registration];
  const named = lookup.registrationsOf(activity);
  // Entries for all registrations and nothing narrower: one row of answers, under no registration's name.
  return named.length > 0 ? [...named] : [''];
}

/** Who holds an activity at a place, per registration: what "who", "role", "escalation" and "organisation" rest on. */
function holding(lookup: Lookup, asked: Understood, activity: string): Answer | { per: Nearest[] } {
  const { registration, areas, date, amount } = asked;
  const registrations = registrationsAsked(lookup, activity, registration);
  const [area] = areas;
  if (amount !== undefined) {
    const chain = area === undefined ? lookup.roots : lookup.chain(area);
    const able = chain
      .flatMap((code) => lookup.at(activity, code))
      .filter((entry) => covers(entry, registration) && isValidOn(entry, date) && reaches(entry, amount));
    return { per: [{ registration: registration ?? '', entries: able, broader: [] }] };
  }
  if (area !== undefined) {
    return { per: registrations.map((name) => nearestIn(lookup, lookup.chain(area), activity, name, date)) };
  }
  const per = registrations.map((name) => nearestIn(lookup, lookup.roots, activity, name, date));
  const empty = per.filter(({ entries }) => entries.length === 0);
  const elsewhere = empty.map(({ registration: name }) =>
    lookup
      .ofActivity(activity)
      .filter((entry) => covers(entry, name === '' ? undefined : name) && isValidOn(entry, date)),
  );
  const holders = (entries: readonly Entry[]) => unique(entries.map(({ holder }) => holder)).join('|');
  const parts = elsewhere.flat();
  if (per.every(({ entries }) => entries.length === 0)) {
    const places = new Set(parts.map(({ area: code }) => code));
    if (parts.length === 0) return { per };
    if (
      new Set([...places].map((code) => holders(parts.filter((entry) => entry.area === code)))).size === 1
    ) {
      return { per: [{ registration: registration ?? '', entries: parts, broader: [] }] };
    }
    return ambiguous('Dit verschilt per gebied. Noem een wijk of buurt.', {
      what: 'area',
      options: [...places].map((code) => lookup.area(code)?.name ?? code).sort(),
    });
  }
  const answering = per.filter(({ entries }) => entries.length > 0);
  const differs =
    new Set(answering.map(({ entries }) => holders(entries))).size > 1 ||
    (registration === undefined && parts.length > 0);
  if (registration === undefined && differs) {
    return ambiguous('Dit verschilt per registratie. Noem een registratie of een wijk.', {
      what: 'registration',
      options: registrations.filter(Boolean),
    });
  }
  return { per };
}

const areaName = (lookup: Lookup, code: string | undefined) =>
  code === undefined ? undefined : lookup.area(code)?.name;

function who(
  lookup: Lookup,
  asked: Understood,
  activity: string,
  what: (entry: Entry) => string = ({ holder }) => holder,
): Answer {
  const result = holding(lookup, asked, activity);
  if (!('per' in result)) return result;
  const entries = [...new Set(result.per.flatMap((one) => one.entries))];
  const broader = [...new Set(result.per.flatMap((one) => one.broader))].filter(
    (entry) => !entries.includes(entry),
  );
  const missing = result.per
    .filter((one) => one.entries.length === 0 && one.registration !== '')
    .map((one) => one.registration);
  const rest =
    missing.length > 0 && entries.length > 0 ? ` Voor ${missing.join(', ')} is niets vastgelegd.` : '';
  return found(entries.map(what), entries, `Dit staat in het register.${rest}`, broader);
}

function may(lookup: Lookup, asked: Understood): Answer {
  const { people, activity, registration, areas, date, amount } = asked;
  if (asked.own) {
    return answer(
      'no',
      'Niemand valideert of keurt een eigen mutatie goed. Dat doet een ander; bij twijfel beslist de Objectregisseur.',
    );
  }
  if (people.length !== 1) {
    return ambiguous(
      people.length > 1 ? 'Wie bedoel je?' : 'Over wie gaat je vraag?',
      people.length > 1 ? { what: 'person', options: people } : undefined,
    );
  }
  const [person = ''] = people;
  const act = activity ?? (amount !== undefined ? ASSIGNMENT : undefined);
  const chain = areas[0] === undefined ? undefined : lookup.chain(areas[0]);
  const fits = (entry: Entry) =>
    (act === undefined || lookup.at(act, entry.area).includes(entry)) &&
    covers(entry, registration) &&
    (chain === undefined || chain.includes(entry.area));
  const held = lookup.heldBy(person).filter(fits);
  const valid = held.filter((entry) => isValidOn(entry, date));
  const enough = valid.filter((entry) => reaches(entry, amount));
  if (enough.length > 0) {
    const where = unique(enough.map(({ area }) => areaName(lookup, area) ?? area)).join(', ');
    const what = unique(enough.map((entry) => entry.registration || 'alle registraties')).join(', ');
    return answer('yes', `Ja: ${what}, ${where}.`, { entries: enough });
  }
  if (valid.length > 0) {
    const limits = valid.flatMap(({ limit }) => limit ?? []);
    const words =
      limits.length > 0
        ? `Het mandaat gaat tot en met € ${Math.max(...limits).toLocaleString('nl-NL')}.`
        : 'Het mandaat noemt geen bedrag.';
    return answer('no', words, { entries: valid });
  }
  const asDeputy = lookup
    .deputisedBy(person)
    .filter((entry) => fits(entry) && isValidOn(entry, date) && reaches(entry, amount));
  if (asDeputy.length > 0) {
    const holders = unique(asDeputy.map(({ holder }) => holder)).join(', ');
    return answer('no', `Alleen als vervanger, en alleen zolang ${holders} afwezig is.`, {
      entries: asDeputy,
    });
  }
  if (held.length > 0) return answer('no', 'Het mandaat geldt niet op deze dag.', { entries: held });
  return answer('no', 'Hiervoor is niets vastgelegd op deze naam.');
}

function which(lookup: Lookup, asked: Understood, expiring: boolean, today: string): Answer {
  const { people, self, activity, registration, areas, date } = asked;
  if (people.length > 1) return ambiguous('Wie bedoel je?', { what: 'person', options: people });
  if (people.length === 0 && self) return ambiguous('Ik zie hier niet wie je bent. Noem je naam.');
  const [person] = people;
  const chain = areas[0] === undefined ? undefined : lookup.chain(areas[0]);
  const day = expiring ? today : date;
  const all = person === undefined ? lookup.register.entries : lookup.heldBy(person);
  const entries = all.filter(
    (entry) =>
      isValidOn(entry, day) &&
      (registration === undefined || covers(entry, registration)) &&
      (activity === undefined || lookup.at(activity, entry.area).includes(entry)) &&
      (chain === undefined || chain.includes(entry.area)) &&
      (!expiring || (entry.until !== undefined && entry.until < date)),
  );
  return found(
    entries.map(({ id }) => id),
    entries,
    expiring ? 'Deze lopen af vóór die dag.' : 'Deze gelden op die dag.',
  );
}

function deputy(lookup: Lookup, asked: Understood): Answer {
  const { people, activity, registration, areas, date } = asked;
  if (people.length > 1) return ambiguous('Wie bedoel je?', { what: 'person', options: people });
  const [person] = people;
  let rows: readonly Entry[];
  if (person === undefined) {
    if (activity === undefined) return ambiguous('Wie wil je laten vervangen, of waarvoor?');
    const result = holding(lookup, asked, activity);
    if (!('per' in result)) return result;
    rows = result.per.flatMap(({ entries }) => entries);
  } else {
    const held = lookup
      .heldBy(person)
      .filter(
        (entry) =>
          isValidOn(entry, date) &&
          covers(entry, registration) &&
          (activity === undefined || lookup.at(activity, entry.area).includes(entry)),
      );
    // In a place, the rows meant are those of the nearest area in which this person has any.
    const chain = areas[0] === undefined ? [] : lookup.chain(areas[0]);
    const level = chain.find((code) => held.some(({ area }) => area === code));
    rows = areas.length === 0 ? held : held.filter(({ area }) => area === level);
  }
  if (rows.length === 0) return notRecorded('Daarvoor is niets vastgelegd.');
  const deputies = rows.flatMap((entry) => entry.deputies);
  return deputies.length > 0
    ? found(deputies, rows, 'Dit is de vervanging die in het register staat.')
    : answer('not-recorded', 'Er is geen vervanger vastgelegd.', { entries: rows });
}

function limit(lookup: Lookup, asked: Understood): Answer {
  const { people, areas, registration, date } = asked;
  if (people.length > 1) return ambiguous('Wie bedoel je?', { what: 'person', options: people });
  const activity = asked.activity ?? ASSIGNMENT;
  const [person] = people;
  const chain = areas[0] === undefined ? undefined : lookup.chain(areas[0]);
  const pool = person === undefined ? lookup.ofActivity(activity) : lookup.heldBy(person);
  const rows = pool.filter(
    (entry) =>
      isValidOn(entry, date) &&
      covers(entry, registration) &&
      lookup.at(activity, entry.area).includes(entry) &&
      (chain === undefined || chain.includes(entry.area)),
  );
  if (person === undefined && chain === undefined && new Set(rows.map((entry) => entry.limit)).size > 1) {
    return ambiguous('Dit verschilt per persoon en gebied. Noem een naam of een wijk.');
  }
  const limits = rows.flatMap((entry) => entry.limit ?? []);
  if (limits.length === 0)
    return notRecorded(rows.length > 0 ? 'Het mandaat noemt geen bedrag.' : 'Daarvoor is niets vastgelegd.');
  return found([`${Math.max(...limits)}`], rows, 'Tot en met dit bedrag per opdracht, zonder btw.');
}

function accountable(lookup: Lookup, { registration, areas }: Understood): Answer {
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
      options: municipalities.map(({ name }) => name),
    });
  }
  const [municipality] = municipalities;
  if (!municipality) return notRecorded('Het register kent geen gemeente.');
  const name = /^gemeente\b/i.test(municipality.name) ? municipality.name : `Gemeente ${municipality.name}`;
  return found([name], [], 'De gemeente blijft eindverantwoordelijk, ook als een ander het werk doet.');
}

/** Answers an understood question from the register. Never infers: what is not recorded is said to be so. Pure. */
export function answerFrom(lookup: Lookup, asked: Understood, today: string, expiring: boolean): Answer {
  if (asked.impossibleDate) return ambiguous(`${asked.impossibleDate} bestaat niet. Welke dag bedoel je?`);
  if (asked.unknownArea) return notRecorded(`Het gebied ${asked.unknownArea} staat niet in het register.`);
  if (asked.unknownPerson && !asked.own)
    return notRecorded(`${asked.unknownPerson} staat niet in het register.`);
  if (asked.areas.length > 1) {
    return ambiguous('Welk gebied bedoel je?', {
      what: 'area',
      options: asked.areas.map((code) => areaName(lookup, code) ?? code),
    });
  }
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
      return may(lookup, asked);
    case 'which':
      return which(lookup, asked, expiring, today);
    case 'deputy':
      return deputy(lookup, asked);
    case 'limit':
      return limit(lookup, asked);
    case 'organisation':
      return activity === undefined
        ? ambiguous('Waarvoor wil je dat weten?')
        : who(lookup, asked, activity, ({ organisation }) => organisation);
    case 'who':
      return activity === undefined
        ? ambiguous('Wat wil je laten doen: verwerken, valideren, goedkeuren?')
        : who(lookup, asked, activity);
  }
}
