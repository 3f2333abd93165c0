import { chatWith, isPresent, type Person } from './person.ts';

/**
 * Whether Kompas can write to somebody, and if not why, in Dutch words that say what would help. That somebody blocked or
 * removed Kompas is their own choice and nobody's business: it reads the same as having no app.
 */
export const reachWords = {
  reached: 'bereikbaar',
  closed: 'Teams laat Kompas hun geen berichten sturen',
  'no account': 'Teams kent dit account niet',
  unbound: 'nog zonder account: zet directory_id in het bestand, of laat deze persoon Kompas openen',
  waiting: 'er is nog geen chat; Kompas opent die binnen een paar minuten',
} as const;
export type ReachState = keyof typeof reachWords;

/** How it stands with reaching somebody who works here. */
export function reachOf(person: Person): ReachState {
  if (chatWith(person)) return 'reached';
  if (person.reach === 'blocked' || person.unreached === 'no app') return 'closed';
  if (person.directoryId === undefined) return 'unbound';
  return person.unreached ?? 'waiting';
}

/** What an administrator can do about each; '' where there is nothing to be done. */
const todo: Readonly<Record<ReachState, string>> = {
  reached: '',
  closed: 'Zet de app voor iedereen klaar, met een beleid in Teams.',
  'no account': 'Kijk na of directory_id in het bestand klopt.',
  unbound: 'Zet directory_id in het bestand, of laat deze mensen Kompas openen.',
  waiting: 'Wacht een paar minuten. Kompas opent de chat vanzelf, en probeert het elke nacht opnieuw.',
};
const causes: Readonly<Record<ReachState, string>> = {
  reached: reachWords.reached,
  closed: reachWords.closed,
  'no account': reachWords['no account'],
  unbound: 'nog zonder account',
  waiting: 'er is nog geen chat',
};

/** How many people cannot be reached for which cause, and what to do about it; none for what does not occur. */
export function reachCounts(people: readonly Person[]): { count: number; words: string; todo: string }[] {
  const groups = Map.groupBy(people.filter(isPresent), reachOf);
  const states = Object.keys(reachWords) as ReachState[];
  return states.flatMap((state) => {
    const count = groups.get(state)?.length ?? 0;
    return state === 'reached' || count === 0 ? [] : [{ count, words: causes[state], todo: todo[state] }];
  });
}

/** How many people can be reached, and how many cannot for which reason: one Dutch line each, none for what does not occur. */
export function reachInLines(people: readonly Person[]): string[] {
  const present = people.filter(isPresent);
  const groups = Map.groupBy(present, reachOf);
  const states = Object.keys(reachWords) as ReachState[];
  const lines = states.flatMap((state) => {
    const count = groups.get(state)?.length ?? 0;
    return state === 'reached' || count === 0 ? [] : [`Niet bereikbaar, ${count}: ${reachWords[state]}`];
  });
  return [`Mensen: ${present.length}, waarvan ${groups.get('reached')?.length ?? 0} bereikbaar`, ...lines];
}
