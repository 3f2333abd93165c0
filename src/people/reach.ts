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
  waiting: 'er is nog geen chat; Kompas opent die na de import en elke nacht',
} as const;
export type ReachState = keyof typeof reachWords;

/** How it stands with reaching somebody who works here. */
export function reachOf(person: Person): ReachState {
  if (chatWith(person)) return 'reached';
  if (person.reach === 'blocked' || person.unreached === 'no app') return 'closed';
  if (person.directoryId === undefined) return 'unbound';
  return person.unreached ?? 'waiting';
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
