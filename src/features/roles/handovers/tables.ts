import { defineTable } from '../../../storage/index.ts';

/** What may be wrong with a handover. */
export const troubles = { long: 'Duurt lang', faults: 'Geeft fouten' } as const;
export type Trouble = keyof typeof troubles;

/**
 * Who hands over what to whom, by role or department (docs/method.md step 1.3). Partition: tenant, team. Row: id. It names nobody and has no
 * author. `day`: the day of the last change, from which retention counts.
 */
export interface HandoverRow {
  day: string;
  /** The texts are missing once what was removed can no longer be put back. */
  what?: string;
  from?: string;
  to?: string;
  trouble?: Trouble[];
  /** What takes long or goes wrong. */
  note?: string;
  /** The day on which the team said that it goes well. */
  settled?: string;
  /** The day on which it was taken off the list. */
  removed?: string;
}

/** So long what was removed can be put back. */
export const UNDO_DAYS = 30;

export const handoversTable = defineTable<HandoverRow>({
  name: 'handovers',
  namesPeople: false,
  owner: 'roles',
  holds: 'wat je team doorgeeft aan een andere rol of afdeling, en waar het hapert',
  seenBy: 'je team, wie het team leidt, en het kanaal van je team als iemand het daar opvraagt',
  retention: {
    days: 731,
    from: 'day',
    sooner: {
      days: UNDO_DAYS,
      from: 'removed',
      fields: ['what', 'from', 'to', 'trouble', 'note', 'settled'],
      what: 'wat je weghaalde, blijft',
    },
  },
  json: ['trouble'],
  person: { kind: 'none', why: 'Er staan rollen en afdelingen in. Er staat geen schrijver bij.' },
});
