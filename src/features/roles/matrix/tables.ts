import { dutchDay } from '../../../calendar/clock.ts';
import { below, defineTable, exactly, key } from '../../../storage/index.ts';
import type { RoleTask } from '../content/tasks.ts';
import type { Confirmed, Matrix } from './matrix.ts';

const seenBy = 'jij, en de leidinggevende die meekijkt';

const howMany = (answers: Matrix['answers']): string => {
  const count = Object.keys(answers).length;
  return count === 1
    ? 'bij 1 taak staat hoe vaak je die doet.'
    : `bij ${count} taken staat hoe vaak je ze doet.`;
};

/** A matrix that is being filled in. Partition: tenant. Row: directory id of whose it is. */
export const matricesTable = defineTable<Matrix>({
  name: 'taskmatrices',
  namesPeople: true,
  owner: 'roles',
  holds: 'je takenmatrix, zolang jullie die invullen',
  seenBy,
  retention: { days: 180, from: 'day' },
  json: ['answers', 'alone', 'shares', 'list', 'told'],
  person: {
    kind: 'personal',
    rows: ({ tenant, directoryId }) => [{ partition: key(tenant), ...exactly(directoryId) }],
    describe: ({ answers }) => `Je vult een takenmatrix in: ${howMany(answers)}`,
  },
});

/** What both confirmed last. Partition: tenant. Row: directory id of whose it is. */
export const confirmedMatricesTable = defineTable<Confirmed>({
  name: 'taskmatricesdone',
  namesPeople: true,
  owner: 'roles',
  holds: 'je takenmatrix, zoals jullie die bevestigden',
  seenBy: `${seenBy}; HR alleen de rolindicatie, als jullie die allebei delen`,
  retention: { days: 730, from: 'day' },
  json: ['answers', 'alone', 'shares', 'tasks', 'told'],
  person: {
    kind: 'personal',
    rows: ({ tenant, directoryId }) => [{ partition: key(tenant), ...exactly(directoryId) }],
    undecided: ({ shared }) => (shared === undefined ? [] : ['shared']),
    describe: ({ answers, day, shared }) =>
      [
        `Jullie bevestigden je takenmatrix op ${dutchDay(day)}: ${howMany(answers)}`,
        ...(shared === undefined ? [] : [`Op ${dutchDay(shared)} deelde je de rolindicatie met HR.`]),
      ].join(' '),
  },
});

/** Who may see somebody's matrix. Partition: tenant. Row: directory id of whose it is. */
export interface MatrixReader {
  /** Directory id of who leads their team. */
  manager: string;
  /** The day on which they came to see it along, or on which it was changed or confirmed last since (ISO date). */
  day: string;
  /** The state that both confirmed (`markOf`) of which this manager lets HR read the indication. */
  shared?: string;
  /** They see it along no more. What they read before still counts for what may be told to them of the team (trust:fewest-six). */
  ended?: true;
}

export const matrixReadersTable = defineTable<MatrixReader>({
  name: 'taskmatrixreaders',
  namesPeople: true,
  owner: 'roles',
  holds: 'met wie je een takenmatrix invult, of het laatst invulde',
  seenBy: 'jullie tweeën',
  retention: { days: 730, from: 'day' },
  person: {
    kind: 'personal',
    rows: ({ tenant, directoryId }) => [
      { partition: key(tenant), ...exactly(directoryId) },
      { partition: key(tenant), fieldIs: { field: 'manager', value: directoryId } },
    ],
    undecided: ({ shared }) => (shared === undefined ? [] : ['shared']),
    describe: ({ day, shared, ended }) =>
      [
        ended
          ? `Je vulde een takenmatrix in met een collega, het laatst op ${dutchDay(day)}. Nu niet meer.`
          : `Je vult een takenmatrix in met een collega, het laatst op ${dutchDay(day)}.`,
        ...(shared === undefined ? [] : ['De leidinggevende deelde de rolindicatie daarvan met HR.']),
      ].join(' '),
  },
});

/** Who saw somebody's matrix along before another came in their place. Partition: tenant. Row: directory ids of whose it is and of who saw it. */
export interface EarlierReader {
  manager: string;
  /** The day on which another came in their place (ISO date). */
  day: string;
}

/** What they read still counts for what may be told to them of the team, as long as there may be a picture with it (trust:fewest-six). */
export const earlierReadersTable = defineTable<EarlierReader>({
  name: 'taskmatrixreadbefore',
  namesPeople: true,
  owner: 'roles',
  holds: 'met wie je eerder een takenmatrix invulde',
  seenBy: 'jullie tweeën',
  retention: { days: 730, from: 'day' },
  person: {
    kind: 'personal',
    rows: ({ tenant, directoryId }) => [
      { partition: key(tenant), ...below(directoryId) },
      { partition: key(tenant), fieldIs: { field: 'manager', value: directoryId } },
    ],
    describe: ({ day }) => `Je vulde eerder een takenmatrix in met een collega, tot ${dutchDay(day)}.`,
  },
});

/** A task as the municipality has it. Partition: tenant. Row: id of the task. */
export interface RoleTaskRow {
  /** Undefined where the built-in task stays as it is. */
  task?: Omit<RoleTask, 'id'>;
  off?: true;
}

export const roleTasksTable = defineTable<RoleTaskRow>({
  name: 'roletasks',
  namesPeople: false,
  owner: 'roles',
  holds: 'de taken in de takenmatrix, zoals de gemeente ze heeft',
  seenBy: 'iedereen bij de gemeente',
  retention: { forever: 'tot een beheerder de lijst wijzigt' },
  json: ['task'],
  person: { kind: 'none', why: 'Er staan taken in, en geen mensen.' },
});
