import { defineTable, exactly } from '../../../storage/index.ts';
import type { Member, Pilot } from './pilot.ts';

/** Partition: tenant. Row: id of the pilot. */
export const pilotsTable = defineTable<Omit<Pilot, 'id'>>({
  name: 'pilots',
  namesPeople: false,
  owner: 'pilots',
  holds: 'pilots: wat ze proberen, wanneer en hoe het gaat',
  seenBy: 'wie meedoet; na het afronden ook projectleiders en beheerders, zonder wat het team antwoordde',
  // What people wrote goes as soon as their other comments do (trust:kept-no-longer).
  retention: {
    days: 731,
    from: 'closedOn',
    sooner: {
      days: 12 * 7,
      from: 'opinionsDay',
      fields: ['opinions'],
      what: 'wat mensen bij de evaluatie schreven, blijft',
    },
  },
  json: [
    'criteria',
    'standup',
    'channel',
    'iteration',
    'pastRounds',
    'kickoff',
    'kickoffPost',
    'outcome',
    'opinions',
  ],
  person: { kind: 'none', why: 'Een pilot gaat over werk. Wie meedoet, staat apart.' },
});

/** Who is in a pilot. Partition: tenant, pilot. Row: directory id. */
export interface MemberRow {
  /** Who `left` is in it no more: it stands there until the pilot is closed, so that who leads it sees it. */
  role: Member['role'] | 'left';
  /** True until they heard that they are in it or lead it; of who left, until who leads it heard that. */
  unheard?: true;
  /** Came when the team was asked already what it thinks: their evaluation is not asked (trust:fewest-six). */
  late?: true;
  /** The day on which the pilot was closed, from which retention counts. */
  closedOn?: string;
}

const said: Record<MemberRow['role'], string> = {
  lead: 'Je leidt een pilot.',
  member: 'Je doet mee aan een pilot.',
  left: 'Je deed mee aan een pilot en verliet die.',
};

export const pilotMembersTable = defineTable<MemberRow>({
  name: 'pilotmembers',
  namesPeople: true,
  owner: 'pilots',
  holds: 'aan welke pilots je meedoet of meedeed',
  seenBy: 'wie meedoet aan dezelfde pilot; heeft die geen leider meer, dan ook projectleiders en beheerders',
  // As long as what the pilot learned: by these rows its people find that (trust:kept-no-longer).
  retention: { days: 731, from: 'closedOn' },
  person: {
    kind: 'personal',
    rows: ({ directoryId }) => [exactly(directoryId)],
    describe: ({ role, closedOn }) =>
      closedOn === undefined
        ? said[role]
        : role === 'lead'
          ? 'Je leidde een pilot die is afgerond.'
          : 'Je deed mee aan een pilot die is afgerond.',
  },
});
