import { memoised } from '../../../lib/memoised.ts';
import { below, defineTable, key, partsOf } from '../../../storage/index.ts';
import type { Channel } from '../pilot/pilot.ts';
import type { Board, Column, RetroAgreements, RetroNote } from './rules.ts';

/**
 * Boards of retros. Partition: tenant, and the place: the id of a pilot, or of a team as `teamPlace` gives it. Rows `b|board`,
 * `p|board|point`, `v|pseudonym on that board|board` (votes), `n|directory id|board|point` (who put their name to a point),
 * `o|directory id|board|number` (who took up which of the actions that were noted or agreed) and `s|directory id|board` (who
 * began the retro of a team), so that an erasure finds votes and names. Who wrote a point stands nowhere: whoever holds what
 * `markOf` makes of it may change it.
 */
export interface RetroRow {
  /** From which retention counts: the day of closing, or until then the last day on which the board can be open. */
  day: string;
  /** In `b` rows. */
  opened?: string;
  phase?: Board['phase'];
  template?: Board['template'];
  top?: readonly string[];
  talking?: number;
  /** Without owners, as `agreed` is. */
  notes?: readonly Omit<RetroNote, 'owner'>[];
  message?: string;
  channel?: Channel;
  unposted?: boolean;
  /** Without owners: those stand in rows of their own. */
  agreed?: RetroAgreements;
  /** In `p` rows. */
  text?: string;
  column?: Column;
  group?: string;
  /** Order of coming in `p` rows of boards on which that shows anyway: of the short form. */
  at?: string;
  /** In `v` rows. */
  points?: string[];
  /** In `o` rows: which action it is, from 1. */
  action?: number;
  /** In `s` rows. */
  began?: true;
}

/** What somebody's pseudonym for votes is of: one board, so that nobody can follow it to another. */
export const placeOfVotes = (place: string, board: string): string => key(place, board);

export const retrosTable = defineTable<RetroRow>({
  name: 'retros',
  namesPeople: false,
  owner: 'pilots',
  holds: 'van een retro: je stemmen, punten met je naam, acties die je oppakt, en of je hem begon',
  seenBy: 'wie meedoet aan dezelfde pilot of in hetzelfde team zit; van stemmen alleen het aantal',
  retention: { days: 14, from: 'day' },
  codes: ({ partition, row }) => {
    const [kind, , board = ''] = partsOf(row);
    const place = placeOfVotes(partsOf(partition)[1] ?? '', board);
    return kind === 'v' ? [{ of: 'row', part: 1, place, purpose: 'vote' }] : [];
  },
  json: ['agreed', 'channel', 'notes', 'points', 'top'],
  person: {
    kind: 'personal',
    rows: ({ directoryId, pseudonymsIn }) => {
      // Once a board, however many voted on it.
      const votesOf = memoised((of) => pseudonymsIn(of, 'vote'));
      return [
        below('n', directoryId),
        below('o', directoryId),
        below('s', directoryId),
        {
          ...below('v'),
          isTheirs: ({ partition, row }) => {
            const [, place = ''] = partsOf(partition);
            const [, voter, board = ''] = partsOf(row);
            return votesOf(placeOfVotes(place, board)).includes(voter ?? '');
          },
        },
      ];
    },
    describe: ({ points, action, began }) => {
      if (action !== undefined) return 'Je pakt een actie op uit een retro.';
      if (began) return 'Je begon een retro van een team.';
      if (!points) return 'Je zette je naam bij een punt.';
      return `Je stemde op ${points.length === 1 ? '1 punt' : `${points.length} punten`}.`;
    },
  },
});
