import { roleInWords } from './assignment.ts';
import type { Party } from './store.ts';

/** So many roles of parties outside the municipality has a team: all are read for every rolkaart. */
const MOST_PARTIES = 50;

/** Why a team (its key) gets no more roles of parties, in Dutch; '' where it does. */
export const noRoomFor = (team: string, parties: readonly Party[]): string =>
  parties.filter((one) => one.team === team).length < MOST_PARTIES
    ? ''
    : `Dit team heeft al ${MOST_PARTIES} rollen van andere partijen. Haal er eerst één weg.`;

type Recorded = Pick<Party, 'areas' | 'contact' | 'from' | 'organisation' | 'role'>;

/** True for two that say the same, so that a second tap is no second change. */
export const isSameParty = (one: Recorded, other: Recorded): boolean =>
  roleInWords(one.role) === roleInWords(other.role) &&
  one.contact === other.contact &&
  one.organisation === other.organisation &&
  one.from === other.from &&
  one.areas.join() === other.areas.join();
