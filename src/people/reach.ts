import { chatWith, isPresent, type Person } from './person.ts';

/**
 * Whether Kompas can write to somebody, and if not why, in Dutch words that fit one person and many. That somebody blocked or
 * removed Kompas, or erased themselves and stands in a list again, is their own choice and nobody's business: it reads the same as
 * having no app.
 */
export const reachWords = {
  reached: 'bereikbaar',
  unbound: 'nog niet gekoppeld aan een account',
  'no account': 'Teams kent dit account niet',
  closed: 'Teams laat Kompas geen berichten sturen',
  waiting: 'er is nog geen chat',
} as const;
export type ReachState = keyof typeof reachWords;

/** How it stands with reaching somebody who works here. */
export function reachOf(person: Person): ReachState {
  if (chatWith(person)) return 'reached';
  if (person.reach === 'blocked' || person.unreached === 'no app') return 'closed';
  if (person.directoryId === undefined) return 'unbound';
  return person.unreached ?? 'waiting';
}

/** What an object id is and who has it, in two sentences. */
const OBJECT_ID = 'Dat is het nummer van iemands account in Entra. ICT kan het opzoeken.';

/** What an administrator can do about each. */
export const reachTodo: Readonly<Record<Exclude<ReachState, 'reached'>, string>> = {
  closed: 'Vraag ICT om Kompas voor iedereen te installeren, in het beheercentrum van Teams.',
  'no account': `Kijk in het mensenbestand of het object-id klopt (kolom directory_id). ${OBJECT_ID}`,
  unbound: `Voeg Kompas toe aan het team in Teams. Dan koppelt Kompas wie daarin zit. Is Kompas daar al? Kijk dan of iedereen in dat team in Teams zit. Kun je Kompas of die mensen niet aan dat team toevoegen? Zet dan in het mensenbestand het object-id (kolom directory_id). ${OBJECT_ID}`,
  waiting: 'Wacht een paar minuten. Kompas opent de chat vanzelf, en probeert het elke nacht opnieuw.',
};

/** The people who work here, each once. */
const here = (people: readonly Person[]): Person[] => people.filter((one) => isPresent(one) && !one.moved);

/** How many people work here, and how many of them Kompas can write to. */
export function reachCount(people: readonly Person[]): { all: number; reached: number } {
  const all = here(people);
  return { all: all.length, reached: all.filter((one) => reachOf(one) === 'reached').length };
}

/** True where more people cannot be reached than can. */
export function isMostUnreached(people: readonly Person[]): boolean {
  const { all, reached } = reachCount(people);
  return reached * 2 < all;
}

/** Who cannot be reached, in groups by the cause; none for a cause that does not occur. */
export function unreachedBy(
  people: readonly Person[],
): { state: Exclude<ReachState, 'reached'>; people: Person[] }[] {
  const groups = Map.groupBy(here(people), reachOf);
  return (Object.keys(reachWords) as ReachState[]).flatMap((state) => {
    const some = groups.get(state) ?? [];
    return state === 'reached' || some.length === 0 ? [] : [{ state, people: some }];
  });
}

/** That so many people cannot be reached for this cause, as a Dutch sentence. */
export function unreachedWords(state: Exclude<ReachState, 'reached'>, count: number): string {
  const who = count === 1 ? '1 persoon' : `${count} mensen`;
  const sentences = {
    closed: `Aan ${who} mag Kompas in Teams geen berichten sturen.`,
    'no account': `Van ${who} kent Teams het account niet.`,
    unbound: `${who} ${count === 1 ? 'is' : 'zijn'} nog niet gekoppeld aan een account.`,
    waiting: `Met ${who} is er nog geen chat.`,
  };
  return sentences[state];
}

/** Whom Kompas reaches, in Dutch words that end a sentence: of one person, of all, of some or of nobody. */
export function reachedOf({ all, reached }: { all: number; reached: number }): string {
  if (all === 1) return reached === 1 ? 'de enige persoon' : 'de enige persoon nog niet';
  if (reached === all) return `alle ${all} mensen`;
  return reached === 0 ? `nog niemand van de ${all} mensen` : `${reached} van de ${all} mensen`;
}

/** The number of people, and how many of them can be reached. */
export const reachedShort = ({ all, reached }: { all: number; reached: number }): string =>
  `${all}, ${reached === 0 ? 'nog niemand' : `waarvan ${reached}`} bereikbaar`;

/** How many people can be reached, and how many cannot for which reason: one Dutch line each, none for what does not occur. */
export function reachInLines(people: readonly Person[]): string[] {
  return [
    `Mensen: ${reachedShort(reachCount(people))}`,
    ...unreachedBy(people).map(({ state, people: some }) => unreachedWords(state, some.length)),
  ];
}
