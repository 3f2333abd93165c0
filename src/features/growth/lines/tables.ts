import { dutchDay } from '../../../calendar/clock.ts';
import { below, defineTable, key } from '../../../storage/index.ts';
import type { Following, Line } from './line.ts';
import type { LineTotals } from './rules.ts';

/** A leerlijn. Partition: tenant. Row: role. */
export const linesTable = defineTable<Line>({
  name: 'learninglines',
  namesPeople: false,
  owner: 'growth',
  holds: 'de leerlijn van een rol',
  seenBy: 'iedereen bij de gemeente',
  retention: { forever: 'tot een beheerder of afdelingshoofd haar wijzigt' },
  json: ['modules'],
  person: { kind: 'none', why: 'Er staan modules in, en geen mensen.' },
});

/** Who follows which. Partition: tenant. Row: directory id, role. */
export const followersTable = defineTable<Following>({
  name: 'linefollowers',
  namesPeople: true,
  owner: 'growth',
  holds: 'welke leerlijn je volgt, en wat je daarvan deed',
  seenBy: 'alleen jij; deel je het, dan lezen ook je team en je leidinggevende dat je die volgt',
  retention: { days: 730, from: 'day' },
  json: ['done'],
  person: {
    kind: 'personal',
    rows: ({ tenant, directoryId }) => [{ partition: key(tenant), ...below(directoryId) }],
    undecided: ({ shared }) => (shared === undefined ? [] : ['shared', 'sharedWith']),
    describe: ({ role, day, shared, sharedWith = '' }, { teamNames }) =>
      [
        `Sinds ${dutchDay(day)} volg je de leerlijn van de ${role}.`,
        ...(shared === undefined
          ? []
          : [`Dat deel je met het team ${teamNames.get(sharedWith) ?? 'van toen'}.`]),
      ].join(' '),
  },
});

/** What a team or the municipality sees of it together. Partition: tenant. Row: `t`, team · `gemeente`. */
export const lineTotalsTable = defineTable<LineTotals>({
  name: 'linetotals',
  namesPeople: false,
  owner: 'growth',
  holds: 'hoe ver een team of de gemeente is met leerlijnen',
  seenBy: 'je team en wie het leidt; van de gemeente iedereen',
  retention: { days: 730, from: 'day' },
  isDone: () => true,
  json: ['roles'],
  person: { kind: 'none', why: 'Er staan aantallen vanaf 6 in, en geen mensen.' },
});
