import type { Theme } from '../../people/themes.ts';
import { below, defineTable } from '../../storage/index.ts';
import type { SignalSource, SignalState, SignalWords, Unlogged } from './signals/signal.ts';
import type { Picture } from './snapshot/rules.ts';
import type { TalkPoint } from './talk/point.ts';

/**
 * Everything that the view of one group shows, so that it opens with one range. Partition: tenant, kind and key of the
 * group. Rows `s|period` (snapshot), `g|id` (signal), `p|id` (point of a team talk), `f` (a team read what was done), `o|directory id|id` (who takes care of
 * it) and `b|directory id|id` (who put their name to a signal), so that an erasure takes the person away and leaves the
 * signal to the group. Snapshots stand once more under tenant, `period` and the period, with rows `kind|key`, so that an
 * overview of groups is one range as well.
 */
export interface GroupRow {
  /** From which retention counts: the Monday of the period, or the day of the signal, the point or the report. */
  day: string;
  /** In `s` rows; missing when too few answered. */
  picture?: Picture;
  /** In `s` rows of teams. */
  members?: number;
  /** In `g` rows. */
  source?: SignalSource;
  theme?: Theme;
  state?: SignalState;
  moved?: string;
  acts?: boolean;
  answered?: string;
  named?: boolean;
  announced?: string;
  asked?: string;
  passed?: string[];
  unlogged?: Unlogged[];
  reminded?: string;
  words?: SignalWords;
  /** The day from which the words fade: there once the signal was told back. */
  wordsDay?: string;
  /** In `p` rows. */
  kind?: TalkPoint['kind'];
  text?: string;
  done?: string;
  dropped?: string;
  looked?: string;
  /** In `g` and `p` rows. */
  due?: string;
}

export const groupsTable = defineTable<GroupRow>({
  name: 'groups',
  owner: 'team',
  holds:
    'beelden van teams als geheel, signalen en punten uit het teamgesprek, en welke daarvan van jou zijn',
  seenBy: 'het team zelf en wie het leidt; signalen langs je leidinggevende alleen wie jij koos',
  retention: {
    days: 731,
    from: 'day',
    sooner: { days: 26 * 7, from: 'wordsDay', fields: ['words'] },
  },
  json: ['picture', 'words', 'passed', 'unlogged'],
  person: {
    kind: 'personal',
    rows: ({ directoryId }) => [below('o', directoryId), below('b', directoryId)],
    describe: ({ source }) =>
      source === 'raised' ? 'Je gaf een signaal met je naam erbij.' : 'Je pakt een signaal of teampunt op.',
  },
});
