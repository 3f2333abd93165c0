import type { Temporal } from 'temporal-polyfill';
import type { Settings, Team } from '../people/municipality.ts';
import type { Address, Person } from '../people/person.ts';

/** Where somebody works: their team with all its members, those who left included, and their own row among those. */
export interface Workplace {
  /** Its settings; none for a team that nobody set up. */
  team: Team | undefined;
  members: readonly Person[];
  me: Person;
}

/** A colleague whom somebody named with an @ in what they typed. */
export interface Mention {
  /** Their name as Teams shows it, which need not be the one that we know them by. */
  name: string;
  /** Where their name stands in the text, `start` up to and not including `end`. */
  start: number;
  end: number;
  /** Their id within the channel ('29:…'), not the directory id. */
  account: string;
  /** Id in the municipality's directory, where Teams tells it. Says whom the words are about, and gives no rights. */
  directoryId?: string;
}

/** One thing that one person said or tapped. */
export interface Turn {
  now: Temporal.Instant;
  /** Id in the municipality's directory, from the verified activity: the only thing rights may rest on. */
  directoryId: string;
  scope: 'personal' | 'group' | 'channel';
  /** Where an answer to this person goes. */
  address: Address;
  /** In a channel: the id of its team in Teams, which may be linked to one of ours. */
  teamsTeam?: string;
  /** What was typed, without the mention of the bot; empty for a tap. */
  text: string;
  /** Who was mentioned in the text, in the order of the text. */
  mentions: readonly Mention[];
  /** Who this is, read once a turn; undefined for somebody whom no administrator added, who left or who erased themselves. */
  person(): Promise<Person | undefined>;
  /** Their team, read once a turn; undefined for somebody who is in none. */
  workplace(): Promise<Workplace | undefined>;
  /** The settings as they stand now, read once a turn: rights and consent rest on them. */
  settings(): Promise<Settings>;
}
