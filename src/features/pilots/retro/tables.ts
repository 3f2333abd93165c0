import { below, defineTable, key, partsOf } from '../../../storage/index.ts';
import type { Channel } from '../pilot/pilot.ts';
import type { Board, Column, RetroAgreements } from './rules.ts';

/**
 * Boards of retros. Partition: tenant, pilot. Rows `b|board`, `p|board|point`, `v|pseudonym on that board|board` (votes),
 * `n|directory id|board|point` (who put their name to a point) and `o|directory id|board|number` (who took up which of the
 * actions that were agreed), so that an erasure finds votes and names.
 */
export interface RetroRow {
  /** From which retention counts: the day of closing, or until then the last day on which the board can be open. */
  day: string;
  /** In `b` rows. */
  opened?: string;
  phase?: Board['phase'];
  message?: string;
  channel?: Channel;
  unposted?: boolean;
  /** Without owners: those stand in rows of their own. */
  agreed?: RetroAgreements;
  /** In `p` rows. */
  text?: string;
  column?: Column;
  group?: string;
  /** Order of coming in `p` rows. */
  at?: string;
  /** In `v` rows. */
  points?: string[];
  /** In `o` rows: which action it is, from 1. */
  action?: number;
}

/** What somebody's pseudonym for votes is of: one board, so that nobody can follow it to another. */
export const placeOfVotes = (pilot: string, board: string): string => key(pilot, board);

export const retrosTable = defineTable<RetroRow>({
  name: 'retros',
  namesPeople: false,
  owner: 'pilots',
  holds: 'je stemmen in een retro, punten waar je zelf je naam bij zette, en acties die je oppakt',
  seenBy: 'wie meedoet in dezelfde pilot; van stemmen alleen het aantal',
  retention: { days: 14, from: 'day' },
  json: ['agreed', 'channel', 'points'],
  person: {
    kind: 'personal',
    rows: ({ directoryId, pseudonymIn }) => [
      below('n', directoryId),
      below('o', directoryId),
      {
        ...below('v'),
        isTheirs: ({ partition, row }) => {
          const [, pilot = ''] = partsOf(partition);
          const [, voter, board = ''] = partsOf(row);
          return voter === pseudonymIn(placeOfVotes(pilot, board), 'vote');
        },
      },
    ],
    describe: ({ points, action }) => {
      if (action !== undefined) return 'Je pakt een actie op uit een retro.';
      return points ? `Je stemde op ${points.length} punten.` : 'Je zette je naam bij een punt.';
    },
  },
});
