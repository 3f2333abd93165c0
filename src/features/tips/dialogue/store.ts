import type { TeamsChannel } from '../../../people/team-channel.ts';
import { defineTable, key, type Storage, type Stored } from '../../../storage/index.ts';

/** The team dialogue of a team: the newest one only. Partition: tenant. Row: team key. */
export interface DialogueRow {
  /** Tells cards of this dialogue from cards of an older one. */
  id: string;
  /** The day it began or its agreements were last written or kept: ISO date in Europe/Amsterdam, for retention. */
  day: string;
  /** How far the cards in the channel are: 1 to 5. */
  scene: number;
  /** What the team agreed. Texts of the team: no author is kept. */
  agreements: string[];
  /** The channel or chat in which it was held, which need not be a channel of the team. */
  channel: TeamsChannel;
  /** True when the agreements were written in that place, so that everybody there has read these words. */
  writtenHere?: boolean;
  /** The day from which the check is due; missing when there is nothing to check. */
  checkFrom?: string;
}

export const dialoguesTable = defineTable<DialogueRow>({
  name: 'dialogues',
  namesPeople: false,
  owner: 'tips',
  holds: 'de afspraken uit de laatste teamdialoog van je team',
  seenBy: 'je team, het kanaal van je team, en wie meeleest waar jullie ze opschreven',
  retention: { days: 365, from: 'day' },
  json: ['agreements', 'channel'],
  person: { kind: 'none', why: 'Het zijn afspraken van een team. Er staat niet bij wie ze schreef.' },
});

export interface DialogueStore {
  of(team: string): Promise<Stored<DialogueRow> | undefined>;
  /** Begins a new dialogue in place of the last one, as it was read. False when somebody else was first. */
  begin(team: string, row: DialogueRow, before?: Stored<DialogueRow>): Promise<boolean>;
  /** False when somebody else was first. */
  replace(read: Stored<DialogueRow>, row: DialogueRow): Promise<boolean>;
  /** Every team's newest dialogue, by team key. One range. */
  all(): Promise<Stored<DialogueRow>[]>;
}

/** The team dialogues of one tenant. */
export function dialogueStore(storage: Storage, tenant: string): DialogueStore {
  const table = storage.table(dialoguesTable);
  return {
    of: (team) => table.get(key(tenant), key(team)),
    begin: (team, row, before) =>
      before ? table.replace(before, row) : table.insert(key(tenant), key(team), row),
    replace: (read, row) => table.replace(read, row),
    all: () => table.range({ partition: key(tenant) }),
  };
}
