import { below, defineTable, partsOf } from '../../../storage/index.ts';

/**
 * What the table must know of its rows, whatever their kind. What else stands in a row of one kind is known to the folder
 * that owns the kind (`rowKind`), and to nobody else.
 */
export interface GroupRow {
  /** From which retention counts: the Monday of the period, or the day of the signal, the point or the report. */
  day: string;
  /** The day from which `words` fade: there once a signal was told back. */
  wordsDay?: string;
  /** Where a signal comes from. */
  source?: string;
  /** Kept as JSON text. */
  picture?: object;
  teams?: readonly (readonly string[])[];
  words?: object;
  passed?: readonly string[];
  unlogged?: readonly object[];
}

/**
 * Everything that the view of one group shows, so that it opens with one range. Partition: tenant, kind and key of the
 * group. Rows: `s|period` (snapshot), `g|id` (signal), `p|id` (point of a team talk), `f` (the team read what was done),
 * `o|directory id|id` (who takes care of a signal or a point) and `b|directory id|id` (who put their name to a signal).
 * People have rows of their own, so that an erasure takes the person away and leaves the signal to the group. Snapshots
 * stand once more under tenant, `period` and the period, with rows `kind|key`, so that an overview of groups is one range
 * as well.
 */
export const groupsTable = defineTable<GroupRow>({
  name: 'groups',
  namesPeople: (row) => row.startsWith('o|'),
  owner: 'team',
  holds:
    'beelden van teams als geheel, signalen en punten uit het teamgesprek, en welke daarvan van jou zijn',
  seenBy:
    'het team zelf, wie het leidt, en wie de afdeling of de gemeente leidt; signalen buiten je leidinggevende om alleen wie jij koos, en niet wie die persoon opvolgt',
  retention: {
    days: 731,
    from: 'day',
    sooner: {
      days: 26 * 7,
      from: 'wordsDay',
      fields: ['words'],
      what: 'de tekst van een signaal blijft na het antwoord nog',
    },
  },
  // A picture is made once, also for who erases themselves after it.
  isDone: ({ partition, row }) => row.startsWith('s|') || partsOf(partition)[1] === 'period',
  isMarked: ({ passed }) => passed !== undefined,
  json: ['picture', 'teams', 'words', 'passed', 'unlogged'],
  person: {
    kind: 'personal',
    rows: ({ directoryId }) => [below('o', directoryId), below('b', directoryId)],
    describe: ({ source }) =>
      source === 'raised' ? 'Je gaf een signaal met je naam erbij.' : 'Je pakt een signaal of teampunt op.',
  },
});
