import type { Duty } from './duties.ts';
import type { Access, Person } from './person.ts';

/** What people should know of what a roster changed, or did not. `team` is the key of our team. */
export type RosterNews =
  /** Somebody is in a team by its roster alone, and does not count there yet. */
  | { kind: 'came'; team: string; person: Person }
  /** Kompas was added to the team in Teams, and by that people of the file got their account: so many of all in our team have one. */
  | { kind: 'linked'; team: string; linked: number; all: number }
  /** Somebody lost rights or duties, since they are in that roster no more. */
  | { kind: 'lost'; team: string; person: Person; rights: readonly Access[]; duties: readonly Duty[] }
  /** Somebody is in that roster no more, and stays in Kompas: nobody else administers it. */
  | { kind: 'last'; team: string; person: Person }
  /** Somebody of that name was not added, since `holder`, who works here with another account, has their address. */
  | { kind: 'taken'; team: string; name: string; holder: Person }
  /** Somebody whom the people file put in this team is in the roster of our team `shown` instead. They were not moved. */
  | { kind: 'elsewhere'; team: string; person: Person; shown: string };
